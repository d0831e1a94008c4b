package org.rollcall.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonMarks;
import org.rollcall.model.Status;
import org.rollcall.settings.WarningSettings;

/**
 * Finds the students of a class who are often absent. Review marks are undecided: they count
 * neither as attended nor as absent, and do not end a run of absences.
 */
final class Absences {
  private static final int HUNDRED = 100;

  private final WarningSettings limits;
  private final List<LessonMarks> lessons;

  /**
   * Creates a finder for one class.
   *
   * @param lessons lessons of the class, the earliest first
   */
  Absences(WarningSettings limits, List<LessonMarks> lessons) {
    this.limits = limits;
    this.lessons = List.copyOf(lessons);
  }

  /** Why a reader should hear about a student. */
  enum AbsenceSign {
    /** Absent from the last lessons in a row. */
    ROW,
    /** Attended too small a share of the lessons. */
    SHARE
  }

  /**
   * A student who is often absent.
   *
   * @param student id of the student
   * @param reason why the student is reported
   * @param since the lesson with which the absences, or the low attendance, started
   * @param tally the numbers behind it
   */
  record Absence(String student, AbsenceSign reason, LessonKey since, AbsenceTally tally) {}

  /**
   * The attendance of a student in numbers.
   *
   * @param attended number of lessons that the student attended
   * @param decided number of lessons whose mark is decided
   * @param missed the lessons of the latest run of absences
   */
  record AbsenceTally(int attended, int decided, List<LessonKey> missed) {
    AbsenceTally {
      missed = List.copyOf(missed);
    }

    /**
     * {@return the attended share of the decided lessons, in percent, rounded down; 100 without
     * any}
     */
    int percent() {
      return decided == 0 ? HUNDRED : attended * HUNDRED / decided;
    }
  }

  /** {@return all absences to report of the students now in the class, in roster order} */
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
          limits.isLow(attended, decided)
              ? below.or(() -> Optional.of(lesson.lesson()))
              : Optional.empty();
    }
    AbsenceTally tally = new AbsenceTally(attended, decided, row);
    List<Absence> found = new ArrayList<>();
    if (limits.isLongRow(row.size())) {
      found.add(new Absence(student, AbsenceSign.ROW, row.get(0), tally));
    }
    below.ifPresent(since -> found.add(new Absence(student, AbsenceSign.SHARE, since, tally)));
    return found;
  }
}
