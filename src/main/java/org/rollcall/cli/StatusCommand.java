package org.rollcall.cli;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.joining;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.rollcall.cli.console.TextTable;
import org.rollcall.cli.console.Wording;
import org.rollcall.desk.InstallationStatus;
import org.rollcall.home.HomeStore;
import org.rollcall.model.LessonKey;
import org.rollcall.model.SheetProblem;
import org.rollcall.school.FolderNames;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.settings.SettingsFile;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Recording;
import org.rollcall.store.ledger.WorkQueue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows the state of the installation. */
@Command(
    name = "status",
    header = "Shows what has been processed and what is waiting.",
    description = {
      "Shows which recordings have been processed and with what result, what is waiting in"
          + " footage/, when the last run was and when the next is due, and what needs attention."
          + " It can be used while other commands run.",
      "With --check it works as a monitoring plugin: one line if all is well; otherwise a line for"
          + " each alarm, and exit code 1."
    },
    footer = {"", "Example:", "  rollcall status --all"})
final class StatusCommand implements Callable<Integer> {
  private static final Duration RECENT = Duration.ofDays(7);

  private final Shell shell;

  @ParentCommand private RootCommand root;

  @Option(
      names = "--all",
      description =
          "Show all recordings; by default, those done more than 7 days ago are left out.")
  private boolean all;

  @Option(
      names = "--check",
      description = "Show alarms only: missed nightly runs, a backlog of recordings and the like.")
  private boolean check;

  StatusCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Home home = root.home();
    NightPrinter nights = new NightPrinter(home, shell);
    if (check) {
      return nights.check();
    }
    Settings settings = SettingsFile.read(home);
    InstallationStatus overview = InstallationStatus.of(home, settings, shell.clock());
    ZoneId zone = settings.school().clockZone();
    printRecordings(overview.recordings(), zone);
    printInProgress(overview, zone);
    printFolder(home, overview, zone);
    printChanges(overview, zone);
    FolderNames.faults(home)
        .forEach((folder, fault) -> shell.out().printf("Folder %s: %s%n", folder, fault));
    nights.print(overview);
    printMails(home, settings);
    return ExitCode.DONE;
  }

  private void printMails(Home home, Settings settings) {
    if (HomeStore.exists(home, settings)) {
      try (Store store = HomeStore.open(home, settings)) {
        new MailPrinter(shell.console()).print(store.outbox());
      }
    }
  }

  private void printChanges(InstallationStatus overview, ZoneId zone) {
    overview
        .copies()
        .forEach(
            copy ->
                shell
                    .out()
                    .printf(
                        "Left alone: %s: it is a copy of %s.%s%n",
                        copy.file(),
                        copy.original(),
                        copy.reason().map(reason -> " " + reason).orElse("")));
    overview
        .withdrawn()
        .forEach(
            entry ->
                shell
                    .out()
                    .printf(
                        "Withdrawn at %s: %s. Its recordings now show other lessons.%n",
                        Wording.minute(entry.at(), zone), entry.about()));
  }

  private void printRecordings(List<Recording> entries, ZoneId zone) {
    Instant recent = shell.clock().instant().minus(RECENT);
    List<Recording> shown =
        entries.stream()
            .filter(
                e -> all || e.state() != Recording.RecordingState.DONE || e.since().isAfter(recent))
            .toList();
    if (!shown.isEmpty()) {
      print(shown, zone);
    }
    if (shown.size() < entries.size()) {
      int others = entries.size() - shown.size();
      shell
          .out()
          .printf("%s done earlier; --all shows them.%n", Wording.count(others, "recording"));
    }
    shell.out().printf("%s.%n", counts(entries));
  }

  private void print(List<Recording> entries, ZoneId zone) {
    TextTable table = new TextTable("RECORDING", "LESSON", "STATE", "SINCE", "ATTEMPTS");
    for (Recording entry : entries) {
      table.add(
          entry.file(),
          entry.lessons().stream()
              .map(StatusCommand::lesson)
              .collect(collectingAndThen(joining("; "), text -> text.isEmpty() ? "-" : text)),
          word(entry.state()),
          Wording.minute(entry.since(), zone),
          String.valueOf(entry.attempts()));
      entry.reason().ifPresent(reason -> table.note("    " + reason));
    }
    table.lines().forEach(shell.out()::println);
    shell.out().println();
  }

  private void printInProgress(InstallationStatus overview, ZoneId zone) {
    for (WorkQueue.LiveLesson live : overview.inProgress()) {
      shell
          .out()
          .printf(
              "In progress: %s, since %s (process %d on %s).%n",
              lesson(live.lesson()),
              Wording.minute(live.since(), zone),
              live.owner().pid(),
              live.owner().host());
    }
  }

  private static String lesson(LessonKey key) {
    return "%s, %s %s".formatted(key.className(), key.date(), key.start());
  }

  private static String counts(List<Recording> entries) {
    if (entries.isEmpty()) {
      return "No recording has been processed yet";
    }
    return Arrays.stream(Recording.RecordingState.values())
        .map(state -> count(entries, state))
        .filter(text -> !text.isEmpty())
        .collect(joining(", ", Wording.count(entries.size(), "recording") + ": ", ""));
  }

  private static String count(List<Recording> entries, Recording.RecordingState state) {
    long number = entries.stream().filter(entry -> entry.state() == state).count();
    return number == 0 ? "" : number + " " + word(state);
  }

  private static String word(Recording.RecordingState state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void printProblems(LessonKey lesson, List<SheetProblem> problems) {
    shell.out().printf("Not everything typed into the sheet of %s could be taken:%n", lesson);
    for (SheetProblem problem : problems) {
      String typed = problem.typed().isEmpty() ? "" : " '" + problem.typed() + "'";
      shell.out().printf("  %s%s: %s%n", problem.cell(), typed, problem.message());
    }
  }

  private void printFolder(Home home, InstallationStatus overview, ZoneId zone) {
    overview
        .pendingSheets()
        .forEach(
            sheet ->
                shell
                    .out()
                    .printf(
                        "Sheet not written since %s: %s: %s%n",
                        Wording.minute(sheet.since(), zone), sheet.lesson(), sheet.reason()));
    overview.sheetProblems().forEach(this::printProblems);
    overview
        .dueRegisters()
        .forEach(
            due ->
                due.reason()
                    .ifPresent(
                        reason ->
                            shell
                                .out()
                                .printf(
                                    "Class register not written since %s: %s: %s%n",
                                    Wording.minute(due.since(), zone), due.className(), reason)));
    if (overview.waiting().isEmpty()) {
      shell.out().println("Nothing is waiting in footage/.");
    } else {
      shell
          .out()
          .printf(
              "Waiting in footage/: %s.%n", Wording.count(overview.waiting().size(), "recording"));
      overview.waiting().forEach(file -> shell.out().printf("  %s%n", home.relative(file.path())));
    }
    overview
        .skipped()
        .forEach(
            file ->
                shell.out().printf("Skipped: %s: %s%n", home.relative(file.path()), file.reason()));
  }
}
