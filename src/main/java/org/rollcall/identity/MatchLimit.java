package org.rollcall.identity;

/**
 * What a match had to reach to be sure.
 *
 * @param falseAcceptRate how often a student who is absent is marked all the same, at most: the
 *     share of student-lessons to be expected (0..1)
 * @param persons persons in the recording who could be mistaken for a student, as reckoned with
 * @param cohortScore score that strangers of the cohort reach so often, in standard deviations
 *     above strangers
 * @param score the score that was asked for: that of the cohort, or a higher one where the students
 *     of the class are more alike
 */
public record MatchLimit(double falseAcceptRate, int persons, double cohortScore, double score) {}
