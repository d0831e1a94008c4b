package org.rollcall.model.picture;

/**
 * A point in a frame.
 *
 * @param x pixels from the left edge
 * @param y pixels from the top edge
 */
public record Point(float x, float y) {}
