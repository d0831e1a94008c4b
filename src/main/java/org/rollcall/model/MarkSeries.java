package org.rollcall.model;

import java.util.List;

/**
 * The marks that hold for one student, lesson by lesson. A mark in review is not decided: it
 * neither adds to absences in a row nor ends them.
 *
 * @param marks the earliest lesson first
 */
public record MarkSeries(List<Status> marks) {
  /** Copies the marks. */
  public MarkSeries {
    marks = List.copyOf(marks);
  }

  /** {@return how many there are of each mark} */
  public Tally tally() {
    return Tally.of(marks);
  }

  /** {@return absences since the student was last there} */
  public int absencesInARow() {
    int absences = 0;
    for (Status mark : marks) {
      absences = longer(absences, mark);
    }
    return absences;
  }

  /** {@return most absences that ever followed each other} */
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
