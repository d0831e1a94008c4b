package org.rollcall.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.rollcall.lesson.ProgressBoard.Stage;
import org.rollcall.model.LessonKey;
import org.rollcall.store.Claim;
import org.rollcall.store.Claim.Piece;
import org.rollcall.store.Recording;
import org.rollcall.testing.FakeClock;

class ProgressBoardTest {
  private static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
  private static final Claim CLAIM =
      new Claim(LESSON, "token", List.of(piece("a", 30, 0), piece("b", 20, 10)));

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-17T08:00:00Z"));
  private final ProgressBoard board = new ProgressBoard(clock);

  private static Piece piece(String name, int minutes, int from) {
    return new Piece(
        name,
        "footage/" + name + ".mp4",
        Optional.empty(),
        Optional.of(Duration.ofMinutes(minutes)),
        Optional.empty(),
        OptionalInt.empty(),
        Duration.ofMinutes(from),
        Optional.empty(),
        List.of());
  }

  /** Workers who look at the board at each step. */
  private final class Lookers implements Workers {
    private final StringBuilder seen = new StringBuilder();

    @Override
    public void survey(List<Recording> recordings, Optional<String> className, Progress progress) {}

    @Override
    public LessonReport work(Claim claim, Progress progress) {
      look();
      progress.reading("a");
      at(progress, 15, 30);
      progress.reading("b");
      at(progress, 5, 10);
      at(progress, 12, 10);
      throw new IllegalStateException("broken");
    }

    private void at(Progress progress, int minute, int length) {
      progress.recording(Duration.ofMinutes(minute), Duration.ofMinutes(length));
      look();
    }

    private void look() {
      seen.append(board.work(LESSON).orElseThrow().percent()).append(' ');
    }

    @Override
    public void close() {}
  }

  @Test
  void watching_workOnALesson_showsTheShareOfAllRecordings() {
    Lookers lookers = new Lookers();

    assertThat(catchThrowable(() -> board.watching(lookers).work(CLAIM, Progress.NONE)))
        .hasMessage("broken");

    assertThat(lookers.seen).hasToString("0 37 87 99 ");
    assertThat(board.works()).isEmpty();
  }

  @Test
  void version_somethingChanges_isAnother() {
    long before = board.version();
    board.begin(CLAIM);
    long begun = board.version();
    board.advance(LESSON, 10);
    long tenth = board.version();
    board.advance(LESSON, 10);

    assertThat(begun).isNotEqualTo(before);
    assertThat(tenth).isNotEqualTo(begun);
    assertThat(board.version()).as("nothing new").isEqualTo(tenth);
  }

  @Test
  void errand_ofAFile_hasTheShareOfItsLesson() {
    assertThat(board.ask("footage/b.mp4")).isTrue();
    assertThat(board.ask("footage/b.mp4")).as("again").isFalse();
    assertThat(board.errand("footage/b.mp4").orElseThrow().stage()).isEqualTo(Stage.WAITING);

    board.begin("footage/b.mp4");
    assertThat(board.errand("footage/b.mp4").orElseThrow().percent()).isEmpty();
    board.begin(CLAIM);
    board.advance(LESSON, 42);
    assertThat(board.errand("footage/b.mp4").orElseThrow().percent()).hasValue(42);

    board.end("footage/b.mp4", List.of(LessonReport.failed("footage/b.mp4", "No.", false)));
    assertThat(board.errand("footage/b.mp4").orElseThrow())
        .satisfies(errand -> assertThat(errand.stage()).isEqualTo(Stage.ENDED))
        .satisfies(errand -> assertThat(errand.reports()).hasSize(1));
    assertThat(board.ask("footage/b.mp4")).as("once more").isTrue();
  }

  @Test
  void errands_endedLongAgo_areForgotten() {
    board.ask("old");
    board.end("old", List.of());
    board.ask("waits");
    clock.pass(Duration.ofHours(13));

    board.ask("new");

    assertThat(board.errands())
        .extracting(ProgressBoard.Errand::name)
        .containsExactly("waits", "new");
  }

  @Test
  void errands_tooMany_forgetTheFirstThatEnded() {
    for (int i = 0; i < 600; i++) {
      board.ask("errand " + i);
      board.end("errand " + i, List.of());
    }

    assertThat(board.errands()).hasSize(500);
    assertThat(board.errand("errand 599")).isPresent();
    assertThat(board.errand("errand 0")).isEmpty();
  }
}
