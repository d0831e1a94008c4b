package org.rollcall.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonMarks;
import org.rollcall.model.Status;
import org.rollcall.settings.WarningSettings;

/**
 * Finds students who are absent a lot. Marks in review are undecided: they count neither way, and
 * do not end a row of absences.
 */
final class Absences {
  private static final int HUNDRED = 100;

  private final WarningSettings limits;
  private final List<LessonMarks> lessons;

  /**
   * Looks at a class.
   *
   * @param lessons its lessons, the earliest first
   */
  Absences(WarningSettings limits, List<LessonMarks> lessons) {
    this.limits = limits;
    this.lessons = List.copyOf(lessons);
  }

  /** Why somebody should know of a student. */
  enum Reason {
    /** Absent from the last lessons in a row. */
    ROW,
    /** In too few of the lessons. */
    SHARE
  }

  /**
   * A student who is absent a lot.
   *
   * @param student id of the student
   * @param reason why
   * @param since with which lesson it began
   * @param tally what counts
   */
  record Absence(String student, Reason reason, LessonKey since, AbsenceTally tally) {}

  /**
   * What counts of a student.
   *
   * @param attended lessons in which the student was
   * @param decided lessons whose mark is decided
   * @param missed the lessons of the last row of absences
   */
  record AbsenceTally(int attended, int decided, List<LessonKey> missed) {
    AbsenceTally {
      missed = List.copyOf(missed);
    }

    /** {@return which part of the lessons the student attended, in percent, rounded down} */
    int percent() {
      return decided == 0 ? HUNDRED : attended * HUNDRED / decided;
    }
  }

  /** {@return all that is to say of those who are in the class now, in the order of its list} */
  List<Absence> all() {
    List<Absence> found = new ArrayList<>();
    if (!lessons.isEmpty()) {
      lessons.get(lessons.size() - 1).marks().keySet().forEach(id -> found.addAll(of(id)));
    }
    return found;
  }

  private List<Absence> of(String student) {
    int attended = 0;
    int decided = 0;
    List<LessonKey> row = new ArrayList<>();
    Optional<LessonKey> below = Optional.empty();
    for (LessonMarks lesson : lessons) {
      Status mark = lesson.marks().getOrDefault(student, Status.REVIEW);
      if (mark == Status.REVIEW) {
        continue;
      }
      decided++;
      if (mark.attended()) {
        attended++;
        row.clear();
      } else {
        row.add(lesson.lesson());
      }
      below =
          isBelow(attended, decided)
              ? below.or(() -> Optional.of(lesson.lesson()))
              : Optional.empty();
    }
    AbsenceTally tally = new AbsenceTally(attended, decided, row);
    List<Absence> found = new ArrayList<>();
    if (limits.absencesInARow() > 0 && row.size() >= limits.absencesInARow()) {
      found.add(new Absence(student, Reason.ROW, row.get(0), tally));
    }
    below.ifPresent(since -> found.add(new Absence(student, Reason.SHARE, since, tally)));
    return found;
  }

  private boolean isBelow(int attended, int decided) {
    return decided >= limits.fromLessons()
        && attended * HUNDRED < limits.attendanceBelow() * decided;
  }
}
