package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.basics.Sha256;
import org.rollcall.cli.School.Answer;
import org.rollcall.model.Message;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.night.NightlyJob;
import org.rollcall.night.RunOutcome;
import org.rollcall.night.RunWindow;
import org.rollcall.store.Noticed;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Claim;
import org.rollcall.testing.WholeRecording;

/** How the passes of a service end. */
class ServeJobTest {
  @TempDir Path folder;
  private final List<RunOutcome> outcomes = new ArrayList<>();
  private School school;

  @BeforeEach
  void open() {
    school = new School(folder).withDatabase();
  }

  private Answer serve() {
    school.with((plan, book, duties) -> outcomes.add(duties.runPass(RunWindow.OPEN)));
    return school.types("serve");
  }

  @Test
  void runPass_nothingLeft_isComplete() {
    serve();

    assertThat(outcomes).containsExactly(RunOutcome.COMPLETE);
  }

  @Test
  void runPass_lessonToBeTriedLater_isCompleteButWaiting() {
    String file = "footage/7A/2026-11-16_0900.mp4";
    String sha256 = Sha256.of("a film");
    school.write(file, "a film");
    try (Store store = Store.open(school.home().database())) {
      store.ledger().add(sha256, file);
      store.ledger().enter(List.of(WholeRecording.of(Noticed.NINE, sha256, file)));
      Claim claim = store.claims().next().orElseThrow();
      store.claims().putBack(claim, Message.english("The share is away."));
    }

    serve();

    assertThat(outcomes).containsExactly(RunOutcome.COMPLETE_BUT_WAITING);
  }

  @Test
  void runPass_shareIsAway_isTriedAgainSoon() throws IOException {
    Files.delete(folder.resolve("footage"));
    List<String> failures = new ArrayList<>();
    school.with(
        (plan, book, duties) -> {
          try {
            duties.runPass(RunWindow.OPEN);
          } catch (TemporaryFailure e) {
            failures.add(e.getMessage());
          }
        });

    Answer answer = school.types("serve");

    assertThat(failures).singleElement().asString().contains("Cannot read the watched folder");
    assertThat(answer.err())
        .contains(failures.get(0) + " The run will be tried again in a few minutes.");
  }

  @Test
  void runPass_settingsSpoilt_failsAndReadsThemAgainNextTime() {
    school.with(
        (plan, book, duties) -> {
          school.write("config/rollcall.yaml", "nonsense: 1\n");
          pass(duties);
          school.write("config/rollcall.yaml", "footage.stillFor: 0s\n");
          pass(duties);
        });

    Answer answer = school.types("serve");

    assertThat(outcomes).containsExactly(RunOutcome.FAILED, RunOutcome.COMPLETE);
    assertThat(answer.err()).contains("nonsense");
    assertThat(school.home().logs().resolve("rollcall.log")).content().contains("A run failed");
  }

  @Test
  void runPass_openWindow_tellsNoEnd() {
    assertThat(serve().out()).contains(": run started.\n");
  }

  private void pass(NightlyJob duties) {
    outcomes.add(duties.runPass(RunWindow.OPEN));
  }
}
