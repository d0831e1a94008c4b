package org.rollcall;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import org.rollcall.cli.Commands;
import org.rollcall.cli.Shell;
import org.rollcall.cli.StatusPage;
import org.rollcall.cli.console.Console;
import org.rollcall.memory.SmallProcess;
import org.rollcall.schedule.QuartzService;
import org.rollcall.web.PageServer;
import org.rollcall.worker.WorkerJvm;

/** Starts Rollcall: builds the objects and opens the door to the command line. */
public final class Main {
  private Main() {}

  /**
   * Runs one command and ends the process with its exit code.
   *
   * @param arguments the command line
   */
  public static void main(String[] arguments) {
    SmallProcess.request();
    Map<String, String> environment = System.getenv();
    Console console = Console.ofSystem(environment);
    Clock clock = Clock.system(ZoneId.systemDefault());
    StatusPage page =
        (home, settings, service) -> {
          PageServer server = PageServer.open(home, settings, clock, service);
          return new StatusPage.Opened(server.address(), server::close);
        };
    Shell shell = new Shell(console, clock, environment, new QuartzService(), page);
    int exitCode = new Commands(shell).execute(arguments);
    if (WorkerJvm.isThisOne()) {
      // Native libraries may crash as they are taken down, and there is nothing left to do.
      System.out.flush();
      Runtime.getRuntime().halt(exitCode);
    }
    System.exit(exitCode);
  }
}
