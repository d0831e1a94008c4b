package org.rollcall.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.rollcall.cli.console.Console;
import org.rollcall.home.Installation;
import org.rollcall.school.Home;
import org.rollcall.worker.Worker;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** The worker: the command with which other commands start child processes. */
@Command(
    name = "worker",
    hidden = true,
    header = "Works for another command of Rollcall; not meant to be used by hand.")
final class WorkerCommand implements Callable<Integer> {
  private final Console console;
  private final Clock clock;

  @ParentCommand private RootCommand root;

  WorkerCommand(Shell shell) {
    this.console = shell.console();
    this.clock = shell.clock();
  }

  @Override
  public Integer call() {
    Home home = root.home();
    try (Worker worker =
        new Worker(
            () -> Installation.open(home, root.settings(), clock),
            console.out(),
            root::logsAbout)) {
      worker.serve(System.in);
    }
    return ExitCode.DONE;
  }
}
