package org.rollcall.web.enrol;

import java.util.List;
import org.rollcall.desk.PhotoEditing.Enrolled;
import org.rollcall.desk.PhotoEditing.Photo;
import org.rollcall.model.Message;
import org.rollcall.web.kit.Addresses;
import org.rollcall.worker.PhotoChecks;

/**
 * The enrolment of a class, as its pages show it.
 *
 * @param className name of the class
 * @param students its students, in the order of the roster
 * @param checked the checks of their photos
 */
record EnrolmentPage(String className, List<Enrolled> students, PhotoChecks.CheckedClass checked) {
  EnrolmentPage {
    students = List.copyOf(students);
  }

  static String address(String className) {
    return Addresses.schoolClass(className) + "/enrolment";
  }

  static String address(String className, String student) {
    return address(className) + "/students/" + Addresses.encoded(student);
  }

  String address() {
    return address(className);
  }

  String address(Enrolled student) {
    return address(className, student.student().id());
  }

  String version(Enrolled student) {
    return StudentForm.version(student.student());
  }

  String face(Enrolled student, Photo photo) {
    return address(student) + "/photos/" + Addresses.encoded(photo.name()) + "/face.jpg";
  }

  /** {@return whether photos of a student are being checked} */
  boolean isChecking(Enrolled student) {
    return checked.inProgress() && student.waits();
  }

  /** {@return the remarks about a student} */
  List<Message> remarks(Enrolled student) {
    return checked.remarks().stream()
        .filter(remark -> remark.toString().contains(student.student().id()))
        .toList();
  }
}
