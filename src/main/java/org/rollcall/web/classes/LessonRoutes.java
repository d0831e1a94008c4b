package org.rollcall.web.classes;

import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.rollcall.desk.CorrectionService.StaleCorrection;
import org.rollcall.desk.MarkEdit;
import org.rollcall.lesson.RefusedPictures;
import org.rollcall.lesson.Sheets;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.RollcallException;
import org.rollcall.model.Status;
import org.rollcall.model.picture.Jpeg;
import org.rollcall.sheet.ClassRegisterExport;
import org.rollcall.store.Store;
import org.rollcall.store.account.AuditEntry.Action;
import org.rollcall.web.kit.Addresses;
import org.rollcall.web.kit.Exchange;
import org.rollcall.web.kit.PageProblem;
import org.rollcall.web.kit.Router;
import org.rollcall.web.kit.Routes;
import org.rollcall.web.kit.Words;

/** The register of a lesson: to read and to correct, with its pictures and its sheet. */
final class LessonRoutes implements Routes {
  private static final String LESSON = "/classes/{class}/lessons/{lesson}";
  private static final String STUDENT = LESSON + "/students/{student}";
  private static final int LONGEST_REMARK = 500;

  private final ClassArea area;

  LessonRoutes(ClassArea area) {
    this.area = area;
  }

  @Override
  public void addTo(Router router) {
    router
        .users()
        .get(LESSON, this::show)
        .get(LESSON + "/sheet.xlsx", this::sheet)
        .get(LESSON + "/unknown/{number}.jpg", this::unknown)
        .get(STUDENT + "/evidence.jpg", this::evidence)
        .get(STUDENT + "/portrait.jpg", this::portrait)
        .post(STUDENT, this::correct);
  }

  private void show(Exchange exchange) {
    Store store = area.site().store();
    LessonKey key = withoutRefused(exchange);
    LessonRegister register = store.lessons().outline(key).orElseThrow(PageProblem::missing);
    Words words = exchange.words();
    exchange.show(
        "classes/lesson",
        "%s, %s".formatted(key.className(), words.lesson(key)),
        Map.of(
            "page",
            new LessonPage(
                register, store.pendingSheets().reason(key), store.sheetProblems().of(key)),
            "mail",
            new SheetMail(area.site()).offer(exchange),
            "unknown",
            new UnknownFacesPage(
                register,
                store.unknownFaceDecisions().of(key),
                store.unknownFaceDecisions().visitors(key.className()))));
  }

  /** {@return the lesson, without pictures that a roster edited by hand forbids by now} */
  private LessonKey withoutRefused(Exchange exchange) {
    LessonKey lesson = exchange.lesson();
    Store store = area.site().store();
    RefusedPictures refused = new RefusedPictures(area.site().home(), store);
    store.withheldPictures().classesIn(lesson).forEach(refused::delete);
    return lesson;
  }

  private void correct(Exchange exchange) {
    LessonKey lesson = exchange.lesson();
    if (!exchange.principal().mayCorrect(lesson.className())) {
      throw new PageProblem(HttpStatus.FORBIDDEN, "problem.viewer");
    }
    MarkEdit edit =
        new MarkEdit(
            exchange.student(),
            correction(exchange, "seenStatus", "seenRemark"),
            correction(exchange, "status", "remark"));
    try {
      area.corrections().correct(lesson, edit, exchange.principal().name());
      exchange.seeOther(Addresses.row(lesson, exchange.student()));
    } catch (StaleCorrection e) {
      ConflictPage.show(exchange, area.site().store(), edit);
    }
  }

  private static Optional<Correction> correction(Exchange exchange, String status, String remark) {
    String mark = exchange.field(status);
    String typed = exchange.field(remark);
    String words = typed.substring(0, Math.min(typed.length(), LONGEST_REMARK));
    Optional<Status> wanted =
        Arrays.stream(Status.values()).filter(known -> known.name().equals(mark)).findFirst();
    return wanted.isEmpty() && words.isEmpty()
        ? Optional.empty()
        : Optional.of(new Correction(wanted, words));
  }

  private void evidence(Exchange exchange) {
    Store store = area.site().store();
    show(
        exchange,
        store
            .lessons()
            .evidence(withoutRefused(exchange), exchange.student())
            .orElseThrow(PageProblem::missing));
  }

  private void portrait(Exchange exchange) {
    Store store = area.site().store();
    show(
        exchange,
        store
            .enrolments()
            .portrait(withoutRefused(exchange).className(), exchange.student())
            .orElseThrow(PageProblem::missing));
  }

  private void unknown(Exchange exchange) {
    String number = exchange.parameter("number");
    if (!number.matches("\\d{1,6}")) {
      throw PageProblem.missing();
    }
    Store store = area.site().store();
    show(
        exchange,
        store
            .lessons()
            .unknown(withoutRefused(exchange), Integer.parseInt(number))
            .orElseThrow(PageProblem::missing));
  }

  private void show(Exchange exchange, Jpeg picture) {
    area.site().audit().noteOnce(exchange, Action.PICTURES_SEEN, exchange.lesson().toString());
    exchange.picture(picture);
  }

  private void sheet(Exchange exchange) {
    LessonKey lesson = withoutRefused(exchange);
    Path sheet = area.site().home().sheet(lesson);
    if (!Files.isRegularFile(sheet)) {
      throw PageProblem.missing();
    }
    requireShowable(lesson);
    try {
      area.site().audit().note(exchange, Action.DOWNLOADED, lesson + ".xlsx");
      exchange.download(
          lesson.fileStem() + ".xlsx",
          ClassRegisterExport.Format.XLSX.mediaType(),
          Files.readAllBytes(sheet));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A sheet with pictures that must not be shown is written again first. */
  private void requireShowable(LessonKey lesson) {
    Store store = area.site().store();
    Message withPictures = Message.of(Reason.SHEET_WITH_PICTURES);
    if (store.pendingSheets().reason(lesson).filter(withPictures::equals).isPresent()) {
      new Sheets(area.site().home(), store)
          .writePending(lesson)
          .ifPresent(
              reason -> {
                throw new RollcallException(reason);
              });
    }
  }
}
