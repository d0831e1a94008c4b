package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.cli.School.Answer;
import org.rollcall.model.RollcallException;
import org.rollcall.night.NightSchedule;
import org.rollcall.night.RunOutcome;
import org.rollcall.night.RunWindow;
import org.rollcall.store.ledger.Run;
import org.rollcall.testing.UsesProcesses;

class ServeCommandTest {
  private static final Instant FAR = Instant.parse("2099-01-06T01:00:00Z");

  @TempDir Path folder;

  private School school;

  @BeforeEach
  void open() {
    school = new School(folder).withDatabase();
  }

  @Test
  void serve_tellsWhenTheNextRunIs() {
    school.with((plan, book, duties) -> duties.announce(FAR));

    Answer answer = school.types("serve");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out())
        .contains("Rollcall serves " + folder, "Next run: Tuesday 2099-01-06 01:00.");
  }

  @Test
  void serve_missedRun_isAnnounced() {
    school.with((plan, book, duties) -> duties.announce(Instant.parse("2026-11-17T01:00:00Z")));

    assertThat(school.types("serve").out())
        .contains("The run due on Tuesday 2026-11-17 01:00 was missed. It starts now.");
  }

  @Test
  void serve_windowOfARun_isTold() {
    school.with((plan, book, duties) -> duties.runPass(RunWindow.until(FAR.plusSeconds(19_800))));

    assertThat(school.types("serve").out())
        .contains("run started; no lesson is started after 2099-01-06 06:30.");
  }

  @Test
  void serve_plan_hasTheHolidays() {
    List<NightSchedule> plans = new ArrayList<>();
    school.write("config/holidays.csv", "from,to\n2026-12-24,2026-12-26\n");
    school.with((plan, book, duties) -> plans.add(plan));

    school.types("serve");

    assertThat(plans).singleElement().satisfies(p -> assertThat(p.holidays().days()).hasSize(3));
  }

  @Test
  @UsesProcesses
  void serve_watch_tellsTheProgramOfAnAlarmOnceADay() {
    school.write(
        "config/rollcall.yaml",
        "school.zone: UTC\nfootage.stillFor: 0s\nalarm.freeSpace: 100000\n"
            + "alarm.command: [sh, -c, 'cat >> \"%s\"']\n".formatted(folder.resolve("heard.txt")));
    school.with(
        (plan, book, duties) -> {
          duties.check();
          duties.check();
        });

    school.types("serve");
    school.types("serve");

    assertThat(folder.resolve("heard.txt")).content().startsWith("Only ").hasLineCount(1);
  }

  @Test
  void serve_stopped_endsWell() {
    school.with(
        (plan, book, duties) -> {
          throw new InterruptedException();
        });

    Answer answer = school.types("serve");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out()).endsWith("Stopped.\n");
  }

  @Test
  void serve_run_goesThroughTheFolder() {
    List<RunOutcome> passes = new ArrayList<>();
    school.with((plan, book, duties) -> passes.add(duties.runPass(RunWindow.OPEN)));

    assertThat(school.types("serve").out()).contains("run started.", "Nothing is waiting");
    assertThat(passes).containsExactly(RunOutcome.COMPLETE);
  }

  @Test
  void serve_afterARunByHand_knowsWhenThatWas() {
    List<Optional<Instant>> lastRuns = new ArrayList<>();
    school.with((plan, book, duties) -> lastRuns.add(book.last().map(Run::started)));

    school.types("serve");
    school.types("run");
    school.types("serve");

    assertThat(lastRuns.get(0)).isEmpty();
    assertThat(lastRuns.get(1)).isPresent();
  }

  @Test
  void serve_settingsSpoiltMeanwhile_isToldAndTheServiceGoesOn() {
    school.with(
        (plan, book, duties) -> {
          school.write("config/rollcall.yaml", "nonsense: 1\n");
          duties.runPass(RunWindow.OPEN);
          duties.announce(FAR);
        });

    Answer answer = school.types("serve");

    assertThat(answer.err()).contains("Cannot use config/rollcall.yaml").doesNotContain("\tat ");
    assertThat(answer.out()).contains("Next run: ");
  }

  @Test
  void serve_page_isOpenWhileItServesAndClosedAfterwards() {
    List<String> events = new ArrayList<>();
    school.withPage(
        (home, settings, alarms) -> {
          events.add("open " + settings.web().port());
          return new StatusPage.Opened("http://127.0.0.1:7655", () -> events.add("closed"));
        });
    school.with(
        (plan, book, duties) -> {
          events.add("served");
          throw new InterruptedException();
        });

    assertThat(school.types("serve").out()).contains("Its pages: http://127.0.0.1:7655");
    assertThat(events).containsExactly("open 7655", "served", "closed");
  }

  @Test
  @UsesProcesses
  void serve_pageCannotBeOpened_isToldAndServesAllTheSame() {
    school.write(
        "config/rollcall.yaml",
        "school.zone: UTC\nfootage.stillFor: 0s\nalarm.freeSpace: 0\n"
            + "alarm.command: [sh, -c, 'cat >> \"%s\"']\n".formatted(folder.resolve("heard.txt")));
    school.withPage(
        (home, settings, alarms) -> {
          throw new RollcallException("Cannot open the page: the port is taken.");
        });
    school.with(
        (plan, book, duties) -> {
          duties.check();
          duties.announce(FAR);
        });

    Answer answer = school.types("serve");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.err())
        .contains("Cannot open the page", "The nightly runs go on without the pages.");
    assertThat(answer.out()).contains("Next run");
    assertThat(folder.resolve("heard.txt")).content().contains("the port is taken");
  }

  @Test
  void serve_portZero_opensNoPage() {
    school.write("config/rollcall.yaml", "web.port: 0\n");
    school.withPage(
        (home, settings, alarms) -> {
          throw new AssertionError("opened");
        });

    assertThat(school.types("serve").out()).doesNotContain("Its pages");
  }
}
