package org.rollcall.identity;

/**
 * Two unknown persons on record who are the same person.
 *
 * @param first index of one of the known persons, from 0
 * @param second index of the other one (greater than {@code first})
 */
public record Duplicate(int first, int second) {}
