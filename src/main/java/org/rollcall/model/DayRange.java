package org.rollcall.model;

import java.time.LocalDate;

/**
 * Days that follow each other.
 *
 * @param first the first day
 * @param last the last day, which belongs to them (not before the first)
 */
public record DayRange(LocalDate first, LocalDate last) {
  /** All days that a lesson can have. */
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
   * Whether a day belongs to them.
   *
   * @param day the day
   * @return true from the first to the last one
   */
  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
