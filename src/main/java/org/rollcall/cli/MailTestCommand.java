package org.rollcall.cli;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.rollcall.mail.Attempt;
import org.rollcall.mail.Postman;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Sends a test mail. */
@Command(
    name = "test",
    header = "Sends a test mail now.",
    description =
        "Says what happened. A mail that the server has taken can still be refused further on: look"
            + " whether it arrives.")
final class MailTestCommand implements Callable<Integer> {
  private final Console console;
  private final Map<String, String> environment;
  private final Clock clock;

  @ParentCommand private MailCommand mail;

  @Parameters(paramLabel = "ADDRESS", description = "Where to send it.")
  private String address;

  MailTestCommand(Console console, Map<String, String> environment, Clock clock) {
    this.console = console;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Attempt attempt = new Postman(mail.home(), environment, clock).test(address);
    (attempt.done() ? console.out() : console.err()).println(attempt.sentence());
    return attempt.done() ? ExitCode.DONE : ExitCode.FAILED;
  }
}
