package org.rollcall.store;

import java.time.Instant;

/**
 * The recordings that are in one state.
 *
 * @param state the state
 * @param recordings how many (> 0)
 * @param longest since when the first of them is in it
 */
public record Standing(Recording.State state, long recordings, Instant longest) {}
