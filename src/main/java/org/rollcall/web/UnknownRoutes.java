package org.rollcall.web;

import static org.rollcall.web.EnrolmentRoutes.text;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.access.Principal;
import org.rollcall.lesson.EnrolmentDesk;
import org.rollcall.lesson.UnknownDesk;
import org.rollcall.model.LessonKey;
import org.rollcall.model.RollcallException;
import org.rollcall.store.AuditEntry.Action;
import org.rollcall.store.UnknownWord.Kind;
import org.rollcall.worker.PhotoChecks;

/** What people say of the unknown faces of a lesson. */
final class UnknownRoutes implements Routes {
  private static final String PATH = "/classes/{class}/lessons/{lesson}/unknown/{number}";
  private static final String STUDENT = "student:";

  private final Supplier<UnknownDesk> desk;
  private final Supplier<EnrolmentDesk> enrolment;
  private final PhotoChecks checks;
  private final Trail trail;
  private final Door door;

  UnknownRoutes(
      Supplier<UnknownDesk> desk,
      Supplier<EnrolmentDesk> enrolment,
      PhotoChecks checks,
      Trail trail,
      Door door) {
    this.desk = desk;
    this.enrolment = enrolment;
    this.checks = checks;
    this.trail = trail;
    this.door = door;
  }

  @Override
  public void addTo(RoutesConfig server) {
    door.post(server, PATH, this::say);
  }

  private void say(Context context, Principal visitor) {
    Optional<LessonKey> lesson =
        Addresses.lesson(context.pathParam(Door.CLASS), context.pathParam(Addresses.LESSON));
    if (lesson.isEmpty() || !visitor.account().mayCorrect(lesson.get().className())) {
      context.status(HttpStatus.NOT_FOUND);
      return;
    }
    int number = number(context);
    say(lesson.get(), number, context, visitor);
    trail.note(context, visitor, Action.FACE_NAMED, lesson.get() + " " + number);
    context.redirect(Addresses.lesson(lesson.get()) + "#unknown", HttpStatus.SEE_OTHER);
  }

  private void say(LessonKey lesson, int number, Context context, Principal visitor) {
    String who = text(context, "who");
    String author = visitor.account().name();
    if (who.startsWith(STUDENT)) {
      String student = who.substring(STUDENT.length());
      desk.get().isStudent(lesson, number, student, author);
      if (EnrolmentRoutes.mayEnrol(visitor) && !text(context, "enrol").isEmpty()) {
        enrol(lesson, number, student);
      }
    } else if (who.equals(Kind.VISITOR.name()) || who.equals(Kind.NO_FACE.name())) {
      desk.get().isNoStudent(lesson, number, Kind.valueOf(who), author);
    } else {
      desk.get().takeBack(lesson, number, author);
    }
  }

  private void enrol(LessonKey lesson, int number, String student) {
    Path picture = desk.get().picture(lesson, number);
    try {
      enrolment.get().add(lesson.className(), student, picture);
      checks.request(lesson.className());
    } finally {
      delete(picture);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int number(Context context) {
    try {
      return Integer.parseInt(context.pathParam("number"));
    } catch (NumberFormatException e) {
      throw new RollcallException("This is no number of an unknown face.", e);
    }
  }
}
