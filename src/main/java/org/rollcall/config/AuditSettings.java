package org.rollcall.config;

/**
 * How long it is known who did what.
 *
 * @param keepDays days (1 to 3660)
 */
public record AuditSettings(int keepDays) {
  /** What holds when nothing is set. */
  public static final AuditSettings DEFAULT = new AuditSettings(365);

  private static final int MOST = 3660;

  public AuditSettings {
    if (keepDays < 1 || keepDays > MOST) {
      throw new IllegalArgumentException("keepDays must be 1 to 3660, got " + keepDays);
    }
  }
}
