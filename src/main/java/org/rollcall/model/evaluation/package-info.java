/**
 * What an evaluation found out: how often Rollcall is right where the truth is known. Start with
 * {@link org.rollcall.model.evaluation.Evaluation}; everything in it is counted from its {@link
 * org.rollcall.model.evaluation.Trial}s.
 *
 * <p>Immutable values, as in {@code model}.
 */
package org.rollcall.model.evaluation;
