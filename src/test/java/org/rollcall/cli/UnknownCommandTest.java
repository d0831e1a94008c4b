package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.cli.School.Answer;
import org.rollcall.model.LessonKey;
import org.rollcall.model.picture.Embedding;
import org.rollcall.store.Store;
import org.rollcall.store.people.PackEdition;
import org.rollcall.store.people.UnknownSighting;

class UnknownCommandTest {
  @TempDir Path folder;

  private School school;

  @BeforeEach
  void open() {
    school = new School(folder);
  }

  @Test
  void list_newHome_saysSoAndMakesNoDatabase() {
    Answer answer = school.types("unknown", "list");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out()).isEqualTo("There are no unknown persons.\n");
    assertThat(school.home().database()).doesNotExist();
  }

  @Test
  void list_severalPersons_tellsAllAboutThem() {
    keepTwo();
    school.write("output/7A/2026-11-16_0900/unknown/U1.jpg", "a picture");

    assertThat(school.types("unknown", "list").out())
        .containsPattern("(?m)^CLASS +PERSON +LESSONS +SINCE +LAST +KEPT UNTIL +PICTURE$")
        .containsPattern(
            "7A +U1 +2 +2026-11-16 +2026-11-17 +20\\S+ +output/7A/2026-11-16_0900/unknown/U1.jpg")
        .containsPattern("7A +U2 +1 +2026-11-17 +2026-11-17 +20\\S+ +-");
  }

  @Test
  void forget_somebody_isListedNoLonger() {
    keepTwo();

    Answer answer = school.types("unknown", "forget", "7A", "u2");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out()).isEqualTo("Forgotten: U2.\n");
    assertThat(school.types("unknown", "list").out()).contains("U1").doesNotContain("U2");
  }

  @Test
  void forget_all_leavesNobody() {
    keepTwo();

    assertThat(school.types("unknown", "forget", "7A", "--all").out())
        .isEqualTo("Forgotten: U1, U2.\n");
    assertThat(school.types("unknown", "list").out()).isEqualTo("There are no unknown persons.\n");
  }

  @Test
  void forget_somebodyElse_isWrongUsageAndForgetsNobody() {
    keepTwo();

    assertUsage(
        school.types("unknown", "forget", "7A", "U1", "U9"),
        "There is no unknown person 'U9' in class '7A'. Known: U1, U2.");
    assertThat(school.types("unknown", "list").out()).contains("U1", "U2");
  }

  @Test
  void forget_classWithoutUnknownPersons_isWrongUsage() {
    keepTwo();

    assertUsage(
        school.types("unknown", "forget", "7B", "U1"), "Class '7B' has no unknown persons.");
  }

  @Test
  void forget_nobodyOrBothNamed_isWrongUsage() {
    keepTwo();

    String words = "Name either the unknown persons, such as U3, or --all.";
    assertUsage(school.types("unknown", "forget", "7A"), words);
    assertUsage(school.types("unknown", "forget", "7A", "U1", "--all"), words);
  }

  /** U1 was in two lessons, best seen in the first, and U2 in the second. */
  private void keepTwo() {
    PackEdition edition = new PackEdition("compact", "1a2b");
    Embedding one = Embedding.ofUnit(1, 0);
    Embedding other = Embedding.ofUnit(0, 1);
    try (Store store = Store.open(school.withDatabase().home().database())) {
      store
          .unknownPersons()
          .save(lesson(16), edition, List.of(new UnknownSighting(Optional.empty(), one, 2)));
      store
          .unknownPersons()
          .save(
              lesson(17),
              edition,
              List.of(
                  new UnknownSighting(Optional.of(1), one, 1),
                  new UnknownSighting(Optional.empty(), other, 1)));
    }
  }

  private static LessonKey lesson(int day) {
    return new LessonKey("7A", LocalDate.of(2026, 11, day), LocalTime.of(9, 0));
  }

  private static void assertUsage(Answer answer, String words) {
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains(words).contains("--help'.");
  }
}
