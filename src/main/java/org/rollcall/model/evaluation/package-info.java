/**
 * The result of an evaluation: how often Rollcall is right where the truth is known. Start with
 * {@link org.rollcall.model.evaluation.Evaluation}; all its figures are derived from its {@link
 * org.rollcall.model.evaluation.Trial}s.
 *
 * <p>These are immutable values, as in {@code model}.
 */
package org.rollcall.model.evaluation;
