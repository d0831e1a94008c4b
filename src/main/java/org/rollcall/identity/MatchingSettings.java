package org.rollcall.identity;

/**
 * How sure an identification has to be.
 *
 * @param falseAcceptRate how often a student may be taken for seen in a lesson without having been
 *     there, at most (0.00001 to 0.05; 0.001 by default, one in a thousand)
 * @param minSightings sampled frames in which a student must be seen to be marked without a look by
 *     a person (1 to 100; 5 by default)
 * @param method how the students are told apart (by the nearest template by default)
 */
public record MatchingSettings(double falseAcceptRate, int minSightings, Method method) {
  /** How the students of a class are told apart. */
  public enum Method {
    /** By the mean of each student's photos. */
    TEMPLATE,
    /** By the k nearest of each student's photos. */
    KNN,
    /** By a linear support vector machine for each student. */
    SVM,
    /** By a linear layer under a softmax. */
    SOFTMAX
  }

  /** What holds when nothing is set. */
  public static final MatchingSettings DEFAULT = new MatchingSettings(0.001, 5);

  public MatchingSettings {
    if (!(falseAcceptRate >= 0.00001 && falseAcceptRate <= 0.05)) {
      throw new IllegalArgumentException(
          "falseAcceptRate must be 0.00001 to 0.05, got " + falseAcceptRate);
    }
    if (minSightings < 1 || minSightings > 100) {
      throw new IllegalArgumentException("minSightings must be 1 to 100, got " + minSightings);
    }
  }

  /**
   * Settings for the nearest template.
   *
   * @param falseAcceptRate how often a student may be taken for seen, at most
   * @param minSightings sampled frames in which a student must be seen
   */
  public MatchingSettings(double falseAcceptRate, int minSightings) {
    this(falseAcceptRate, minSightings, Method.TEMPLATE);
  }
}
