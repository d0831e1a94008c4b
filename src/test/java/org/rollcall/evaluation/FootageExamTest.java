package org.rollcall.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rollcall.testing.ColourEngine.ADA;
import static org.rollcall.testing.ColourEngine.BEN;
import static org.rollcall.testing.ColourEngine.CARA;
import static org.rollcall.testing.ColourEngine.SHARP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.Progress;
import org.rollcall.model.RollcallException;
import org.rollcall.model.evaluation.Evaluation.TestSet;
import org.rollcall.model.evaluation.Trial;
import org.rollcall.model.evaluation.Trial.TrialOutcome;
import org.rollcall.model.picture.Picture;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.testing.ColourEngine;
import org.rollcall.testing.UsesNatives;
import org.rollcall.video.ClipWriter;

/** A class of four, and a recording that shows one of them from start to end. */
@UsesNatives
class FootageExamTest {
  private static final int SECONDS = 20;
  private static final int FRAMES_PER_SECOND = 2;

  @TempDir static Path films;
  @TempDir Path root;
  private final Trials trials = new Trials();
  private Path folder;

  @BeforeAll
  static void filmAda() {
    try (ClipWriter writer =
        ClipWriter.open(
            films.resolve("a.mp4"), ColourEngine.SIZE, ColourEngine.SIZE, FRAMES_PER_SECOND)) {
      for (int i = 0; i < SECONDS * FRAMES_PER_SECOND; i++) {
        writer.write(frame(i));
      }
    }
  }

  /** {@return a picture of Ada in a chequered room, brighter and darker by turns} */
  private static Picture frame(int number) {
    int size = ColourEngine.SIZE;
    byte[] bgr = new byte[3 * size * size];
    for (int i = 0; i < bgr.length; i += 3) {
      boolean light = (i / 3 % size / 20 + i / 3 / size / 20 + number) % 2 == 0;
      bgr[i] = (byte) (ADA + (light ? 30 : -30));
      bgr[i + 1] = (byte) (light ? 250 : 150);
      bgr[i + 2] = (byte) (light ? 230 : 170);
    }
    return new Picture(size, size, bgr);
  }

  @BeforeEach
  void makeClass() throws IOException {
    folder = Files.createDirectory(root.resolve("7A"));
    Files.writeString(folder.resolve("roster.csv"), "id,name\ns1,Ada\ns2,Ben\ns3,Cara\ns4,Dora\n");
    ColourEngine.photo(folder.resolve("students/s1/a.png"), ADA, SHARP);
    ColourEngine.photo(folder.resolve("students/s2/b.png"), BEN, SHARP);
    ColourEngine.photo(folder.resolve("students/s3/c.png"), CARA, SHARP);
    Files.copy(films.resolve("a.mp4"), folder.resolve("a.mp4"));
    truth("[\"s1\"]", "[\"s3\"]", "[\"s2\"]");
  }

  private void truth(String present, String either, String absent) throws IOException {
    Files.writeString(
        folder.resolve("truth.json"),
        """
        {"footage": "a.mp4", "must_be_present": %s, "may_be_present_or_review": %s,
         "must_not_be_present": %s}
        """
            .formatted(present, either, absent));
  }

  private void run() {
    Home home = Home.of(root.resolve("home"));
    new FootageExam(
            LabelledFootage.read(folder, home), Groups.NONE, Settings.DEFAULT, new ColourEngine())
        .run("7A", trials, Progress.NONE);
  }

  private List<Trial> byTemplate() {
    return trials.results().stream()
        .filter(result -> result.classifier().equals("template"))
        .flatMap(result -> result.trials().stream())
        .toList();
  }

  @Test
  void run_recording_asksAboutEveryStudentOfWhomTheTruthIsSure() throws IOException {
    run();

    assertThat(byTemplate()).extracting(Trial::subject).containsExactly("s1 Ada", "s2 Ben");
    Trial ada = byTemplate().get(0);
    assertThat(ada.outcome()).isEqualTo(TrialOutcome.FOUND);
    assertThat(ada.set()).isEqualTo("7A a");
    assertThat(ada.conditions().facePixels()).hasValue(100);
    assertThat(ada.conditions().light()).isBetween(150.0, 200.0);
    assertThat(byTemplate().get(1).outcome())
        .isIn(TrialOutcome.REJECTED, TrialOutcome.FALSE_REVIEW);
    assertThat(trials.results()).hasSizeGreaterThan(2);
  }

  @Test
  void run_recording_isATestSetOfTheWholeClass() {
    run();

    assertThat(trials.sets()).singleElement().satisfies(FootageExamTest::assertWholeClass);
    assertThat(trials.notes())
        .contains(
            "7A a: 1 of the students were in view so briefly that they count neither way.",
            "7A a: the truth says nothing about 1 of the students, who are left out.");
  }

  private static void assertWholeClass(TestSet set) {
    assertThat(set.name()).isEqualTo("7A a");
    assertThat(set.description())
        .isEqualTo("Recording. Students present: 1; absent: 1; strangers: 0.");
    assertThat(set.students()).hasSize(4);
  }

  @Test
  void run_truthAboutEverybody_leavesNobodyOut() throws IOException {
    truth("[\"s1\"]", "[]", "[\"s2\", \"s3\", \"s4\"]");

    run();

    assertThat(byTemplate()).hasSize(4);
    assertThat(trials.notes()).noneMatch(note -> note.contains("of the students"));
  }

  @Test
  void run_truthAboutSomebodyElse_isRefusedBeforeAnyFilmIsRead() throws IOException {
    truth("[\"s9\"]", "[]", "[]");
    Files.writeString(folder.resolve("a.mp4"), "no film");

    assertThatThrownBy(this::run)
        .isInstanceOf(RollcallException.class)
        .hasMessageContaining("not on the roster: 's9'");
  }

  @Test
  void run_class_isEnrolledElsewhere() {
    run();

    assertThat(folder).isDirectoryNotContaining("glob:**output");
    assertThat(root.resolve("home")).doesNotExist();
  }
}
