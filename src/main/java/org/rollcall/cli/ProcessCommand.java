package org.rollcall.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.rollcall.access.Author;
import org.rollcall.cli.console.Console;
import org.rollcall.home.Installation;
import org.rollcall.lesson.LessonReport;
import org.rollcall.run.ManualRun;
import org.rollcall.school.Home;
import org.rollcall.school.RosterFile;
import org.rollcall.store.account.AuditEntry.Action;
import org.rollcall.worker.ChildWorkers;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Processes recordings now. */
@Command(
    name = "process",
    header = "Processes recordings now, for the first time or again.",
    description = {
      "Recordings that have been processed before are processed again. Corrections that teachers"
          + " typed into the sheets are kept."
    },
    footer = {
      "",
      "Examples:",
      "  rollcall process footage/7A/2026-11-16_0900.mp4",
      "  rollcall process --class 7A /media/stick/2026-11-16_0900.mp4"
    })
final class ProcessCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;

  @ParentCommand private RootCommand root;
  @Spec private CommandSpec spec;

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "The recordings.")
  private List<Path> files;

  @Option(
      names = "--class",
      paramLabel = "NAME",
      description = "Their class, if neither file name nor timetable gives it.")
  private Optional<String> className = Optional.empty();

  ProcessCommand(Shell shell) {
    this.console = shell.console();
    this.clock = shell.clock();
  }

  @Override
  public Integer call() {
    Home home = root.home();
    List<Path> recordings = files.stream().map(file -> find(file, home, spec)).toList();
    className.ifPresent(name -> RosterFile.read(home, name));
    List<LessonReport> reports;
    try (Installation installation = Installation.open(home, root.settings(), clock)) {
      reports = process(recordings, installation);
    }
    new LessonPrinter(console, home).printSum(reports);
    return ExitCode.of(reports);
  }

  private List<LessonReport> process(List<Path> recordings, Installation installation) {
    RunPrinter printer = new RunPrinter(console, installation, 1);
    try (ChildWorkers workers = new ChildWorkers(installation)) {
      return process(recordings, installation, new ManualRun(installation, workers, printer));
    }
  }

  private List<LessonReport> process(
      List<Path> recordings, Installation installation, ManualRun run) {
    List<LessonReport> reports = new ArrayList<>();
    for (Path recording : recordings) {
      if (Thread.currentThread().isInterrupted()) {
        break;
      }
      note(installation, recording);
      reports.addAll(
          className
              .map(name -> run.process(recording, name))
              .orElseGet(() -> run.process(recording)));
    }
    return reports;
  }

  private static void note(Installation installation, Path recording) {
    Author author = Author.ofCommands();
    String file = installation.home().relative(recording);
    installation.store().auditLog().add(author.name(), author.origin(), Action.PROCESS, file);
  }

  /** Finds a file by its path from here or from the home; other commands show the latter. */
  static Path find(Path file, Home home, CommandSpec spec) {
    Path found = Files.exists(file) ? file : home.resolve(file);
    if (Files.notExists(found)) {
      throw new ParameterException(
          spec.commandLine(), "There is no file %s, neither here nor in the home.".formatted(file));
    }
    return found;
  }
}
