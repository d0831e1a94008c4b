package org.rollcall.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rollcall.access.Principal;
import org.rollcall.lesson.Desk;
import org.rollcall.lesson.UnknownDesk;
import org.rollcall.model.Correction;
import org.rollcall.model.Jpeg;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Register;
import org.rollcall.model.Status;

/** The register of a lesson: to look at, to correct, with its pictures and its sheet. */
final class LessonRoutes implements Routes {
  private static final String PATH = "/classes/{class}/lessons/{lesson}";
  private static final String STUDENT_PATH = PATH + "/students/{student}";
  private static final int LONGEST_REMARK = 500;

  private final Supplier<Desk> desk;
  private final Supplier<UnknownDesk> unknown;
  private final Supplier<SheetMail> mail;
  private final Door door;
  private final Pages pages;

  LessonRoutes(
      Supplier<Desk> desk,
      Supplier<UnknownDesk> unknown,
      Supplier<SheetMail> mail,
      Door door,
      Pages pages) {
    this.desk = desk;
    this.unknown = unknown;
    this.mail = mail;
    this.door = door;
    this.pages = pages;
  }

  @Override
  public void addTo(RoutesConfig server) {
    door.get(server, PATH, this::show);
    door.get(server, PATH + "/sheet.xlsx", this::sheet);
    door.get(server, PATH + "/unknown/{number}.jpg", this::unknown);
    door.get(server, STUDENT_PATH + "/evidence.jpg", this::evidence);
    door.get(server, STUDENT_PATH + "/portrait.jpg", this::portrait);
    door.post(server, STUDENT_PATH, this::correct);
  }

  private static Optional<LessonKey> key(Context context) {
    return Addresses.lesson(context.pathParam(Door.CLASS), context.pathParam(Addresses.LESSON));
  }

  private void show(Context context, Principal visitor) {
    Optional<Register> register = key(context).flatMap(desk.get()::register);
    if (register.isEmpty()) {
      context.status(HttpStatus.NOT_FOUND);
      return;
    }
    LessonKey key = register.get().lesson().key();
    boolean mayCorrect = visitor.account().mayCorrect(key.className());
    Words words = Words.of(context);
    pages.show(
        context,
        Optional.of(visitor),
        "lesson",
        "%s, %s, %s".formatted(key.className(), words.date(key.date()), words.time(key.start())),
        Map.of(
            "page",
            new LessonPage(register.get(), mayCorrect, desk.get().sheetWaits(key)),
            "mail",
            mail.get().offer(visitor, context.queryParam(MailRoutes.ASKED) != null),
            "strangers",
            new StrangersPage(
                register.get(),
                unknown.get().words(key),
                unknown.get().visitors(key.className()))));
  }

  private void correct(Context context, Principal visitor) {
    Words words = Words.of(context);
    Optional<LessonKey> key = key(context);
    if (key.isEmpty()) {
      context.status(HttpStatus.NOT_FOUND);
      return;
    }
    if (!visitor.account().mayCorrect(key.get().className())) {
      pages.showProblem(
          context, Optional.of(visitor), HttpStatus.FORBIDDEN, words.text("problem.viewer"));
      return;
    }
    try {
      desk.get()
          .correct(
              key.get(),
              context.pathParam(Addresses.STUDENT),
              correction(context, "seenStatus", "seenRemark"),
              correction(context, "status", "remark"),
              visitor.account().name());
      context.redirect(
          Addresses.lesson(key.get()) + "#" + context.pathParam(Addresses.STUDENT),
          HttpStatus.SEE_OTHER);
    } catch (Desk.StaleCorrection e) {
      pages.showProblem(
          context, Optional.of(visitor), HttpStatus.CONFLICT, words.text("problem.stale"));
    }
  }

  private static Optional<Correction> correction(Context context, String status, String remark) {
    String mark = Optional.ofNullable(context.formParam(status)).orElse("");
    String typed = Optional.ofNullable(context.formParam(remark)).orElse("").strip();
    String words = typed.substring(0, Math.min(typed.length(), LONGEST_REMARK));
    Optional<Status> wanted =
        Arrays.stream(Status.values()).filter(known -> known.name().equals(mark)).findFirst();
    return wanted.isEmpty() && words.isEmpty()
        ? Optional.empty()
        : Optional.of(new Correction(wanted, words));
  }

  private void evidence(Context context, Principal visitor) {
    String student = context.pathParam(Addresses.STUDENT);
    picture(context, key -> desk.get().evidence(key, student));
  }

  private void portrait(Context context, Principal visitor) {
    String student = context.pathParam(Addresses.STUDENT);
    picture(context, key -> desk.get().portrait(key.className(), student));
  }

  private void unknown(Context context, Principal visitor) {
    String number = context.pathParam("number");
    picture(
        context,
        key ->
            number.matches("\\d{1,6}")
                ? desk.get().unknown(key, Integer.parseInt(number))
                : Optional.empty());
  }

  private static void picture(Context context, Function<LessonKey, Optional<Jpeg>> find) {
    Optional<Jpeg> picture = key(context).flatMap(find);
    if (picture.isEmpty()) {
      context.status(HttpStatus.NOT_FOUND);
      return;
    }
    context.header("Cache-Control", "private, max-age=300");
    context.contentType("image/jpeg");
    context.result(picture.get().bytes());
  }

  private void sheet(Context context, Principal visitor) {
    Optional<Path> sheet = key(context).flatMap(desk.get()::sheet);
    if (sheet.isEmpty()) {
      context.status(HttpStatus.NOT_FOUND);
      return;
    }
    try {
      byte[] bytes = Files.readAllBytes(sheet.get());
      context.header("Cache-Control", "no-store");
      context.header(
          "Content-Disposition",
          "attachment; filename=\"%s.xlsx\"".formatted(key(context).orElseThrow().dayAndTime()));
      context.contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
      context.result(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
