package org.rollcall.basics;

/** The larger or smaller of two comparable values, such as times; the first if they are equal. */
public final class Extremes {
  private Extremes() {}

  /**
   * Gives the larger value: the later time, the longer duration.
   *
   * @param one a value
   * @param other another one
   * @param <T> their type
   * @return the larger of the two
   */
  public static <T extends Comparable<? super T>> T max(T one, T other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /**
   * Gives the smaller value: the earlier time, the shorter duration.
   *
   * @param one a value
   * @param other another one
   * @param <T> their type
   * @return the smaller of the two
   */
  public static <T extends Comparable<? super T>> T min(T one, T other) {
    return one.compareTo(other) <= 0 ? one : other;
  }
}
