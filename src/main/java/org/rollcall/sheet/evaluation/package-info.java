/**
 * An evaluation as a workbook: {@link org.rollcall.sheet.evaluation.EvaluationSheet}, with a class
 * for each of its worksheets.
 *
 * <p>The numbers are values, not formulas, since nobody corrects an evaluation. The worksheets are
 * built with {@code Book} and {@code Page} of {@code sheet}.
 */
package org.rollcall.sheet.evaluation;
