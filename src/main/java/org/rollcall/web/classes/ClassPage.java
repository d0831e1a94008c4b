package org.rollcall.web.classes;

import java.util.List;
import java.util.Optional;
import org.rollcall.desk.AbsenceWarning;
import org.rollcall.desk.StudentSummary;
import org.rollcall.model.LessonTally;
import org.rollcall.model.Status;
import org.rollcall.model.Tally;
import org.rollcall.settings.WarningSettings;
import org.rollcall.web.kit.Addresses;
import org.rollcall.web.kit.Paging;
import org.rollcall.web.kit.Words;

/**
 * A class over some days, as its page shows it.
 *
 * @param query what the user asked for
 * @param students the students in the order asked for
 * @param tally the marks of all of them
 * @param trend attendance over time
 * @param lessons the lessons of this page of their list; none if there is a calendar instead
 * @param paging which page of that list
 * @param month the calendar; empty if there is a list instead
 * @param limits when to warn
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
    return StudentPage.address(className(), student.student().id(), query.days());
  }

  String address(LessonTally lesson) {
    return Addresses.lesson(lesson.lesson());
  }

  List<String> warnings(StudentSummary student, Words words) {
    return Warnings.texts(student.marks(), limits, words);
  }

  /** {@return number of students with a warning} */
  long warned() {
    return students.stream()
        .filter(student -> !AbsenceWarning.of(student.marks(), limits).isEmpty())
        .count();
  }

  int review(LessonTally lesson) {
    return lesson.tally().count(Status.REVIEW);
  }
}
