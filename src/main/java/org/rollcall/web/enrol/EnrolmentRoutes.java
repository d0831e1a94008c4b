package org.rollcall.web.enrol;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.rollcall.desk.PhotoEditing.Enrolled;
import org.rollcall.desk.RosterEdit;
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
    List<Enrolled> students = area.photos().students(className);
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

  /** Who is there already, just like that, was added by the same form. */
  private void addStudent(Exchange exchange) {
    String className = exchange.className();
    Student student = new StudentForm(exchange).student(exchange.field("id"));
    RosterEdit edit =
        area.rosters()
            .change(
                className,
                students ->
                    students.contains(student)
                        ? students
                        : Stream.concat(students.stream(), Stream.of(student)).toList());
    area.changed(exchange, className + " " + student.id(), edit);
    exchange.seeOther(EnrolmentPage.address(className, student.id()));
  }

  private void showStudent(Exchange exchange) {
    String className = exchange.className();
    List<Enrolled> students = area.photos().students(className);
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
    StudentForm form = new StudentForm(exchange);
    area.rosters().student(className, id);
    RosterEdit edit =
        area.rosters()
            .change(
                className,
                students ->
                    students.stream()
                        .map(one -> one.id().equals(id) ? changed(form, one) : one)
                        .toList());
    area.changed(exchange, className + " " + id, edit);
    exchange.seeOther(EnrolmentPage.address(className, id));
  }

  private static Student changed(StudentForm form, Student now) {
    form.requireChangeOf(now);
    return form.student(now.id());
  }

  private void removeStudent(Exchange exchange) {
    if (exchange.field("sure").isEmpty()) {
      throw PageProblem.unusable("enrolled.remove.unsure");
    }
    String className = exchange.className();
    String id = exchange.student();
    StudentForm form = new StudentForm(exchange);
    RosterEdit edit = area.rosters().remove(className, id, form::requireRemovalOf);
    area.changed(exchange, className + " " + id, edit);
    exchange.seeOther(EnrolmentPage.address(className));
  }

  private void note(Exchange exchange, String about) {
    site.audit().note(exchange, Action.ROSTER_CHANGED, about);
  }
}
