package org.rollcall.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.rollcall.cli.console.ConsoleProgress;
import org.rollcall.enrol.EnrolmentReport;
import org.rollcall.home.Installation;
import org.rollcall.run.Workbench;
import org.rollcall.school.Home;
import org.rollcall.school.InvalidConfiguration;
import org.rollcall.school.RosterFile;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Enrols classes. */
@Command(
    name = "enrol",
    header = "Checks the photos of classes.",
    description = {
      "Reads rosters and photos, and says for each photo whether it can be used to recognise the"
          + " student. Photos that have changed are also checked automatically before a recording"
          + " is processed."
    },
    footer = {"", "Examples:", "  rollcall enrol 7A 7B", "  rollcall enrol --all"})
final class EnrolCommand implements Callable<Integer> {
  private final Shell shell;

  @ParentCommand private RootCommand root;

  @ArgGroup(multiplicity = "1")
  private Which which;

  /** The classes to enrol: some, or all. */
  static final class Which {
    @Parameters(
        arity = "1..*",
        paramLabel = "CLASS",
        description = "Names of classes, which are those of their folders in config/classes.")
    private List<String> classNames;

    @Option(names = "--all", description = "All classes.")
    private boolean all;
  }

  EnrolCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    Home home = root.home();
    List<String> classNames = which.all ? home.classNames() : which.classNames;
    if (classNames.isEmpty()) {
      throw root.wrongUsage("There is no class yet. A class is a folder in config/classes.");
    }
    int exitCode = ExitCode.DONE;
    try (Installation installation = Installation.open(home, root.settings(), shell.clock());
        Workbench workbench = Workbench.open(installation)) {
      for (String className : classNames) {
        exitCode = Math.max(exitCode, enrol(home, workbench, className));
      }
    }
    return exitCode;
  }

  /** Enrols a class. An invalid roster is reported, but does not stop the other classes. */
  private int enrol(Home home, Workbench workbench, String className) {
    ConsoleProgress progress = shell.progress();
    progress.start(className);
    try {
      EnrolmentReport report = workbench.enrolment().enrol(className, progress);
      progress.end();
      new EnrolmentPrinter(shell.console()).print(RosterFile.read(home, className), report);
      return ExitCode.DONE;
    } catch (InvalidConfiguration e) {
      shell.err().println(e.getMessage());
      return ExitCode.USAGE;
    } finally {
      progress.end();
    }
  }
}
