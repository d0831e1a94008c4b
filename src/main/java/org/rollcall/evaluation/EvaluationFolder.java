package org.rollcall.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.rollcall.basics.AtomicFile;
import org.rollcall.basics.FileName;
import org.rollcall.model.RollcallException;
import org.rollcall.model.evaluation.Evaluation;
import org.rollcall.model.evaluation.Evaluation.ClassifierResult;
import org.rollcall.model.evaluation.Evaluation.TestSet;
import org.rollcall.model.picture.Png;
import org.rollcall.sheet.evaluation.EvaluationSheet;
import org.rollcall.sheet.evaluation.EvaluationSheet.MatrixFigure;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the results of an evaluation: a workbook, the same data as JSON, and the confusion
 * matrices as images.
 */
public final class EvaluationFolder {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private EvaluationFolder() {}

  /**
   * The files of an evaluation.
   *
   * @param workbook {@code evaluation.xlsx}
   * @param json {@code evaluation.json}
   * @param pictures images of the confusion matrices, one for each test set and classifier
   */
  public record WrittenFiles(Path workbook, Path json, List<Path> pictures) {
    public WrittenFiles {
      pictures = List.copyOf(pictures);
    }
  }

  /**
   * Writes the results of an evaluation.
   *
   * @param evaluation the results
   * @param zone time zone of the times in the workbook
   * @param folder where to write; created if necessary
   * @return the files written
   * @throws RollcallException if they cannot be written
   */
  public static WrittenFiles write(Evaluation evaluation, ZoneId zone, Path folder) {
    try {
      Files.createDirectories(folder);
      List<MatrixFigure> figures = figures(evaluation);
      List<Path> pictures = new ArrayList<>();
      Set<String> taken = new HashSet<>();
      for (MatrixFigure figure : figures) {
        Path file = folder.resolve(freeName(fileName(figure), taken));
        pictures.add(Files.write(file, figure.picture().bytes()));
      }
      Path json = folder.resolve("evaluation.json");
      AtomicFile.write(json, JSON.writeValueAsBytes(EvaluationJson.of(evaluation)));
      Path workbook = folder.resolve("evaluation.xlsx");
      new EvaluationSheet().write(evaluation, figures, zone, workbook);
      return new WrittenFiles(workbook, json, pictures);
    } catch (IOException e) {
      throw new RollcallException(
          "Cannot write the evaluation to %s: %s. Check the free space and the permissions of the folder."
              .formatted(folder, e),
          e);
    }
  }

  private static List<MatrixFigure> figures(Evaluation evaluation) {
    return evaluation.sets().stream()
        .flatMap(set -> evaluation.results().stream().map(result -> figure(set, result)))
        .toList();
  }

  private static MatrixFigure figure(TestSet set, ClassifierResult result) {
    Png picture =
        MatrixPicture.draw(set.name() + ", classifier " + result.classifier(), result.matrix(set));
    return new MatrixFigure(set.name(), result.classifier(), result.matrix(set), picture);
  }

  private static String fileName(MatrixFigure figure) {
    String name = figure.set() + "-" + figure.classifier();
    return "confusion-%s.png".formatted(name.replaceAll("[^\\p{L}\\p{M}\\p{N}._-]+", "-"));
  }

  /** Names that differ in other signs or in letter case only are numbered. */
  static String freeName(String name, Set<String> taken) {
    return IntStream.iterate(1, number -> number + 1)
        .mapToObj(number -> FileName.numbered(name, number))
        .filter(free -> taken.add(free.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow();
  }
}
