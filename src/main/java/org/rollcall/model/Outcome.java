package org.rollcall.model;

import java.util.List;

/**
 * How the processing of a lesson ended.
 *
 * @param state done, partial or failed
 * @param reasons why it is not simply done, a sentence each; empty when done
 */
public record Outcome(Completion state, List<String> reasons) {
  /** The three ends. */
  public enum Completion {
    /** All of the recording was processed. */
    DONE,
    /** There is a sheet, but a part of the recording could not be used. */
    PARTIAL,
    /** There is no sheet. */
    FAILED
  }

  /**
   * Copies the reasons and checks that they fit.
   *
   * @throws IllegalArgumentException if a done lesson has reasons, or another one none
   */
  public Outcome {
    reasons = List.copyOf(reasons);
    if (reasons.isEmpty() != (state == Completion.DONE)) {
      throw new IllegalArgumentException(state + " with reasons " + reasons);
    }
  }

  /** {@return the end of a lesson that went well} */
  public static Outcome done() {
    return new Outcome(Completion.DONE, List.of());
  }

  /**
   * The end of a lesson of which a part is missing.
   *
   * @param reasons what is missing (not empty)
   * @return the outcome
   */
  public static Outcome partial(List<String> reasons) {
    return new Outcome(Completion.PARTIAL, reasons);
  }

  /**
   * The end of a lesson that has no sheet.
   *
   * @param reason why
   * @return the outcome
   */
  public static Outcome failed(String reason) {
    return new Outcome(Completion.FAILED, List.of(reason));
  }
}
