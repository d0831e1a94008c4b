package org.rollcall.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.function.Supplier;
import org.rollcall.access.Principal;
import org.rollcall.lesson.ClassBook;
import org.rollcall.model.StudentLesson;
import org.rollcall.sheet.RegisterCopy;
import org.rollcall.sheet.StudentCopy;
import org.rollcall.store.Marks;

/** Registers of classes and students to take away. */
final class ExportRoutes implements Routes {
  private static final String CSV = "text/csv; charset=utf-8";

  private final Supplier<ClassBook> book;
  private final Door door;

  ExportRoutes(Supplier<ClassBook> book, Door door) {
    this.book = book;
    this.door = door;
  }

  @Override
  public void addTo(RoutesConfig server) {
    for (RegisterCopy.Format format : RegisterCopy.Format.values()) {
      door.get(
          server,
          "/classes/{class}/register." + format.suffix(),
          (context, visitor) -> register(context, format));
    }
    door.get(server, StudentRoutes.PATH + "/lessons.csv", this::student);
  }

  private void register(Context context, RegisterCopy.Format format) {
    String className = context.pathParam(Door.CLASS);
    DayFilter days = DayFilter.of(context);
    if (!book.get().exists(className)) {
      context.status(HttpStatus.NOT_FOUND);
      return;
    }
    RegisterCopy copy =
        new RegisterCopy(
            book.get().rosterOrNobody(className), book.get().marks(className, days.range()));
    give(
        context,
        copy.bytes(format),
        format.mediaType(),
        named(className + "_register", days) + "." + format.suffix());
  }

  private void student(Context context, Principal visitor) {
    String className = context.pathParam(Door.CLASS);
    String student = context.pathParam(Addresses.STUDENT);
    DayFilter days = DayFilter.of(context);
    if (book.get().people(className).stream()
        .noneMatch(one -> one.student().id().equals(student))) {
      context.status(HttpStatus.NOT_FOUND);
      return;
    }
    List<StudentLesson> lessons =
        book.get().lessonsOf(className, student, days.range(), Marks.Part.ALL);
    give(
        context,
        StudentCopy.csv(lessons),
        CSV,
        named(className + "_" + student + "_lessons", days) + ".csv");
  }

  private static String named(String what, DayFilter days) {
    return days.isSet() ? what + "_" + days.fromText() + "_" + days.toText() : what;
  }

  private static void give(Context context, byte[] bytes, String type, String name) {
    context.header("Cache-Control", "no-store");
    context.header("Content-Disposition", disposition(name));
    context.contentType(type);
    context.result(bytes);
  }

  /** The name in letters that every browser and disc takes, and as it is for those that can. */
  static String disposition(String name) {
    String safe = name.replaceAll("[^\\p{L}\\p{M}\\p{N}._-]", "_");
    return "attachment; filename=\"%s\"; filename*=UTF-8''%s"
        .formatted(safe.replaceAll("[^A-Za-z0-9._-]", "_"), Addresses.encoded(safe));
  }
}
