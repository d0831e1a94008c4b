package org.rollcall.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.access.Principal;
import org.rollcall.config.Settings;
import org.rollcall.lesson.ClassBook;
import org.rollcall.lesson.StudentSummary;
import org.rollcall.model.Jpeg;

/** A student over time. */
final class StudentRoutes implements Routes {
  static final String PATH = "/classes/{class}/students/{student}";

  private static final int LESSONS_ON_A_PAGE = 60;

  private final Supplier<ClassBook> book;
  private final Settings settings;
  private final Door door;
  private final Pages pages;

  StudentRoutes(Supplier<ClassBook> book, Settings settings, Door door, Pages pages) {
    this.book = book;
    this.settings = settings;
    this.door = door;
    this.pages = pages;
  }

  @Override
  public void addTo(RoutesConfig server) {
    door.get(server, PATH, this::show);
    door.get(server, PATH + "/portrait.jpg", this::portrait);
  }

  private void show(Context context, Principal visitor) {
    String className = context.pathParam(Door.CLASS);
    String id = context.pathParam(Addresses.STUDENT);
    DayFilter days = DayFilter.of(context);
    int page = ClassQuery.page(context);
    Optional<StudentSummary> student = book.get().student(className, id, days.range());
    if (student.isEmpty()) {
      context.status(HttpStatus.NOT_FOUND);
      return;
    }
    Map<String, Object> content = Map.of("page", page(className, days, page, student.get()));
    pages.show(context, Optional.of(visitor), "student", student.get().student().name(), content);
  }

  private StudentPage page(String className, DayFilter days, int page, StudentSummary student) {
    String id = student.student().id();
    Paging paging = new Paging(page, student.marks().marks().size(), LESSONS_ON_A_PAGE);
    return new StudentPage(
        className,
        days,
        student,
        book.get().hasPortrait(className, id),
        StudentPage.Neighbours.of(book.get().people(className), id),
        Trend.of(book.get().byDay(className, Optional.of(id), days.range())),
        book.get().lessonsOf(className, id, days.range(), paging.part()),
        paging,
        book.get().changes(className, id),
        settings.warnings(),
        settings.school().clockZone());
  }

  private void portrait(Context context, Principal visitor) {
    Optional<Jpeg> picture =
        book.get().portrait(context.pathParam(Door.CLASS), context.pathParam(Addresses.STUDENT));
    if (picture.isEmpty()) {
      context.status(HttpStatus.NOT_FOUND);
      return;
    }
    context.header("Cache-Control", "private, max-age=300");
    context.contentType("image/jpeg");
    context.result(picture.get().bytes());
  }
}
