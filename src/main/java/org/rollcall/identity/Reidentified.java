package org.rollcall.identity;

import java.util.OptionalInt;

/**
 * An unknown person of a lesson, with the result of re-identification.
 *
 * @param person all tracks of the lesson that show the person
 * @param known index of the matching person known from other lessons, from 0; empty for a new
 *     person
 */
public record Reidentified(PersonCluster person, OptionalInt known) {}
