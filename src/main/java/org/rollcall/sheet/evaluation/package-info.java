/**
 * An evaluation as a workbook: {@link org.rollcall.sheet.evaluation.EvaluationSheet}, with a class
 * for each of its worksheets.
 *
 * <p>The numbers are results, not formulas: nobody corrects an evaluation. The worksheets are drawn
 * with the {@code Book} and {@code Page} of {@code sheet}.
 */
package org.rollcall.sheet.evaluation;
