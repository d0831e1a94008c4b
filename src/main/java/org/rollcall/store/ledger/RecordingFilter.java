package org.rollcall.store.ledger;

import java.util.Optional;

/**
 * Which recordings are meant.
 *
 * @param state the state that they are in; empty for any
 * @param text what is in their paths, in any letter case; blank for anything
 */
public record RecordingFilter(Optional<Recording.RecordingState> state, String text) {
  /** All recordings. */
  public static final RecordingFilter ALL = new RecordingFilter(Optional.empty(), "");
}
