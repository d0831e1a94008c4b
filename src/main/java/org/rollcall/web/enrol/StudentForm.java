package org.rollcall.web.enrol;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.model.Consent;
import org.rollcall.model.Student;
import org.rollcall.web.kit.Conflict;
import org.rollcall.web.kit.Exchange;
import org.rollcall.web.kit.FormVersion;
import org.rollcall.web.kit.PageProblem;
import org.rollcall.web.kit.StaleForm;
import org.rollcall.web.kit.Words;

/**
 * The form about one student.
 *
 * @param exchange the request that brings the form
 */
record StudentForm(Exchange exchange) {
  static String version(Student student) {
    return FormVersion.of(student);
  }

  /** {@return the student as the form says} */
  Student student(String id) {
    String name = exchange.field("name");
    if (id.isEmpty() || name.isEmpty()) {
      throw PageProblem.unusable("problem.student");
    }
    return new Student(
        id,
        name,
        Optional.of(exchange.field("email")).filter(email -> !email.isEmpty()),
        consent(exchange.field("consent")));
  }

  private static Consent consent(String text) {
    return Arrays.stream(Consent.values())
        .filter(consent -> consent.name().equals(text))
        .findFirst()
        .orElse(Consent.NOT_STATED);
  }

  /**
   * Requires that a change was made from what the roster says now.
   *
   * @throws StaleForm if it says something else by now
   */
  void requireChangeOf(Student now) {
    Student wanted = student(now.id());
    if (!now.equals(wanted)) {
      require(
          now,
          List.of(
              row("enrolment.name", now.name(), wanted.name()),
              row("enrolment.email", now.email().orElse("–"), wanted.email().orElse("–")),
              consent(now, consentWord(wanted))));
    }
  }

  /**
   * Requires that a removal was decided from what the roster says now.
   *
   * @throws StaleForm if it says something else by now
   */
  void requireRemovalOf(Student now) {
    String removed = exchange.words().text("conflict.removed");
    require(
        now,
        List.of(
            row("enrolment.name", now.name(), removed),
            row("enrolment.email", now.email().orElse("–"), removed),
            consent(now, removed)));
  }

  private void require(Student now, List<Conflict.ComparedRow> rows) {
    if (!exchange.seen().equals(version(now))) {
      String className = exchange.className();
      throw new StaleForm(
          new Conflict(
              "%s %s".formatted(className, now.id()),
              EnrolmentPage.address(className, now.id()),
              Map.of(FormVersion.FIELD, version(now)),
              rows));
    }
  }

  private Conflict.ComparedRow consent(Student now, String yours) {
    return new Conflict.ComparedRow(
        exchange.words().text("enrolment.consent"),
        consentWord(now),
        yours,
        now.consent() == Consent.REFUSED);
  }

  private String consentWord(Student student) {
    return exchange.words().text("consent." + student.consent().name());
  }

  private Conflict.ComparedRow row(String label, String now, String yours) {
    Words words = exchange.words();
    return new Conflict.ComparedRow(words.text(label), now, yours);
  }
}
