package org.rollcall.cli;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;
import org.rollcall.config.SettingsFile;
import org.rollcall.config.WindowEnd;
import org.rollcall.lesson.HomeStore;
import org.rollcall.lesson.LessonReport;
import org.rollcall.lesson.ProgressBoard;
import org.rollcall.mail.Delivery;
import org.rollcall.mail.Postman;
import org.rollcall.model.RollcallException;
import org.rollcall.store.Owner;
import org.rollcall.store.Run;
import org.rollcall.store.Runs;
import org.rollcall.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Processes what waits, once. */
@Command(
    name = "run",
    header = "Processes everything that waits in footage/, then exits.",
    description = {
      "The latest day comes first. Recordings that are still being written, and those that"
          + " failed before, are left alone. Mails that are due are sent at the end."
    },
    footer = {"", "Example, as a line for cron:", "  0 1 * * * rollcall --home /srv/school run"})
final class RunCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;
  private final Map<String, String> environment;

  @ParentCommand private RootCommand root;

  @Option(
      names = "--until",
      paramLabel = "HH:MM",
      description =
          "Time of day from which no other lesson is begun. By default the run goes on until"
              + " nothing waits.")
  private Optional<LocalTime> until = Optional.empty();

  RunCommand(Shell shell) {
    this.console = shell.console();
    this.clock = shell.clock();
    this.environment = shell.environment();
  }

  @Override
  public Integer call() {
    Home home = root.home();
    Optional<Instant> end = until.map(this::windowEnd);
    Run run = new Run("run " + UUID.randomUUID(), clock.instant(), end, Owner.self().host());
    note(home, runs -> runs.begin(run));
    FootageWork work = new FootageWork(home, console, clock, new ProgressBoard(clock));
    List<LessonReport> lessons = work.run(end, true).lessons();
    if (!Thread.currentThread().isInterrupted()) {
      note(home, runs -> runs.end(run, clock.instant(), true));
      sendMails(home);
    }
    return ExitCode.of(lessons);
  }

  /** The lessons are done: whatever becomes of the mails changes nothing about that. */
  private void sendMails(Home home) {
    Settings settings = SettingsFile.read(home);
    if (!settings.mail().isOn()) {
      return;
    }
    try (Store store = HomeStore.open(home, settings)) {
      Delivery delivery = new Postman(home, environment, clock).deliver(store);
      new MailPrinter(console).print(delivery);
    } catch (RollcallException e) {
      console.err().printf("No mails are sent: %s%n", e.getMessage());
    }
  }

  private static void note(Home home, Consumer<Runs> what) {
    try (Store store = HomeStore.open(home, SettingsFile.read(home))) {
      what.accept(store.runs());
    }
  }

  private Instant windowEnd(LocalTime time) {
    ZoneId zone = SettingsFile.read(root.home()).school().clockZone();
    return new WindowEnd(time, zone).after(clock.instant());
  }
}
