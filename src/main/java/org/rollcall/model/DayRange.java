package org.rollcall.model;

import java.time.LocalDate;

/**
 * A range of consecutive days.
 *
 * @param first the first day
 * @param last the last day, inclusive (not before the first)
 */
public record DayRange(LocalDate first, LocalDate last) {
  /** Every day on which a lesson can take place. */
  public static final DayRange ALL =
      new DayRange(LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31));

  /**
   * Checks the order.
   *
   * @throws IllegalArgumentException if the last day comes before the first
   */
  public DayRange {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "The last day, %s, comes before the first, %s".formatted(last, first));
    }
  }

  /**
   * Checks whether a day lies in the range.
   *
   * @param day the day
   * @return true if it does; both ends are inclusive
   */
  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
