package org.rollcall.web;

import java.util.List;
import java.util.Optional;
import org.rollcall.config.WarningSettings;
import org.rollcall.lesson.StudentSummary;
import org.rollcall.lesson.Warning;
import org.rollcall.model.LessonTally;
import org.rollcall.model.Status;
import org.rollcall.model.Tally;

/**
 * A class over some days, as its page shows it.
 *
 * @param query what the visitor wants to see
 * @param students in the order wanted
 * @param tally the marks of all
 * @param trend how attendance went
 * @param lessons the part of the list of lessons that is shown; none beside a calendar
 * @param paging where that stands in the list
 * @param month the calendar; empty beside a list
 * @param limits from when on to warn
 */
record ClassPage(
    ClassQuery query,
    List<StudentSummary> students,
    Tally tally,
    Trend trend,
    List<LessonTally> lessons,
    Paging paging,
    Optional<MonthPage> month,
    WarningSettings limits) {
  ClassPage {
    students = List.copyOf(students);
    lessons = List.copyOf(lessons);
  }

  String className() {
    return query.className();
  }

  String address() {
    return Addresses.schoolClass(className());
  }

  String address(StudentSummary student) {
    return Addresses.record(className(), student.student().id(), query.days());
  }

  String address(LessonTally lesson) {
    return Addresses.lesson(lesson.lesson());
  }

  List<String> warnings(StudentSummary student, Words words) {
    return Warnings.texts(student.marks(), limits, words);
  }

  /** {@return how many students there is something to warn of} */
  long warned() {
    return students.stream()
        .filter(student -> !Warning.of(student.marks(), limits).isEmpty())
        .count();
  }

  int review(LessonTally lesson) {
    return lesson.tally().count(Status.REVIEW);
  }
}
