package org.rollcall.identity;

import java.util.OptionalInt;

/**
 * An unknown person of a lesson.
 *
 * @param person all tracks of the lesson that show the person
 * @param known which of those known from other lessons it is, counted from 0; empty for somebody
 *     new
 */
public record Reidentified(PersonCluster person, OptionalInt known) {}
