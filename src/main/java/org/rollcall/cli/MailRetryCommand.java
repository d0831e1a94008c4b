package org.rollcall.cli;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.rollcall.mail.Delivery;
import org.rollcall.mail.Postman;
import org.rollcall.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** Tries mails again. */
@Command(
    name = "retry",
    header = "Tries mails again now that could not be sent.",
    description = "Those that wait for another try, and those that were given up.")
final class MailRetryCommand implements Callable<Integer> {
  private final Console console;
  private final Map<String, String> environment;
  private final Clock clock;

  @ParentCommand private MailCommand mail;

  MailRetryCommand(Console console, Map<String, String> environment, Clock clock) {
    this.console = console;
    this.environment = environment;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    Postman postman = new Postman(mail.home(), environment, clock);
    try (Store store = mail.openStore()) {
      int mails = store.outbox().retry();
      console.out().printf("%s to try again.%n", Wording.count(mails, "mail"));
      Delivery delivery = postman.deliver(store);
      new MailPrinter(console).print(delivery);
      return delivery.reason().isPresent() ? ExitCode.FAILED : ExitCode.DONE;
    }
  }
}
