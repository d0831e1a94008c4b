package org.rollcall.web;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonMarks;
import org.rollcall.model.Status;

/**
 * The lessons of a class, as its page lists them.
 *
 * @param className name of the class
 * @param lessons the latest first
 */
record ClassPage(String className, List<Line> lessons) {
  ClassPage {
    lessons = List.copyOf(lessons);
  }

  /**
   * A lesson.
   *
   * @param key which lesson
   * @param students students in its register
   * @param attended how many were there
   * @param absent how many were not
   * @param review how many are left to a person
   */
  record Line(LessonKey key, int students, int attended, int absent, int review) {
    LocalDate day() {
      return key.date();
    }

    LocalTime start() {
      return key.start();
    }

    String address() {
      return Addresses.lesson(key);
    }
  }

  static ClassPage of(String className, List<LessonMarks> marks) {
    List<Line> lines = new ArrayList<>(marks.stream().map(ClassPage::line).toList());
    Collections.reverse(lines);
    return new ClassPage(className, lines);
  }

  private static Line line(LessonMarks marks) {
    int attended = (int) marks.marks().values().stream().filter(Status::attended).count();
    return new Line(
        marks.lesson(),
        marks.marks().size(),
        attended,
        Collections.frequency(marks.marks().values(), Status.ABSENT),
        Collections.frequency(marks.marks().values(), Status.REVIEW));
  }
}
