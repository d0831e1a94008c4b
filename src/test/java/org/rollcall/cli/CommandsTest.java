package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.cli.School.Answer;

class CommandsTest {
  @TempDir Path folder;

  private School school;

  @BeforeEach
  void open() {
    school = new School(folder);
  }

  @Test
  void help_listsEveryCommandOptionAndExitCode() {
    Answer answer = school.typesOnly("--help");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out())
        .contains("Usage: rollcall [-hvV] [--home=DIR] COMMAND")
        .contains(
            "  demo ",
            "  enroll ",
            "  process ",
            "  run ",
            "  serve ",
            "  status ",
            "  unknown ",
            "  models ")
        .contains("  0   All done.", "  3   All done, but of some lessons only a part.");
    assertThat(answer.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "enroll",
        "process",
        "run",
        "serve",
        "status",
        "unknown",
        "unknown list",
        "unknown forget",
        "models",
        "models list",
        "models install"
      })
  void help_ofCommand_saysWhatItTakesAndGives(String command) {
    Answer answer = school.typesOnly((command + " --help").split(" ", -1));

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out())
        .contains("Usage: rollcall " + command + " [", "--home=DIR", "-v, --verbose", "Exit codes:")
        .doesNotContain("@|");
  }

  @Test
  void version_namesRollcallAndJava() {
    Answer answer = school.typesOnly("--version");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out()).startsWith("Rollcall ").contains("Java ");
  }

  @Test
  void noCommand_isWrongUsage() {
    assertUsage(school.types(), "No command given.", "See 'rollcall --help'.");
  }

  @Test
  void models_withoutMore_isWrongUsage() {
    assertUsage(school.types("models"), "'list' or 'install'", "See 'rollcall models --help'.");
  }

  @Test
  void unknown_withoutMore_isWrongUsage() {
    assertUsage(school.types("unknown"), "'list' or 'forget'", "See 'rollcall unknown --help'.");
  }

  @Test
  void misspeltCommand_isWrongUsageWithTheNearest() {
    assertUsage(school.types("enrol"), "Did you mean", "enroll");
  }

  @Test
  void enroll_withoutClass_isWrongUsage() {
    assertUsage(school.types("enroll"), "CLASS... | --all");
  }

  @Test
  void home_withoutConfig_isWrongUsageAndStaysEmpty() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));

    Answer answer = school.typesOnly("--home", elsewhere.toString(), "status");

    assertUsage(answer, "is no home of Rollcall", "--home");
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void home_ofTheEnvironment_isUsedWhereTheCommandLineNamesNone() {
    Answer answer = school.with("ROLLCALL_HOME", folder.toString()).typesOnly("status");

    assertThat(answer.exitCode()).as(answer.err()).isZero();
  }

  @Test
  void home_ofTheEnvironment_givesWayToTheCommandLine() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));

    Answer answer = school.with("ROLLCALL_HOME", elsewhere.toString()).types("status");

    assertThat(answer.exitCode()).as(answer.err()).isZero();
    assertThat(elsewhere).isEmptyDirectory();
  }

  @Test
  void home_ofTheEnvironmentWithoutConfig_isWrongUsageThatNamesIt() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));

    Answer answer = school.with("ROLLCALL_HOME", elsewhere.toString()).typesOnly("status");

    assertUsage(answer, elsewhere + " is no home of Rollcall", "ROLLCALL_HOME");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "run", "serve", "models list", "enroll 7A"})
  void settings_wrong_areAllShownAndNothingIsDone(String command) {
    school.write("config/rollcall.yaml", "schedul:\n  nightly: x\nsampling:\n  interval: 0s\n");

    Answer answer = school.types(command.split(" ", -1));

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err())
        .contains("config/rollcall.yaml: 2 problems", "schedul", "sampling.interval")
        .doesNotContain("\tat ");
  }

  @Test
  void enroll_unknownClass_isASettingsErrorThatNamesTheNearest() {
    school.folder("config/classes/7A");

    Answer answer = school.types("enroll", "7B");

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains("There is no class '7B'", "the nearest is '7A'");
  }

  @Test
  void enroll_missingRoster_isASettingsError() {
    school.folder("config/classes/7A");

    Answer answer = school.types("enroll", "--all");

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains("config/classes/7A/roster.csv is missing");
  }

  @Test
  void enroll_allWithoutClasses_isWrongUsage() {
    assertUsage(school.types("enroll", "--all"), "There is no class yet");
  }

  @Test
  void process_missingFile_isWrongUsage() {
    assertUsage(school.types("process", "nowhere.mp4"), "There is no file nowhere.mp4");
  }

  @Test
  void status_newHome_saysThatNothingHappenedYetAndMakesNoDatabase() {
    Answer answer = school.types("status");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out())
        .contains("No recording has been processed yet.", "Nothing waits in footage/.")
        .contains("There has been no run over footage/ yet.");
    assertThat(school.home().database()).doesNotExist();
  }

  @Test
  void run_untilATimeOfDay_goesThroughTheFolder() {
    assertThat(school.types("run", "--until", "06:30").out()).contains("Nothing waits");
  }

  @Test
  void run_untilNoTimeOfDay_isWrongUsage() {
    assertUsage(school.types("run", "--until", "25:00"), "--until", "25:00");
  }

  @Test
  void unexpectedFailure_isToldInASentenceAndWrittenToTheLog() {
    school.with(
        (plan, lastRun, book, duties) -> {
          throw new IllegalStateException("the sky fell");
        });

    Answer answer = school.types("serve");

    assertThat(answer.exitCode()).isEqualTo(1);
    assertThat(answer.err())
        .contains("Unexpected failure: ", "the sky fell", "output/logs/rollcall.log")
        .doesNotContain("\tat ");
    assertThat(school.home().logs().resolve("rollcall.log"))
        .content()
        .contains("ERROR", "IllegalStateException: the sky fell", "\tat ");
  }

  @Test
  void unexpectedFailure_verbose_showsTheStackTrace() {
    school.with(
        (plan, lastRun, book, duties) -> {
          throw new IllegalStateException("the sky fell");
        });

    assertThat(school.types("serve", "-v").err()).contains("\tat ");
  }

  private static void assertUsage(Answer answer, String... words) {
    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains(words).contains("--help'.");
    assertThat(answer.out()).isEmpty();
  }
}
