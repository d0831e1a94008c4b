/**
 * Measures the accuracy of Rollcall on data with known truth, as {@code rollcall evaluate} does.
 *
 * <p>Start at {@link org.rollcall.evaluation.Evaluator}. A class is tested either on recordings
 * with a {@link org.rollcall.evaluation.Truth} beside them ({@code FootageExam}) or on photos of
 * its students and of strangers ({@code PhotoExam}); faces are detected and embedded once and then
 * passed to each classifier. {@link org.rollcall.evaluation.EvaluationFolder} writes the results.
 *
 * <p>It works in temporary folders; store, sheets and recordings of the school are never touched.
 */
package org.rollcall.evaluation;
