package org.rollcall.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.RollcallException;
import org.rollcall.model.Roster;
import org.rollcall.model.Student;
import org.rollcall.school.Home;

/** What is found in the folders that an evaluation is given. */
class LabelledFoldersTest {
  private static final EvaluationOptions OPTIONS =
      new EvaluationOptions(2, 2, Optional.empty(), Optional.empty());

  @TempDir Path folder;

  @Test
  void photos_ofPeople_areDividedByName() throws IOException {
    photos("people/Cara_Heath", 3);
    photos("people/Ada_Birch", 4);
    photos("people/Ben_Alder", 2);
    photos("people/Dora_Lyle", 3);

    LabelledPhotos read = LabelledPhotos.read(folder.resolve("people"), OPTIONS);

    assertThat(read.students())
        .extracting(sitter -> sitter.student().name())
        .containsExactly("Ada Birch", "Cara Heath");
    assertThat(names(read.students().get(0).enrolment())).containsExactly("1.jpg", "2.jpg");
    assertThat(names(read.students().get(0).rest())).containsExactly("3.jpg", "4.jpg");
    assertThat(read.strangers())
        .hasSize(5)
        .allMatch(file -> file.toString().contains("Ben") || file.toString().contains("Dora"));
  }

  @Test
  void photos_ofMoreStrangers_mayLieInFoldersOrNot() throws IOException {
    photos("people/Ada_Birch", 3);
    photos("others", 2);
    photos("others/Somebody", 1);
    EvaluationOptions options =
        new EvaluationOptions(2, 2, Optional.of(folder.resolve("others")), Optional.empty());

    assertThat(LabelledPhotos.read(folder.resolve("people"), options).strangers()).hasSize(3);
  }

  @Test
  void photos_ofNobodyEnough_areRefusedWithAWayOut() throws IOException {
    photos("people/Ada_Birch", 2);

    assertThatThrownBy(() -> LabelledPhotos.read(folder.resolve("people"), OPTIONS))
        .isInstanceOf(RollcallException.class)
        .hasMessageContaining("more than 2 photos")
        .hasMessageContaining("--enrolment-photos");
  }

  @Test
  void strangers_withoutPhotos_areRefused() throws IOException {
    photos("people/Ada_Birch", 3);
    Path empty = Files.createDirectory(folder.resolve("empty"));
    EvaluationOptions options = new EvaluationOptions(2, 2, Optional.of(empty), Optional.empty());

    assertThatThrownBy(() -> LabelledPhotos.read(folder.resolve("people"), options))
        .hasMessageContaining("No photo of a stranger in " + empty)
        .hasMessageContaining("--strangers");
  }

  @Test
  void footage_withItsClassBesideIt_isThatClass() throws IOException {
    lesson("7A", true);

    LabelledFootage read = LabelledFootage.read(folder.resolve("7A"), home());

    assertThat(read.classFolder()).isEqualTo(folder.resolve("7A"));
    assertThat(read.truths()).hasSize(1);
  }

  @Test
  void footage_ofTheHome_takesTheClassOfThatName() throws IOException {
    lesson("7A", false);
    Files.createDirectories(home().classFolder("7A"));

    assertThat(LabelledFootage.read(folder.resolve("7A"), home()).classFolder())
        .isEqualTo(home().classFolder("7A"));
  }

  @Test
  void footage_ofSeveralLessons_hasATruthForEach() throws IOException {
    lesson("7A", true);
    Files.writeString(
        folder.resolve("7A/second.truth.json"), Files.readString(folder.resolve("7A/truth.json")));

    assertThat(LabelledFootage.read(folder.resolve("7A"), home()).truths()).hasSize(2);
  }

  @Test
  void footage_withoutClass_isRefused() throws IOException {
    lesson("7A", false);

    assertThatThrownBy(() -> LabelledFootage.read(folder.resolve("7A"), home()))
        .hasMessageContaining("No class for the recordings in")
        .hasMessageContaining("found neither 'roster.csv' there nor a class '7A' in this home");
  }

  @Test
  void footage_withoutRecording_isRefused() throws IOException {
    lesson("7A", true);
    Files.delete(folder.resolve("7A/a.mp4"));

    assertThatThrownBy(() -> LabelledFootage.read(folder.resolve("7A"), home()))
        .hasMessageContaining("The recording 'a.mp4' is not in")
        .hasMessageContaining("'footage'");
  }

  @Test
  void footage_whoseTruthKnowsSomebodyElse_isRefused() throws IOException {
    lesson("7A", true);
    LabelledFootage read = LabelledFootage.read(folder.resolve("7A"), home());

    read.requireKnown(new Roster("7A", List.of(new Student("S1", "Ada Birch"))));
    assertThatThrownBy(
            () -> read.requireKnown(new Roster("7A", List.of(new Student("S2", "Ben Alder")))))
        .hasMessageContaining("not on the roster: 'S1'");
  }

  private Home home() {
    return Home.of(folder.resolve("home"));
  }

  private void lesson(String name, boolean withRoster) throws IOException {
    Path lesson = Files.createDirectories(folder.resolve(name));
    Files.writeString(lesson.resolve("a.mp4"), "a film");
    Files.writeString(
        lesson.resolve("truth.json"),
        "{\"footage\":\"a.mp4\",\"must_be_present\":[\"S1\"],\"may_be_present_or_review\":[],\"must_not_be_present\":[]}");
    if (withRoster) {
      Files.writeString(lesson.resolve("roster.csv"), "id,name\nS1,Ada Birch\n");
    }
  }

  private void photos(String name, int number) throws IOException {
    Path person = Files.createDirectories(folder.resolve(name));
    for (int i = 1; i <= number; i++) {
      Files.writeString(person.resolve(i + ".jpg"), "a photo");
    }
    Files.writeString(person.resolve("notes.txt"), "no photo");
  }

  private static List<String> names(List<Path> files) {
    return files.stream().map(file -> file.getFileName().toString()).toList();
  }
}
