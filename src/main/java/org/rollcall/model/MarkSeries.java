package org.rollcall.model;

import java.util.List;

/**
 * The marks in force for one student, lesson by lesson. A Review mark is undecided: it neither
 * extends nor ends a run of consecutive absences.
 *
 * @param marks the marks, earliest lesson first
 */
public record MarkSeries(List<Status> marks) {
  /** Copies the marks. */
  public MarkSeries {
    marks = List.copyOf(marks);
  }

  /** {@return the number of marks of each kind} */
  public Tally tally() {
    return Tally.of(marks);
  }

  /** {@return consecutive absences since the student last attended} */
  public int absencesInARow() {
    int absences = 0;
    for (Status mark : marks) {
      absences = longer(absences, mark);
    }
    return absences;
  }

  /** {@return the longest run of consecutive absences} */
  public int mostAbsencesInARow() {
    int absences = 0;
    int most = 0;
    for (Status mark : marks) {
      absences = longer(absences, mark);
      most = Math.max(most, absences);
    }
    return most;
  }

  private static int longer(int absences, Status mark) {
    if (mark.attended()) {
      return 0;
    }
    return mark == Status.ABSENT ? absences + 1 : absences;
  }
}
