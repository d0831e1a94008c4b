package org.rollcall.model;

import java.util.List;
import java.util.Optional;

/**
 * The outcome of processing a lesson.
 *
 * @param state done, partial or failed
 * @param reasons why it is partial or failed, a sentence each; empty when done
 */
public record Outcome(Completion state, List<Message> reasons) {
  /** How far processing got. */
  public enum Completion {
    /** The whole recording was processed. */
    DONE,
    /** There is a sheet, but part of the recording could not be used. */
    PARTIAL,
    /** There is no sheet. */
    FAILED
  }

  /**
   * Copies the reasons and checks them against the state.
   *
   * @throws IllegalArgumentException if a done lesson has reasons, or a partial or failed one has
   *     none
   */
  public Outcome {
    reasons = List.copyOf(reasons);
    if (reasons.isEmpty() != (state == Completion.DONE)) {
      throw new IllegalArgumentException(state + " with reasons " + reasons);
    }
  }

  /** {@return all reasons as one message; empty when done} */
  public Optional<Message> summary() {
    return reasons.stream().reduce((one, next) -> Message.of(Reason.SEVERAL, one, next));
  }

  /** {@return the outcome of a lesson that was processed in full} */
  public static Outcome done() {
    return new Outcome(Completion.DONE, List.of());
  }

  /**
   * Creates the outcome of a lesson that was processed in part.
   *
   * @param reasons what is missing (not empty)
   * @return the outcome
   */
  public static Outcome partial(List<Message> reasons) {
    return new Outcome(Completion.PARTIAL, reasons);
  }

  /**
   * Creates the outcome of a lesson without a sheet.
   *
   * @param reason why there is none
   * @return the outcome
   */
  public static Outcome failed(Message reason) {
    return new Outcome(Completion.FAILED, List.of(reason));
  }
}
