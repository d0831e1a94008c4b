package org.rollcall.model.picture;

import java.time.Duration;

/**
 * A frame of a recording.
 *
 * @param at its time from the first frame, by its own time stamp
 * @param picture its pixels, upright
 */
public record VideoFrame(Duration at, Picture picture) {}
