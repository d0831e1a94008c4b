/**
 * A register as a workbook, and a teacher's corrections back from it. The only package that knows
 * POI.
 *
 * <p>Start reading at {@link org.rollcall.sheet.LessonSheet}, the sheet of one lesson; {@link
 * org.rollcall.sheet.ClassRegister} has all lessons of a class, and {@link
 * org.rollcall.sheet.evaluation.EvaluationSheet} what an evaluation found out. Each worksheet has a
 * class of its own ({@code RegisterPage}, {@code TimelinePage}, …), which draws on a {@code Page}
 * of a {@code Book}. Files take the place of older ones by a {@code Replacement}, in one step.
 *
 * <p>Whatever a teacher can change is a formula where it has consequences: marks, counts, shares
 * and charts follow a correction at once. The results are stored beside the formulas, for programs
 * that do not calculate.
 *
 * <p>The public classes keep nothing between calls and may be shared between threads; two threads
 * must not write the same file.
 */
package org.rollcall.sheet;
