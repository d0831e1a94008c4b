package org.rollcall.web;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.access.Visitor;
import org.rollcall.lesson.Desk;

/** The classes of a visitor, and the lessons of each. */
final class ClassRoutes implements Routes {
  private final Supplier<Desk> desk;
  private final Door door;
  private final Pages pages;

  ClassRoutes(Supplier<Desk> desk, Door door, Pages pages) {
    this.desk = desk;
    this.door = door;
    this.pages = pages;
  }

  @Override
  public void addTo(Javalin server) {
    door.get(server, "/", this::showClasses);
    door.get(server, "/classes/{class}", this::showClass);
  }

  private void showClasses(Context context, Visitor visitor) {
    List<ClassPage> classes =
        desk.get().classNames().stream()
            .filter(visitor.account()::maySee)
            .map(name -> ClassPage.of(name, desk.get().lessons(name)))
            .toList();
    pages.show(
        context,
        Optional.of(visitor),
        "classes",
        Words.of(context).text("classes.title"),
        Map.of("classes", classes));
  }

  private void showClass(Context context, Visitor visitor) {
    String name = context.pathParam(Door.CLASS);
    if (!desk.get().classNames().contains(name)) {
      context.status(HttpStatus.NOT_FOUND);
      return;
    }
    pages.show(
        context,
        Optional.of(visitor),
        "class",
        name,
        Map.of("page", ClassPage.of(name, desk.get().lessons(name))));
  }
}
