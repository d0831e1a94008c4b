package org.rollcall.doctor;

/**
 * One thing that was looked at.
 *
 * @param thing what was looked at, in a word or two
 * @param grade how it is
 * @param found what was found
 * @param advice what to do about it; empty if nothing
 */
public record Finding(String thing, Grade grade, String found, String advice) {
  /** How a thing is. */
  public enum Grade {
    /** As it should be. */
    OK,
    /** Worth knowing, but nothing fails because of it. */
    NOTE,
    /** Something fails because of it. */
    BAD
  }

  /** A bad thing without advice would leave somebody alone. */
  public Finding {
    if (grade == Grade.BAD && advice.isBlank()) {
      throw new IllegalArgumentException("what is bad needs advice");
    }
  }

  /**
   * A thing that is as it should be.
   *
   * @param thing what was looked at
   * @param found what was found
   * @return the finding
   */
  public static Finding ok(String thing, String found) {
    return new Finding(thing, Grade.OK, found, "");
  }

  /**
   * A thing worth knowing.
   *
   * @param thing what was looked at
   * @param found what was found
   * @param advice what could be done about it; may be empty
   * @return the finding
   */
  public static Finding note(String thing, String found, String advice) {
    return new Finding(thing, Grade.NOTE, found, advice);
  }

  /**
   * A thing because of which something fails.
   *
   * @param thing what was looked at
   * @param found what was found
   * @param advice what to do about it, a sentence
   * @return the finding
   */
  public static Finding bad(String thing, String found, String advice) {
    return new Finding(thing, Grade.BAD, found, advice);
  }
}
