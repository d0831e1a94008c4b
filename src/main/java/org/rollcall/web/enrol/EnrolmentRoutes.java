package org.rollcall.web.enrol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.desk.RosterEditing;
import org.rollcall.desk.RosterEditing.Enrolled;
import org.rollcall.model.Consent;
import org.rollcall.model.Student;
import org.rollcall.store.account.AuditEntry.Action;
import org.rollcall.web.kit.Exchange;
import org.rollcall.web.kit.PageProblem;
import org.rollcall.web.kit.Router;
import org.rollcall.web.kit.Routes;
import org.rollcall.web.kit.Site;
import org.rollcall.worker.PhotoChecks;

/** The classes and their students: to add, to see, to change and to remove. */
final class EnrolmentRoutes implements Routes {
  private static final String CLASS = "/classes/{class}/enrolment";
  private static final String STUDENT = CLASS + "/students/{student}";

  private final EnrolArea area;
  private final Site site;

  EnrolmentRoutes(EnrolArea area) {
    this.area = area;
    this.site = area.site();
  }

  @Override
  public void addTo(Router router) {
    router
        .enrollers()
        .post("/classes", this::addClass)
        .get(CLASS, this::showClass)
        .post(CLASS + "/students", this::addStudent)
        .get(STUDENT, this::showStudent)
        .post(STUDENT, this::changeStudent)
        .post(STUDENT + "/remove", this::removeStudent);
  }

  private void addClass(Exchange exchange) {
    String name = exchange.field("name");
    area.rosters().create(name);
    note(exchange, name);
    exchange.seeOther(EnrolmentPage.address(name));
  }

  private void showClass(Exchange exchange) {
    String className = exchange.className();
    List<Enrolled> students = area.rosters().students(className);
    PhotoChecks.CheckedClass checked = checkWaiting(className, students);
    exchange.show(
        "enrol/enrolment",
        exchange.words().text("enrolment.title", className),
        Map.of("page", new EnrolmentPage(className, students, checked)));
  }

  /** Photos may have been copied there by hand, or before this process started. */
  private PhotoChecks.CheckedClass checkWaiting(String className, List<Enrolled> students) {
    PhotoChecks checks = site.photoChecks();
    PhotoChecks.CheckedClass known = checks.result(className);
    boolean failed = !known.problem().isEmpty();
    if (!known.inProgress() && !failed && students.stream().anyMatch(Enrolled::waits)) {
      checks.request(className);
    }
    return checks.result(className);
  }

  private void addStudent(Exchange exchange) {
    String className = exchange.className();
    Student student = student(exchange, exchange.field("id"));
    area.rosters()
        .change(
            className,
            students -> {
              List<Student> all = new ArrayList<>(students);
              all.add(student);
              return all;
            });
    note(exchange, className + " " + student.id());
    exchange.seeOther(EnrolmentPage.address(className, student.id()));
  }

  private static Student student(Exchange exchange, String id) {
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

  private void showStudent(Exchange exchange) {
    String className = exchange.className();
    List<Enrolled> students = area.rosters().students(className);
    Enrolled student =
        students.stream()
            .filter(one -> one.student().id().equals(exchange.student()))
            .findFirst()
            .orElseThrow(PageProblem::missing);
    PhotoChecks.CheckedClass checked = checkWaiting(className, students);
    exchange.show(
        "enrol/enrolled",
        student.student().name(),
        Map.of("page", new EnrolmentPage(className, students, checked), "student", student));
  }

  private void changeStudent(Exchange exchange) {
    String className = exchange.className();
    String id = exchange.student();
    RosterEditing rosters = area.rosters();
    rosters.student(className, id);
    Student changed = student(exchange, id);
    rosters.change(
        className,
        students -> students.stream().map(one -> one.id().equals(id) ? changed : one).toList());
    note(exchange, className + " " + id);
    area.writeSheets();
    site.photoChecks().request(className);
    exchange.seeOther(EnrolmentPage.address(className, id));
  }

  private void removeStudent(Exchange exchange) {
    if (exchange.field("sure").isEmpty()) {
      throw PageProblem.unusable("enrolled.remove.unsure");
    }
    String className = exchange.className();
    area.rosters().remove(className, exchange.student());
    note(exchange, className + " " + exchange.student());
    exchange.seeOther(EnrolmentPage.address(className));
  }

  private void note(Exchange exchange, String about) {
    site.audit().note(exchange, Action.ROSTER_CHANGED, about);
  }
}
