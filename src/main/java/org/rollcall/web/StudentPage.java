package org.rollcall.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.rollcall.config.WarningSettings;
import org.rollcall.lesson.ClassBook;
import org.rollcall.lesson.StudentSummary;
import org.rollcall.model.Correction;
import org.rollcall.model.MarkChange;
import org.rollcall.model.Student;
import org.rollcall.model.StudentLesson;

/**
 * A student over some days, as the page shows it.
 *
 * @param className name of the class
 * @param days which days
 * @param summary what they came to
 * @param hasPortrait whether there is a picture
 * @param neighbours who comes before and after on the school's list
 * @param trend how attendance went
 * @param lessons the part of the lessons that is shown, the latest first
 * @param paging where that stands
 * @param changes what people changed, the latest first
 * @param limits from when on to warn
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
   * Who stands beside a student.
   *
   * @param before who comes before; empty for the first one
   * @param after who comes after; empty for the last one
   */
  record Neighbours(Optional<Student> before, Optional<Student> after) {
    static Neighbours of(List<ClassBook.Person> people, String id) {
      List<String> ids = people.stream().map(one -> one.student().id()).toList();
      int place = ids.indexOf(id);
      return new Neighbours(at(people, place - 1), at(people, place + 1));
    }

    private static Optional<Student> at(List<ClassBook.Person> people, int place) {
      return place >= 0 && place < people.size()
          ? Optional.of(people.get(place).student())
          : Optional.empty();
    }
  }

  String id() {
    return summary.student().id();
  }

  String name() {
    return summary.student().name();
  }

  String classAddress() {
    return Addresses.schoolClass(className) + days.suffix();
  }

  /** {@return the page itself, for all days} */
  String address() {
    return Addresses.record(className, id(), DayFilter.NONE);
  }

  String address(Student other) {
    return Addresses.record(className, other.id(), days);
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
    return Addresses.lesson(lesson.lesson().key()) + "#" + id();
  }

  String address(MarkChange change) {
    return Addresses.lesson(change.lesson()) + "#" + id();
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

  /** {@return what a correction says, in words; that nothing stood there if there is none} */
  static String text(Optional<Correction> correction, Words words) {
    if (correction.isEmpty()) {
      return words.lookup("lesson.asfound");
    }
    String mark = correction.get().status().map(words::status).orElse("");
    String remark = correction.get().remark();
    return mark.isEmpty() || remark.isEmpty() ? mark + remark : mark + " (" + remark + ")";
  }

  static long minutes(Duration time) {
    return time.toMinutes();
  }
}
