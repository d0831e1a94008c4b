package org.rollcall.web.classes;

import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.desk.MarkEdit;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Status;
import org.rollcall.model.WrittenCorrection;
import org.rollcall.store.Store;
import org.rollcall.web.kit.Addresses;
import org.rollcall.web.kit.Exchange;
import org.rollcall.web.kit.PageProblem;

/**
 * Two corrections of one mark, between which a person chooses: one that was made since the person
 * loaded the page of the lesson, and the person's own.
 *
 * @param line the row of the student, with the correction in force
 * @param inForce who made the correction in force, and when; empty if one was taken back
 * @param wanted what the person wants instead; empty to take the correction back
 */
record ConflictPage(
    LessonPage.Line line, Optional<WrittenCorrection> inForce, Optional<Correction> wanted) {
  /** Shows the page, with what the person typed, which must not be lost. */
  static void show(Exchange exchange, Store store, MarkEdit edit) {
    LessonKey lesson = exchange.lesson();
    LessonRegister register = store.lessons().outline(lesson).orElseThrow(PageProblem::missing);
    LessonPage.Line line =
        register.rows().stream()
            .map(row -> new LessonPage.Line(register.lesson(), row))
            .filter(one -> one.id().equals(edit.student()))
            .findFirst()
            .orElseThrow(PageProblem::missing);
    Optional<WrittenCorrection> inForce =
        store.lessons().correctionsEver(lesson).getOrDefault(edit.student(), List.of()).stream()
            .filter(written -> written.end().isEmpty())
            .findFirst();
    exchange
        .status(HttpStatus.CONFLICT)
        .show(
            "classes/conflict",
            exchange.words().text("contested.title", line.name()),
            Map.of("page", new ConflictPage(line, inForce, edit.wanted())));
  }

  String className() {
    return line.lesson().key().className();
  }

  /** {@return the lesson, at the row of the student} */
  String rowAddress() {
    return Addresses.row(line.lesson().key(), line.id());
  }

  /** {@return the mark wanted, as a form carries it} */
  String wantedMark() {
    return wanted.flatMap(Correction::status).map(Status::name).orElse("");
  }

  String wantedRemark() {
    return wanted.map(Correction::remark).orElse("");
  }
}
