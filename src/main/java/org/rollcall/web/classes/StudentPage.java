package org.rollcall.web.classes;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.rollcall.desk.ClassHistory;
import org.rollcall.desk.StudentSummary;
import org.rollcall.model.Correction;
import org.rollcall.model.MarkChange;
import org.rollcall.model.Student;
import org.rollcall.model.StudentLesson;
import org.rollcall.settings.WarningSettings;
import org.rollcall.web.kit.Addresses;
import org.rollcall.web.kit.Paging;
import org.rollcall.web.kit.Words;

/**
 * A student over some days, as the page shows him or her.
 *
 * @param className name of the class
 * @param days which days
 * @param summary the attendance
 * @param hasPortrait whether there is a picture of an enrolment photo
 * @param neighbours who comes before and after on the roster
 * @param trend attendance over time
 * @param lessons the lessons of this page of their list, the latest first
 * @param paging which page of that list
 * @param changes all corrections, the latest first
 * @param limits when to warn
 * @param zone the school's time zone
 */
record StudentPage(
    String className,
    DayFilter days,
    StudentSummary summary,
    boolean hasPortrait,
    Neighbours neighbours,
    Trend trend,
    List<StudentLesson> lessons,
    Paging paging,
    List<MarkChange> changes,
    WarningSettings limits,
    ZoneId zone) {
  StudentPage {
    lessons = List.copyOf(lessons);
    changes = List.copyOf(changes);
  }

  /**
   * The neighbours of a student on the roster.
   *
   * @param before who comes before; empty for the first student
   * @param after who comes after; empty for the last student
   */
  record Neighbours(Optional<Student> before, Optional<Student> after) {
    static Neighbours of(List<ClassHistory.StudentHistory> members, String id) {
      List<String> ids = members.stream().map(one -> one.student().id()).toList();
      int place = ids.indexOf(id);
      return new Neighbours(at(members, place - 1), at(members, place + 1));
    }

    private static Optional<Student> at(List<ClassHistory.StudentHistory> members, int place) {
      return place >= 0 && place < members.size()
          ? Optional.of(members.get(place).student())
          : Optional.empty();
    }
  }

  String id() {
    return summary.student().id();
  }

  String name() {
    return summary.student().name();
  }

  /** {@return the page of a student over some days} */
  static String address(String className, String student, DayFilter days) {
    return Addresses.schoolClass(className)
        + "/students/"
        + Addresses.encoded(student)
        + days.suffix();
  }

  String classAddress() {
    return Addresses.schoolClass(className) + days.suffix();
  }

  /** {@return this page for all days} */
  String address() {
    return address(className, id(), DayFilter.NONE);
  }

  String address(Student other) {
    return address(className, other.id(), days);
  }

  String portrait() {
    return address() + "/portrait.jpg";
  }

  String export() {
    return address() + "/lessons.csv" + days.suffix();
  }

  String onPage(int page) {
    return address() + days.suffix() + (days.isSet() ? "&" : "?") + "page=" + page + "#lessons";
  }

  String address(StudentLesson lesson) {
    return Addresses.row(lesson.lesson().key(), id());
  }

  String address(MarkChange change) {
    return Addresses.row(change.lesson(), id());
  }

  List<String> warnings(Words words) {
    return Warnings.texts(summary.marks(), limits, words);
  }

  Optional<LocalDateTime> first(StudentLesson lesson) {
    return lesson.seen().map(seen -> lesson.lesson().clock(seen.first()));
  }

  Optional<LocalDateTime> last(StudentLesson lesson) {
    return lesson.seen().map(seen -> lesson.lesson().clock(seen.last()));
  }

  long minutes(StudentLesson lesson) {
    return lesson.seen().map(seen -> Math.max(1, seen.time().toMinutes())).orElse(0L);
  }

  boolean isCorrected(StudentLesson lesson) {
    return lesson.written().flatMap(written -> written.correction().status()).isPresent();
  }

  LocalDateTime local(Instant at) {
    return LocalDateTime.ofInstant(at, zone);
  }

  /** {@return the correction before a change in words; that the mark was as found without one} */
  static String before(MarkChange change, Words words) {
    return change
        .before()
        .map(correction -> text(correction, words))
        .orElse(words.text("lesson.asfound"));
  }

  /** {@return the correction after a change in words; that the mark is as found without one} */
  static String after(MarkChange change, Words words) {
    return change
        .after()
        .map(correction -> text(correction, words))
        .orElse(words.text("lesson.asfound"));
  }

  private static String text(Correction correction, Words words) {
    String mark = correction.status().map(words::status).orElse("");
    String remark = correction.remark();
    return mark.isEmpty() || remark.isEmpty() ? mark + remark : mark + " (" + remark + ")";
  }
}
