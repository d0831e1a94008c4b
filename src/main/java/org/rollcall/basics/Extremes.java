package org.rollcall.basics;

/** The larger and the smaller of two values, such as times; the first where they are equal. */
public final class Extremes {
  private Extremes() {}

  /**
   * Gives the larger value: the later time, the longer duration.
   *
   * @param one a value
   * @param other another one
   * @param <T> what they are
   * @return the larger of both
   */
  public static <T extends Comparable<? super T>> T max(T one, T other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /**
   * Gives the smaller value: the earlier time, the shorter duration.
   *
   * @param one a value
   * @param other another one
   * @param <T> what they are
   * @return the smaller of both
   */
  public static <T extends Comparable<? super T>> T min(T one, T other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
