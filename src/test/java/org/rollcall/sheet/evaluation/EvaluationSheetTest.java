package org.rollcall.sheet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.rollcall.testing.MadeTrials.ADA;
import static org.rollcall.testing.MadeTrials.BEN;
import static org.rollcall.testing.MadeTrials.NOBODY;
import static org.rollcall.testing.MadeTrials.SET;
import static org.rollcall.testing.MadeTrials.found;
import static org.rollcall.testing.MadeTrials.inRegion;
import static org.rollcall.testing.MadeTrials.unsure;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.poi.ss.util.ImageUtils;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFPicture;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.evaluation.Evaluation;
import org.rollcall.model.evaluation.Evaluation.ClassifierResult;
import org.rollcall.model.evaluation.Evaluation.TestSet;
import org.rollcall.model.evaluation.Trial;
import org.rollcall.model.picture.Png;
import org.rollcall.sheet.evaluation.EvaluationSheet.MatrixFigure;

class EvaluationSheetTest {
  private static final List<Trial> TRIALS =
      List.of(
          found(ADA, Duration.ofSeconds(2), Duration.ofSeconds(-1)),
          unsure(Optional.of(BEN), Optional.of(BEN)),
          inRegion("North", unsure(NOBODY, NOBODY)));

  @TempDir Path folder;

  private Path xlsx;

  @BeforeEach
  void write() {
    TestSet set = new TestSet(SET, "Recording: 2 students.", List.of(ADA, BEN));
    ClassifierResult template = new ClassifierResult("template", TRIALS);
    ClassifierResult other = new ClassifierResult("knn", TRIALS);
    Evaluation evaluation =
        new Evaluation(
            Instant.parse("2026-11-20T10:15:30Z"),
            Duration.ofSeconds(9),
            "1.0",
            Map.of("detection", "mtcnn"),
            Map.of("recognition.falseAcceptRate", "0.001"),
            List.of(set),
            List.of(template, other),
            List.of(SET + ": the truth says nothing about 1 of the students, who are left out."));
    List<MatrixFigure> figures =
        List.of(
            new MatrixFigure(SET, "template", template.matrix(set), drawing()),
            new MatrixFigure(SET, "knn", other.matrix(set), drawing()));
    xlsx = folder.resolve("evaluation.xlsx");
    new EvaluationSheet().write(evaluation, figures, ZoneOffset.UTC, xlsx);
  }

  @Test
  void write_classifiers_standSideBySideWithTheirBounds() throws IOException {
    try (XSSFWorkbook workbook = read()) {
      XSSFSheet results = workbook.getSheet("Results");

      for (String classifier : List.of("template", "knn")) {
        XSSFRow row = row(results, classifier);
        assertThat(row.getCell(1).getNumericCellValue()).isEqualTo(2);
        assertThat(row.getCell(2).getNumericCellValue()).isEqualTo(1);
        assertThat(row.getCell(3).getNumericCellValue()).isEqualTo(1);
        assertThat(row.getCell(5).getNumericCellValue()).isEqualTo(0.75);
        assertThat(row.getCell(13).getNumericCellValue()).isCloseTo(0.793, within(0.001));
      }
      assertThat(text(results))
          .contains("Started 2026-11-20 10:15.", "the truth says nothing about 1", "Wilson");
    }
  }

  @Test
  void write_matrices_areTablesWithTheirPictures() throws IOException {
    try (XSSFWorkbook workbook = read()) {
      XSSFSheet matrix = workbook.getSheet("Matrix 2");

      assertThat(matrix.getRow(0).getCell(0).getStringCellValue())
          .isEqualTo(SET + ", classifier knn");
      XSSFRow ben = row(matrix, "Ben Alder");
      assertThat(ben.getCell(4).getNumericCellValue()).isEqualTo(1);
      assertThat(row(matrix, "unknown").getCell(3).getNumericCellValue()).isEqualTo(1);
      XSSFPicture picture = (XSSFPicture) matrix.getDrawingPatriarch().getShapes().get(0);
      Dimension size = ImageUtils.getDimensionFromAnchor(picture);
      assertThat(Units.toPoints(size.height)).isCloseTo(0.6 * 500 * 0.75, within(5.0));
      assertThat(size.getWidth() / size.getHeight()).isCloseTo(2, within(0.1));
    }
  }

  @Test
  void write_conditionsTrialsAndRun_areAllThere() throws IOException {
    try (XSSFWorkbook workbook = read()) {
      assertThat(text(workbook.getSheet("Conditions")))
          .contains(
              "Classifier knn",
              "Width of the face",
              "40 to 59 px",
              "Light",
              "10 to 29",
              "region",
              "North");
      assertThat(text(workbook.getSheet("Trials")))
          .contains("Ada Birch", "Review", "correctly not marked");
      assertThat(workbook.getSheet("Trials").getLastRowNum()).isEqualTo(2 + 2 * TRIALS.size());
      assertThat(text(workbook.getSheet("Run")))
          .contains("mtcnn", "recognition.falseAcceptRate", "0.001");
    }
  }

  private static Png drawing() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(1000, 500, BufferedImage.TYPE_INT_RGB), "png", bytes);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return new Png(bytes.toByteArray());
  }

  private XSSFWorkbook read() throws IOException {
    try (InputStream in = Files.newInputStream(xlsx)) {
      return new XSSFWorkbook(in);
    }
  }

  private static XSSFRow row(XSSFSheet sheet, String first) {
    for (var row : sheet) {
      if (row.getCell(0) != null && row.getCell(0).toString().equals(first)) {
        return (XSSFRow) row;
      }
    }
    throw new AssertionError("No row '%s'".formatted(first));
  }

  private static String text(XSSFSheet sheet) {
    StringBuilder text = new StringBuilder();
    for (var row : sheet) {
      row.forEach(cell -> text.append(cell).append('\n'));
    }
    return text.toString();
  }
}
