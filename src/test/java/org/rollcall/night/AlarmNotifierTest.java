package org.rollcall.night;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.basics.ChildEnvironment;
import org.rollcall.model.Message;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.night.Alarm.AlarmKind;
import org.rollcall.testing.UsesProcesses;

@UsesProcesses
class AlarmNotifierTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 17);
  private static final Alarm MISSED =
      new Alarm(AlarmKind.MISSED_NIGHT, Message.english("A night did not run; $(date)."));
  private static final Alarm SPACE =
      new Alarm(AlarmKind.LITTLE_SPACE, Message.english("Only 2.0 GB are free."));

  private final List<Message> messages = new ArrayList<>();

  @TempDir Path folder;

  private final Set<String> reported = new HashSet<>();

  @Test
  void report_alarms_passesThemToTheProgramUnchanged() throws IOException {
    report(notifier(), TODAY, MISSED, SPACE);

    assertThat(heard()).isEqualTo("A night did not run; $(date).\nOnly 2.0 GB are free.\n");
  }

  @Test
  void report_sameAlarmOnTheSameDay_reportsOnce() throws IOException {
    Message twice = Message.english("Two nights did not run.");
    AlarmNotifier notifier = notifier();
    report(notifier, TODAY, MISSED);
    report(notifier, TODAY, MISSED);
    report(notifier, TODAY, new Alarm(AlarmKind.MISSED_NIGHT, twice));
    report(notifier(), TODAY, MISSED);

    assertThat(heard().lines()).hasSize(1);
  }

  @Test
  void report_sameAlarmOnTheNextDay_reportsAgain() throws IOException {
    AlarmNotifier notifier = notifier();
    report(notifier, TODAY, MISSED);
    report(notifier, TODAY.plusDays(1), MISSED);

    assertThat(heard().lines()).hasSize(2);
  }

  @Test
  void report_recordThatFails_reportsAnywayButOnce() throws IOException {
    AlarmNotifier notifier =
        new AlarmNotifier(
            (alarm, day) -> {
              throw new TemporaryFailure("The disk is full.");
            },
            output());
    report(notifier, TODAY, SPACE);
    report(notifier, TODAY, SPACE);

    assertThat(heard().lines()).hasSize(1);
  }

  @Test
  void report_noProgram_isRecordedAnyway() {
    notifier().report(List.of(MISSED), TODAY, List.of(), messages::add);

    assertThat(reported).containsExactly("MISSED_NIGHT 2026-11-17");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void report_programThatFails_keepsItsOutput() throws IOException {
    notifier().report(List.of(MISSED), TODAY, sh("echo no mail server; exit 3"), messages::add);

    assertThat(output()).hasContent("no mail server");
  }

  @Test
  void report_program_isNotGivenWhatOnlyRollcallMayKnow() throws IOException {
    notifier().report(List.of(MISSED), TODAY, sh("env"), messages::add);
    Map<String, String> inherited = new HashMap<>(System.getenv());
    ChildEnvironment.restrict(inherited, Set.of());

    assertThat(Files.readAllLines(output()))
        .filteredOn(line -> line.matches("[A-Za-z_]+=.*"))
        .extracting(line -> line.substring(0, line.indexOf('=')))
        .isSubsetOf(
            Stream.concat(inherited.keySet().stream(), Stream.of("PWD", "SHLVL", "OLDPWD", "_"))
                .toList());
  }

  @Test
  void report_programThatIsMissing_doesNotFail() {
    notifier().report(List.of(MISSED), TODAY, List.of("no-such-program-here"), messages::add);

    assertThat(reported).hasSize(1);
  }

  @Test
  void report_programThatHangs_isKilledWithItsChildren() throws IOException {
    AlarmNotifier notifier = new AlarmNotifier(this::isNew, output(), Duration.ofMillis(300));

    notifier.report(List.of(MISSED), TODAY, sh("echo $$; sleep 600 & wait"), messages::add);

    long program = Long.parseLong(Files.readString(output()).strip());
    assertThat(ProcessHandle.of(program).map(ProcessHandle::onExit))
        .satisfiesAnyOf(gone -> assertThat(gone).isEmpty(), exit -> exit.orElseThrow().join());
  }

  @Test
  void report_programThatDoesNotRead_doesNotFail() {
    notifier().report(List.of(MISSED), TODAY, sh("exec <&-; exit 0"), messages::add);

    assertThat(reported).hasSize(1);
  }

  private AlarmNotifier notifier() {
    return new AlarmNotifier(this::isNew, output());
  }

  private boolean isNew(String alarm, LocalDate day) {
    return reported.add(alarm + " " + day);
  }

  private void report(AlarmNotifier notifier, LocalDate day, Alarm... alarms) {
    notifier.report(
        List.of(alarms),
        day,
        sh("cat >> '%s'".formatted(folder.resolve("heard.txt"))),
        messages::add);
  }

  private String heard() throws IOException {
    return Files.readString(folder.resolve("heard.txt"));
  }

  private Path output() {
    return folder.resolve("logs").resolve("alarm-command.txt");
  }

  private static List<String> sh(String script) {
    return List.of("sh", "-c", script);
  }
}
