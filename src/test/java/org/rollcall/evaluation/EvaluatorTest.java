package org.rollcall.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.Progress;
import org.rollcall.model.RollcallException;
import org.rollcall.settings.Settings;
import org.rollcall.testing.BlindEngine;
import org.rollcall.testing.FakeClock;
import org.rollcall.testing.SchoolFolder;

/** What is asked of folders before any picture in them is read. */
class EvaluatorTest {
  private static final EvaluationOptions OPTIONS =
      new EvaluationOptions(2, 2, Optional.empty(), Optional.empty());

  private static final EvaluationOptions BY_COUNTRY =
      new EvaluationOptions(2, 2, Optional.empty(), Optional.of("country"));

  @TempDir Path root;
  private final ClosedEngine engine = new ClosedEngine();
  private SchoolFolder files;
  private Evaluator evaluator;

  private static final class ClosedEngine extends BlindEngine {
    private boolean closed;

    @Override
    public void close() {
      closed = true;
    }
  }

  @BeforeEach
  void open() {
    files = new SchoolFolder(root);
    evaluator =
        new Evaluator(files.home(), Settings.DEFAULT, engine, FakeClock.at("2026-11-16T09:00:00Z"));
  }

  private void evaluate(String... folders) {
    evaluate(OPTIONS, folders);
  }

  private void evaluate(EvaluationOptions options, String... folders) {
    evaluator.evaluate(
        List.of(folders).stream().map(root::resolve).toList(), options, Progress.NONE);
  }

  @Test
  void evaluate_noFolder_isRefused() {
    files.write("file.txt", "text");

    for (String name : List.of("none", "file.txt")) {
      assertThatThrownBy(() -> evaluate(name))
          .isInstanceOf(RollcallException.class)
          .hasMessageContaining(name + " is not a folder. Name a folder");
    }
  }

  @Test
  void evaluate_folderOfNeither_isRefusedWithWhatWasExpected() {
    files.write("other/notes.txt", "text");

    assertThatThrownBy(() -> evaluate("other"))
        .isInstanceOf(RollcallException.class)
        .hasMessageContaining("Nothing to evaluate in " + root.resolve("other"))
        .hasMessageContaining("found neither 'truth.json' beside a recording nor folders");
  }

  @Test
  void evaluate_secondFolderUnusable_isRefusedBeforeTheFirstIsLookedAt() {
    files.write("people/Ada_Birch/1.jpg", "a photo");
    files.write("people/Ada_Birch/2.jpg", "a photo");
    files.write("people/Ada_Birch/3.jpg", "a photo");

    assertThatThrownBy(() -> evaluate("people", "none"))
        .hasMessageContaining("none is not a folder.");
  }

  @Test
  void evaluate_truthBesidePhotos_isFootage() {
    files.write("7A/Ada_Birch/1.jpg", "a photo");
    files.write(
        "7A/truth.json",
        "{\"footage\":\"a.mp4\",\"must_be_present\":[],\"may_be_present_or_review\":[],"
            + "\"must_not_be_present\":[]}");

    assertThatThrownBy(() -> evaluate("7A")).hasMessageContaining("The recording 'a.mp4'");
  }

  @Test
  void evaluate_columnThatARosterLacks_isRefusedBeforeTheRecordingIsRead() {
    files.write("7A/roster.csv", "id,name,region\nS1,Ada Birch,North\n");
    files.write("7A/a.mp4", "no film");
    files.write(
        "7A/truth.json",
        "{\"footage\":\"a.mp4\",\"must_be_present\":[],\"may_be_present_or_review\":[],"
            + "\"must_not_be_present\":[]}");

    assertThatThrownBy(() -> evaluate(BY_COUNTRY, "7A"))
        .isInstanceOf(RollcallException.class)
        .hasMessage("7A/roster.csv has no column 'country'. Its columns: id, name, region.");
  }

  @Test
  void evaluate_photosWithoutGroups_areRefused() {
    for (String photo : List.of("1", "2", "3")) {
      files.write("people/Ada_Birch/%s.jpg".formatted(photo), "a photo");
    }

    assertThatThrownBy(() -> evaluate(BY_COUNTRY, "people"))
        .hasMessageContaining("groups.csv is missing there");
  }

  @Test
  void close_evaluator_closesTheEngine() {
    evaluator.close();

    assertThat(engine.closed).isTrue();
  }
}
