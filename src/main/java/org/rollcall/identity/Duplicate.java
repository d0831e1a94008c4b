package org.rollcall.identity;

/**
 * Somebody who is known twice.
 *
 * @param first which of the known, counted from 0
 * @param second which other one (after the first)
 */
public record Duplicate(int first, int second) {}
