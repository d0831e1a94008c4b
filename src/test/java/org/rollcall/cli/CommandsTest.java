package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.cli.School.Answer;
import org.rollcall.testing.UsesNatives;

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
            "  enrol ",
            "  process ",
            "  run ",
            "  serve ",
            "  status ",
            "  unknown ",
            "  models ")
        .contains("  0   All done.", "  3   All done, but some lessons only partly.");
    assertThat(answer.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "enrol",
        "process",
        "run",
        "serve",
        "status",
        "unknown",
        "unknown list",
        "unknown forget",
        "models",
        "models list",
        "models install",
        "users",
        "users list",
        "users add",
        "users password",
        "users mail",
        "users remove",
        "mail",
        "mail test",
        "mail list",
        "mail retry",
        "doctor",
        "evaluate",
        "backup",
        "restore"
      })
  void help_ofCommand_saysWhatItTakesAndGives(String command) {
    Answer answer = school.typesOnly((command + " --help").split(" ", -1));

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out())
        .contains("Usage: rollcall " + command + " [", "--home=DIR", "-v, --verbose", "Exit codes:")
        .doesNotContain("@|");
  }

  @ParameterizedTest
  @ValueSource(strings = {"users", "mail", "models", "unknown"})
  void help_ofAGroup_listsItsCommandsWithAWordOnEach(String group) {
    String help = school.typesOnly(group, "--help").out();

    Matcher said = Pattern.compile("^  ([a-z]+) +([A-Z].+)\\.$", Pattern.MULTILINE).matcher(help);
    List<String> commands = said.results().map(found -> found.group(1)).toList();
    String meant = school.types(group).err();
    assertThat(commands)
        .hasSizeGreaterThan(1)
        .allSatisfy(one -> assertThat(meant).contains("'" + one + "'"));
  }

  @Test
  void enroll_formerName_worksButIsNotShown() {
    assertThat(school.types("enroll", "--all").err()).contains("There is no class yet");
    assertThat(school.typesOnly("--help").out()).doesNotContain("enroll");
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
    assertUsage(school.types("enrole"), "Did you mean", "enrol");
  }

  @Test
  void enrol_withoutClass_isWrongUsage() {
    assertUsage(school.types("enrol"), "CLASS... | --all");
  }

  @Test
  void home_withoutConfig_isWrongUsageAndStaysEmpty() throws Exception {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));

    Answer answer = school.typesOnly("--home", elsewhere.toString(), "status");

    assertUsage(answer, "is not a home of Rollcall", "--home");
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

    assertUsage(answer, elsewhere + " is not a home of Rollcall", "ROLLCALL_HOME");
  }

  @ParameterizedTest
  @ValueSource(strings = {"status", "run", "serve", "models list", "enrol 7A"})
  void settings_wrong_areAllShownAndNothingIsDone(String command) {
    school.write("config/rollcall.yaml", "schedul:\n  nightly: x\nsampling:\n  interval: 0s\n");

    Answer answer = school.types(command.split(" ", -1));

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err())
        .contains("config/rollcall.yaml: 2 problems", "schedul", "sampling.interval")
        .doesNotContain("\tat ");
  }

  @Test
  @UsesNatives
  void enrol_unknownClass_isASettingsErrorThatNamesTheNearest() {
    school.folder("config/classes/7A");

    Answer answer = school.types("enrol", "7B");

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains("There is no class '7B'", "the nearest is '7A'");
  }

  @Test
  @UsesNatives
  void enrol_missingRoster_isASettingsError() {
    school.folder("config/classes/7A");

    Answer answer = school.types("enrol", "--all");

    assertThat(answer.exitCode()).isEqualTo(2);
    assertThat(answer.err()).contains("config/classes/7A/roster.csv is missing");
  }

  @Test
  void enrol_allWithoutClasses_isWrongUsage() {
    assertUsage(school.types("enrol", "--all"), "There is no class yet");
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
        .contains("No recording has been processed yet.", "Nothing is waiting in footage/.")
        .contains("There has been no run yet.");
    assertThat(school.home().database()).doesNotExist();
  }

  @Test
  void run_untilATimeOfDay_goesThroughTheFolder() {
    assertThat(school.types("run", "--until", "06:30").out()).contains("Nothing is waiting");
  }

  @Test
  void run_untilNoTimeOfDay_isWrongUsage() {
    assertUsage(school.types("run", "--until", "25:00"), "--until", "25:00");
  }

  @Test
  void unexpectedFailure_isToldInASentenceAndWrittenToTheLog() {
    school.with(
        (plan, book, duties) -> {
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
        (plan, book, duties) -> {
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
