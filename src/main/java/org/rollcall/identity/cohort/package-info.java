/**
 * How alike strangers are: what the people of a region and age have in common, how their scores
 * scatter, and how far they go. The files of the same name hold those counts for each embedding
 * space; {@link org.rollcall.identity.cohort.Cohort} turns a cosine into a score with them.
 */
package org.rollcall.identity.cohort;
