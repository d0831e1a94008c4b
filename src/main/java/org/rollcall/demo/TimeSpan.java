package org.rollcall.demo;

/**
 * A time in a film.
 *
 * @param from seconds from its begin
 * @param to seconds from its begin, excluded
 */
record TimeSpan(double from, double to) {
  boolean contains(double second) {
    return second >= from && second < to;
  }

  double length() {
    return to - from;
  }

  /** {@return how much of it has passed, 0 before and 1 after it} */
  double share(double second) {
    return Math.max(0, Math.min(1, (second - from) / (to - from)));
  }
}
