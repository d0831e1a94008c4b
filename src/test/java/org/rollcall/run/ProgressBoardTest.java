package org.rollcall.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.rollcall.lesson.LessonReport;
import org.rollcall.model.Inspection;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Progress;
import org.rollcall.model.RecordingPart;
import org.rollcall.model.Window;
import org.rollcall.store.ledger.Claim;
import org.rollcall.testing.FakeClock;

class ProgressBoardTest {
  private static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
  private static final Claim CLAIM =
      new Claim(LESSON, "token", List.of(part("a", 30, 0), part("b", 20, 10)));

  private final FakeClock clock = new FakeClock(Instant.parse("2026-11-17T08:00:00Z"));
  private final ProgressBoard board = new ProgressBoard(clock);

  private static RecordingPart part(String name, int minutes, int from) {
    Inspection recording =
        new Inspection(
            name,
            "footage/" + name + ".mp4",
            Optional.empty(),
            Optional.of(Duration.ofMinutes(minutes)),
            Optional.empty(),
            OptionalInt.empty(),
            List.of());
    return new RecordingPart(
        recording, LESSON, new Window(Duration.ofMinutes(from), Optional.empty()));
  }

  @Test
  void following_lesson_showsTheShareOfAllRecordings() {
    Progress progress = board.following(RunListener.NONE).progress(CLAIM);
    List<Integer> percents = new ArrayList<>();

    progress.start("two recordings");
    percents.add(percent());
    progress.reading("a");
    progress.recording(Duration.ofMinutes(15), Duration.ofMinutes(30));
    percents.add(percent());
    progress.reading("b");
    progress.recording(Duration.ofMinutes(5), Duration.ofMinutes(10));
    percents.add(percent());
    progress.recording(Duration.ofMinutes(12), Duration.ofMinutes(10));
    percents.add(percent());
    progress.end();

    assertThat(percents).containsExactly(0, 37, 87, 99);
    assertThat(board.running()).isEmpty();
  }

  private int percent() {
    return board.find(LESSON).orElseThrow().percent();
  }

  @Test
  void following_otherListener_hearsTheSame() {
    List<String> heard = new ArrayList<>();
    RunListener other =
        new RunListener() {
          @Override
          public void ended(LessonReport report) {
            heard.add("ended " + report.file());
          }

          @Override
          public Progress progress(Claim claim) {
            return new Progress() {
              @Override
              public void start(String what) {
                heard.add("begin " + what);
              }

              @Override
              public void end() {
                heard.add("end");
              }
            };
          }
        };

    RunListener both = board.following(other);
    Progress progress = both.progress(CLAIM);
    progress.start("a");
    progress.end();
    both.ended(LessonReport.failed("a", Message.english("No."), false));

    assertThat(heard).containsExactly("begin a", "end", "ended a");
  }

  @Test
  void version_somethingChanges_isAnother() {
    long before = board.version();
    board.start(CLAIM);
    long started = board.version();
    board.advance(LESSON, 10);
    long tenth = board.version();
    board.advance(LESSON, 10);

    assertThat(started).isNotEqualTo(before);
    assertThat(tenth).isNotEqualTo(started);
    assertThat(board.version()).as("nothing new").isEqualTo(tenth);
  }
}
