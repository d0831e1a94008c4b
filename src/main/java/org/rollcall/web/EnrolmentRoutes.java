package org.rollcall.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.access.Principal;
import org.rollcall.lesson.EnrolmentDesk;
import org.rollcall.lesson.EnrolmentDesk.Enrolled;
import org.rollcall.model.Consent;
import org.rollcall.model.Jpeg;
import org.rollcall.model.RollcallException;
import org.rollcall.model.Student;
import org.rollcall.store.Account.Role;
import org.rollcall.store.AuditEntry.Action;
import org.rollcall.worker.PhotoChecks;

/**
 * The students of a class and their photos: to add, to look at, to take away. Photos are for those
 * only who look after them, so the door has to be the admins'.
 */
final class EnrolmentRoutes implements Routes {
  static final String PATH = "/classes/{class}/enrolment";
  static final String STUDENT_PATH = PATH + "/students/{student}";
  private static final String PHOTO = "photo";

  /** Six photos of the best telephones, or a video of half a minute. */
  private static final long MOST_BYTES = 200_000_000;

  private final Supplier<EnrolmentDesk> desk;
  private final PhotoChecks checks;
  private final Uploads uploads;
  private final Trail trail;
  private final Door door;
  private final Pages pages;

  EnrolmentRoutes(
      Supplier<EnrolmentDesk> desk,
      PhotoChecks checks,
      Uploads uploads,
      Trail trail,
      Door door,
      Pages pages) {
    this.desk = desk;
    this.checks = checks;
    this.uploads = uploads;
    this.trail = trail;
    this.door = door;
    this.pages = pages;
  }

  @Override
  public void addTo(RoutesConfig server) {
    door.post(server, "/classes", this::addClass);
    door.get(server, PATH, this::showClass);
    door.post(server, PATH + "/students", this::addStudent);
    door.get(server, STUDENT_PATH, this::showStudent);
    door.post(server, STUDENT_PATH, this::changeStudent);
    door.post(server, STUDENT_PATH + "/remove", this::removeStudent);
    door.post(server, STUDENT_PATH + "/photos", this::addPhotos);
    door.post(server, STUDENT_PATH + "/photos/remove", this::removePhoto);
    door.get(server, STUDENT_PATH + "/photos/{photo}/face.jpg", this::showFace);
  }

  /** {@return whether the door of these pages is open to somebody} */
  static boolean mayEnrol(Principal visitor) {
    return visitor.account().role() == Role.ADMIN;
  }

  private void addClass(Context context, Principal visitor) {
    String name = text(context, "name");
    desk.get().create(name);
    trail.note(context, visitor, Action.ROSTER_CHANGED, name);
    context.redirect(EnrolmentPage.address(name), HttpStatus.SEE_OTHER);
  }

  private void showClass(Context context, Principal visitor) {
    String className = className(context);
    List<Enrolled> students = desk.get().students(className);
    PhotoChecks.Result checked = lookAtWaiting(className, students);
    pages.show(
        context,
        Optional.of(visitor),
        "enrolment",
        Words.of(context).text("enrolment.title", className),
        Map.of("page", new EnrolmentPage(className, students, checked)));
  }

  /** Photos may have come another way, or before this process was there. */
  private PhotoChecks.Result lookAtWaiting(String className, List<Enrolled> students) {
    PhotoChecks.Result known = checks.result(className);
    if (students.stream().anyMatch(Enrolled::waits)
        && !known.underWay()
        && known.problem().isEmpty()) {
      checks.request(className);
    }
    return checks.result(className);
  }

  private void addStudent(Context context, Principal visitor) {
    String className = className(context);
    Student student = student(context, text(context, "id"));
    desk.get()
        .change(
            className,
            students -> {
              List<Student> all = new ArrayList<>(students);
              all.add(student);
              return all;
            });
    trail.note(context, visitor, Action.ROSTER_CHANGED, className + " " + student.id());
    context.redirect(EnrolmentPage.address(className, student.id()), HttpStatus.SEE_OTHER);
  }

  private static Student student(Context context, String id) {
    String name = text(context, "name");
    if (id.isEmpty() || name.isEmpty()) {
      throw new RollcallException("A student needs an id and a name. One of them is missing.");
    }
    return new Student(
        id,
        name,
        Optional.of(text(context, "email")).filter(email -> !email.isEmpty()),
        consent(text(context, "consent")));
  }

  private static Consent consent(String text) {
    return List.of(Consent.values()).stream()
        .filter(consent -> consent.name().equals(text))
        .findFirst()
        .orElse(Consent.NOT_STATED);
  }

  private void showStudent(Context context, Principal visitor) {
    String className = className(context);
    String id = context.pathParam(Addresses.STUDENT);
    List<Enrolled> students = desk.get().students(className);
    Optional<Enrolled> student =
        students.stream().filter(one -> one.student().id().equals(id)).findFirst();
    if (student.isEmpty()) {
      context.status(HttpStatus.NOT_FOUND);
      return;
    }
    PhotoChecks.Result checked = lookAtWaiting(className, students);
    pages.show(
        context,
        Optional.of(visitor),
        "enrolled",
        student.get().student().name(),
        Map.of("page", new EnrolmentPage(className, students, checked), "student", student.get()));
  }

  private void changeStudent(Context context, Principal visitor) {
    String className = className(context);
    String id = context.pathParam(Addresses.STUDENT);
    desk.get().student(className, id);
    Student changed = student(context, id);
    desk.get()
        .change(
            className,
            students -> students.stream().map(one -> one.id().equals(id) ? changed : one).toList());
    trail.note(context, visitor, Action.ROSTER_CHANGED, className + " " + id);
    checks.request(className);
    context.redirect(EnrolmentPage.address(className, id), HttpStatus.SEE_OTHER);
  }

  private void removeStudent(Context context, Principal visitor) {
    String className = className(context);
    if (text(context, "sure").isEmpty()) {
      throw new RollcallException(Words.of(context).text("enrolled.remove.unsure"));
    }
    String id = context.pathParam(Addresses.STUDENT);
    desk.get().remove(className, id);
    trail.note(context, visitor, Action.ROSTER_CHANGED, className + " " + id);
    context.redirect(EnrolmentPage.address(className), HttpStatus.SEE_OTHER);
  }

  private void addPhotos(Context context, Principal visitor) {
    String className = className(context);
    String id = context.pathParam(Addresses.STUDENT);
    desk.get().student(className, id);
    try (Uploads.Batch batch = uploads.take(context, PHOTO, MOST_BYTES)) {
      for (Uploads.Upload upload : batch.files()) {
        try {
          desk.get().add(className, id, upload.file());
        } catch (RollcallException e) {
          throw new RollcallException("%s: %s".formatted(upload.name(), e.getMessage()), e);
        }
      }
    } finally {
      trail.note(context, visitor, Action.PHOTOS_CHANGED, className + " " + id);
      checks.request(className);
    }
    context.redirect(EnrolmentPage.address(className, id), HttpStatus.SEE_OTHER);
  }

  private void removePhoto(Context context, Principal visitor) {
    String className = className(context);
    String id = context.pathParam(Addresses.STUDENT);
    desk.get().removePhoto(className, id, text(context, PHOTO));
    trail.note(context, visitor, Action.PHOTOS_CHANGED, className + " " + id);
    checks.request(className);
    context.redirect(EnrolmentPage.address(className, id), HttpStatus.SEE_OTHER);
  }

  private void showFace(Context context, Principal visitor) {
    Optional<Jpeg> face =
        desk.get()
            .face(
                className(context), context.pathParam(Addresses.STUDENT), context.pathParam(PHOTO));
    if (face.isEmpty()) {
      context.status(HttpStatus.NOT_FOUND);
      return;
    }
    context.header("Cache-Control", "private, max-age=300");
    context.contentType("image/jpeg");
    context.result(face.get().bytes());
  }

  static String className(Context context) {
    return context.pathParam(Door.CLASS);
  }

  static String text(Context context, String field) {
    return Optional.ofNullable(context.formParam(field)).orElse("").strip();
  }
}
