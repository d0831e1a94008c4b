/**
 * How often Rollcall is right, measured where the truth is known: what {@code rollcall evaluate}
 * does.
 *
 * <p>Start at {@link org.rollcall.evaluation.Evaluator}. A class is tried either on recordings with
 * a {@link org.rollcall.evaluation.Truth} beside them ({@code FootageExam}) or on photos of its
 * students and of strangers ({@code PhotoExam}); faces are found and described once and then put to
 * each classifier. {@link org.rollcall.evaluation.EvaluationFolder} writes what came of it.
 *
 * <p>It works in temporary folders: store, sheets and footage of the school are never touched.
 */
package org.rollcall.evaluation;
