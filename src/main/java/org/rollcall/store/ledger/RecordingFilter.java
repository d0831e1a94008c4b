package org.rollcall.store.ledger;

import java.util.Optional;

/**
 * Selects recordings.
 *
 * @param state the state that they are in; empty for any
 * @param text what their paths contain, ignoring case; blank for any path
 */
public record RecordingFilter(Optional<Recording.RecordingState> state, String text) {
  /** All recordings. */
  public static final RecordingFilter ALL = new RecordingFilter(Optional.empty(), "");
}
