package org.rollcall.model.picture;

import java.time.Duration;

/**
 * A decoded video frame.
 *
 * @param at its time from the first frame, from its own timestamp
 * @param picture its pixels, in upright orientation
 */
public record VideoFrame(Duration at, Picture picture) {}
