package org.rollcall.doctor;

/**
 * The result of checking one thing.
 *
 * @param thing what was checked, in a word or two
 * @param grade the state it is in
 * @param found what was found
 * @param advice what to do about it; empty if nothing
 */
public record Finding(String thing, Grade grade, String found, String advice) {
  /** The state of a thing that was checked. */
  public enum Grade {
    /** As it should be. */
    OK,
    /** Worth knowing, but nothing fails because of it. */
    NOTE,
    /** Something fails because of it. */
    BAD
  }

  /** Rejects a bad finding without advice, which would leave the user at a loss. */
  public Finding {
    if (grade == Grade.BAD && advice.isBlank()) {
      throw new IllegalArgumentException("what is bad needs advice");
    }
  }

  /**
   * A thing that is as it should be.
   *
   * @param thing what was checked
   * @param found what was found
   * @return the finding
   */
  public static Finding ok(String thing, String found) {
    return new Finding(thing, Grade.OK, found, "");
  }

  /**
   * A thing worth knowing.
   *
   * @param thing what was checked
   * @param found what was found
   * @param advice what could be done about it; may be empty
   * @return the finding
   */
  public static Finding note(String thing, String found, String advice) {
    return new Finding(thing, Grade.NOTE, found, advice);
  }

  /**
   * A thing that makes something fail.
   *
   * @param thing what was checked
   * @param found what was found
   * @param advice what to do about it, in a sentence
   * @return the finding
   */
  public static Finding bad(String thing, String found, String advice) {
    return new Finding(thing, Grade.BAD, found, advice);
  }
}
