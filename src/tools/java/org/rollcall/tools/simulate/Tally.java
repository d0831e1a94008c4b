package org.rollcall.tools.simulate;

import java.util.List;
import java.util.Locale;
import org.rollcall.tools.simulate.MarkedStudent.Mark;

/**
 * How many students got which mark.
 *
 * @param marks one for each student and lesson
 */
record Tally(List<Mark> marks) {
  int count() {
    return marks.size();
  }

  int count(Mark wanted) {
    return (int) marks.stream().filter(mark -> mark == wanted).count();
  }

  /** {@return "0.012 % (3 of 25,000; below 0.031 %)": how many got a mark for sure} */
  String sureText() {
    return String.format(
        Locale.ROOT,
        "%.3f %% (%d of %,d; below %.3f %%)",
        100.0 * count(Mark.SURE) / count(),
        count(Mark.SURE),
        count(),
        100 * UpperBound.of(count(Mark.SURE), count()));
  }

  /** {@return "4.2": how many got that mark, in percent} */
  String percent(Mark wanted) {
    return String.format(Locale.ROOT, "%.1f", 100.0 * count(wanted) / count());
  }
}
