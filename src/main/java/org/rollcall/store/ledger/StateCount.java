package org.rollcall.store.ledger;

import java.time.Instant;

/**
 * The recordings in one state.
 *
 * @param state the state
 * @param recordings how many (> 0)
 * @param longest since when the one that has been in it longest is there
 */
public record StateCount(Recording.RecordingState state, long recordings, Instant longest) {}
