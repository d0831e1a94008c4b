/**
 * Registers as workbooks. Only this package and those within it use POI.
 *
 * <p>Start with {@link org.rollcall.sheet.SheetWriter}, which writes the sheet of one lesson;
 * {@link org.rollcall.sheet.typed.LessonSheet} reads what teachers have typed into it; {@link
 * org.rollcall.sheet.ClassRegister} writes all lessons of a class, and {@link
 * org.rollcall.sheet.evaluation.EvaluationSheet} the results of an evaluation. Each worksheet has a
 * class of its own ({@code RegisterPage}, {@code TimelinePage}, …), which writes to a {@code Page}
 * of a {@code Book}. A {@code Replacement} replaces an older file in one step.
 *
 * <p>Everything that follows from what a teacher can change is a formula: marks, counts, shares and
 * charts follow a correction at once. The results are stored beside the formulas, for programs that
 * do not calculate.
 *
 * <p>The classes that read and write whole files keep nothing between calls and may be shared
 * between threads; two threads must not write the same file.
 */
package org.rollcall.sheet;
