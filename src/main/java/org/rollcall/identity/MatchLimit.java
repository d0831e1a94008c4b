package org.rollcall.identity;

/**
 * The limit that a match had to reach to be sure.
 *
 * @param falseAcceptRate greatest expected share of student-lessons in which an absent student is
 *     marked as seen (0..1)
 * @param persons assumed number of persons in the recording who could be mistaken for a student
 * @param score score that strangers of the same region and age reach at that rate, in standard
 *     deviations above strangers
 */
public record MatchLimit(double falseAcceptRate, int persons, double score) {}
