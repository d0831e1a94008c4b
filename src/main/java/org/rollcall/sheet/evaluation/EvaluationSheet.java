package org.rollcall.sheet.evaluation;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.rollcall.model.evaluation.ConfusionMatrix;
import org.rollcall.model.evaluation.Evaluation;
import org.rollcall.model.picture.Png;
import org.rollcall.sheet.Book;
import org.rollcall.sheet.Replacement;
import org.rollcall.sheet.SheetInUse;
import org.rollcall.sheet.UnwritableSheet;

/**
 * Writes an evaluation as a workbook: classifiers side by side, conditions, confusion matrices and
 * all trials.
 */
public final class EvaluationSheet {
  /**
   * A confusion matrix to be shown.
   *
   * @param set name of the test set
   * @param classifier name of the classifier
   * @param matrix the counts
   * @param picture the matrix as an image
   */
  public record MatrixFigure(String set, String classifier, ConfusionMatrix matrix, Png picture) {}

  /**
   * Writes the workbook, replacing an older one.
   *
   * @param evaluation what to write
   * @param figures the matrices, in the order of the worksheets
   * @param zone time zone of the times in it
   * @param xlsx the workbook (ends in {@code .xlsx})
   * @throws SheetInUse if the older one is open in another program
   * @throws UnwritableSheet if the file cannot be written to the folder or the disk
   */
  public void write(Evaluation evaluation, List<MatrixFigure> figures, ZoneId zone, Path xlsx) {
    try (Book book = new Book("Evaluation");
        Replacement workbook =
            new Replacement(xlsx, filled(book, evaluation, figures, zone).bytes())) {
      workbook.commit();
    }
  }

  private static Book filled(
      Book book, Evaluation evaluation, List<MatrixFigure> figures, ZoneId zone) {
    ResultsPage.write(evaluation, zone, book);
    ConditionsPage.write(evaluation, book);
    for (int i = 0; i < figures.size(); i++) {
      MatrixPage.write(figures.get(i), i + 1, book);
    }
    TrialsPage.write(evaluation, book);
    EvaluatedPage.write(evaluation, book);
    return book;
  }
}
