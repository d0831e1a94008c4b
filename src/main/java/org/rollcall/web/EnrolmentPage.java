package org.rollcall.web;

import java.util.List;
import org.rollcall.lesson.EnrolmentDesk.Enrolled;
import org.rollcall.lesson.EnrolmentDesk.Photo;
import org.rollcall.worker.PhotoChecks;

/**
 * Who is enrolled in a class, as its pages show it.
 *
 * @param className name of the class
 * @param students its students, in the order of the roster
 * @param checked how it stands with their photos
 */
record EnrolmentPage(String className, List<Enrolled> students, PhotoChecks.Result checked) {
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

  String face(Enrolled student, Photo photo) {
    return address(student) + "/photos/" + Addresses.encoded(photo.name()) + "/face.jpg";
  }

  /** {@return whether the page will soon have more to say} */
  boolean isChecking(Enrolled student) {
    return checked.underWay() && student.waits();
  }

  /** {@return the sentences that are about a student} */
  List<String> remarks(Enrolled student) {
    return checked.remarks().stream()
        .filter(remark -> remark.contains(student.student().id()))
        .toList();
  }
}
