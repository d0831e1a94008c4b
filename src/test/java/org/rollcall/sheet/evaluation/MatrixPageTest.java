package org.rollcall.sheet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.testing.MadeTrials.ADA;
import static org.rollcall.testing.MadeTrials.BEN;
import static org.rollcall.testing.MadeTrials.NOBODY;
import static org.rollcall.testing.MadeTrials.SET;
import static org.rollcall.testing.MadeTrials.found;
import static org.rollcall.testing.MadeTrials.sure;
import static org.rollcall.testing.MadeTrials.unsure;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.rollcall.model.evaluation.ConfusionMatrix;
import org.rollcall.model.evaluation.Trial;
import org.rollcall.model.picture.Png;
import org.rollcall.sheet.Sheets;
import org.rollcall.sheet.evaluation.EvaluationSheet.MatrixFigure;

/** Rows and columns are Ada, Ben, unknown; Review is a fourth column. */
class MatrixPageTest {
  private static final String RIGHT = "DDF1EA";
  private static final String MISSED = "FBEBC8";
  private static final String WRONG = "F7D9D1";
  private static final String REVIEW = "D9E8F6";

  @Test
  void write_figure_isHeadedBySetAndClassifier() {
    XSSFSheet page = written(found(ADA));

    assertThat(page.getSheetName()).isEqualTo("Matrix 3");
    assertThat(Sheets.shown(page, "A1:A1")).containsExactly(SET + ", classifier knn");
    assertThat(Sheets.descriptions(page))
        .containsExactly("Confusion matrix of " + SET + ", classifier knn");
  }

  @Test
  void write_people_areRowsAndColumns() {
    XSSFSheet page = written(found(ADA));

    assertThat(Sheets.shown(page, "A4:E4"))
        .containsExactly("", "Ada Birch", "Ben Alder", "unknown", "Review");
    assertThat(Sheets.shown(page, "A5:A8"))
        .containsExactly("Ada Birch", "Ben Alder", "unknown", "");
    assertThat(Sheets.at(page, "B4").getCellStyle().getRotation()).isEqualTo((short) 90);
  }

  @Test
  void write_answers_areCountedInTheirColours() {
    XSSFSheet page =
        written(
            found(ADA),
            found(ADA),
            sure(Optional.of(ADA), Optional.of(BEN)),
            sure(Optional.of(BEN), NOBODY),
            unsure(NOBODY, Optional.of(ADA)));

    assertThat(Sheets.shown(page, "B5:E7"))
        .containsExactly("2", "1", "", "", "", "", "1", "", "", "", "", "1");
    assertThat(Sheets.fill(Sheets.at(page, "B5"))).isEqualTo(RIGHT);
    assertThat(Sheets.fill(Sheets.at(page, "C5"))).isEqualTo(WRONG);
    assertThat(Sheets.fill(Sheets.at(page, "D6"))).isEqualTo(MISSED);
    assertThat(Sheets.fill(Sheets.at(page, "E7"))).isEqualTo(REVIEW);
  }

  @Test
  void write_nothing_isAnEmptyCellWithoutColour() {
    XSSFSheet page = written(found(ADA));

    assertThat(Sheets.at(page, "C6").getCellType()).isEqualTo(CellType.BLANK);
    assertThat(Sheets.at(page, "C6").getCellStyle().getFillForegroundXSSFColor()).isNull();
  }

  @Test
  void write_page_keepsNamesInSightAndPrintsTheTable() {
    XSSFSheet page = written(found(ADA));

    assertThat(page.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 4);
    assertThat(page.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 1);
    assertThat(page.getWorkbook().getPrintArea(0)).isEqualTo("'Matrix 3'!$A$1:$E$7");
  }

  private static XSSFSheet written(Trial... trials) {
    ConfusionMatrix matrix = ConfusionMatrix.of(List.of(ADA, BEN), List.of(trials));
    MatrixFigure figure = new MatrixFigure(SET, "knn", matrix, drawing());
    return Sheets.reread("Matrix 3", book -> MatrixPage.write(figure, 3, book));
  }

  private static Png drawing() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(10, 5, BufferedImage.TYPE_INT_RGB), "png", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Png(bytes.toByteArray());
  }
}
