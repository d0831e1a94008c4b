package org.rollcall.demo;

/**
 * A half-open span of time in a film.
 *
 * @param from start, in seconds from the start of the film, inclusive
 * @param to end, in seconds from the start of the film, exclusive
 */
record TimeSpan(double from, double to) {
  boolean contains(double second) {
    return second >= from && second < to;
  }

  double length() {
    return to - from;
  }

  /** {@return the share of the span that has passed: 0 before it, 1 after it} */
  double share(double second) {
    return Math.max(0, Math.min(1, (second - from) / (to - from)));
  }
}
