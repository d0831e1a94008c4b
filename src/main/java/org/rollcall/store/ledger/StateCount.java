package org.rollcall.store.ledger;

import java.time.Instant;

/**
 * The number of recordings in one state.
 *
 * @param state the state
 * @param recordings how many (> 0)
 * @param longest when the one that has been in the state longest entered it
 */
public record StateCount(Recording.RecordingState state, long recordings, Instant longest) {}
