package org.rollcall.cli;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.rollcall.config.BadSettings;
import org.rollcall.config.Home;
import org.rollcall.config.RosterFile;
import org.rollcall.lesson.EnrolmentReport;
import org.rollcall.lesson.Installation;
import org.rollcall.lesson.Workbench;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Enrols classes. */
@Command(
    name = "enroll",
    header = "Checks the photos of classes.",
    description = {
      "Reads rosters and photos, and tells of every photo whether a student can be recognised by"
          + " it. Recordings do this by themselves where photos have changed."
    },
    footer = {"", "Examples:", "  rollcall enroll 7A 7B", "  rollcall enroll --all"})
final class EnrollCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;

  @ParentCommand private RootCommand root;
  @Spec private CommandSpec spec;

  @ArgGroup(multiplicity = "1")
  private Which which;

  /** Either some classes or all. */
  static final class Which {
    @Parameters(
        arity = "1..*",
        paramLabel = "CLASS",
        description = "Names of classes, as their folders below config/classes are called.")
    private List<String> classNames;

    @Option(names = "--all", description = "All classes.")
    private boolean all;
  }

  EnrollCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Home home = root.home();
    List<String> classNames = which.all ? home.classNames() : which.classNames;
    if (classNames.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "There is no class yet. A class is a folder below config/classes.");
    }
    int exitCode = ExitCode.DONE;
    try (Installation installation = Installation.open(home, clock);
        Workbench workbench = installation.workbench()) {
      for (String className : classNames) {
        exitCode = Math.max(exitCode, enroll(home, workbench, className));
      }
    }
    return exitCode;
  }

  /** A class whose roster is not in order keeps nobody else from being enrolled. */
  private int enroll(Home home, Workbench workbench, String className) {
    ConsoleProgress progress = new ConsoleProgress(console, clock);
    progress.begin(className);
    try {
      EnrolmentReport report = workbench.enroll(className, progress);
      progress.end();
      new EnrolmentPrinter(console).print(RosterFile.read(home, className), report);
      return ExitCode.DONE;
    } catch (BadSettings e) {
      console.err().println(e.getMessage());
      return ExitCode.USAGE;
    } finally {
      progress.end();
    }
  }
}
