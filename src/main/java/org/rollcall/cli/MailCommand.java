package org.rollcall.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.rollcall.cli.console.Wording;
import org.rollcall.home.HomeStore;
import org.rollcall.mail.Attempt;
import org.rollcall.mail.Delivery;
import org.rollcall.mail.MailService;
import org.rollcall.settings.SettingsFile;
import org.rollcall.store.Store;
import org.rollcall.store.mail.Mail.MailState;
import org.rollcall.store.mail.Mail.Tracked;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Tests, lists and retries the mails of an installation. */
@Command(
    name = "mail",
    header = "Tests, lists and sends mails.",
    description =
        "Mails need a mail server in the settings, and users who want them: see 'users mail'."
            + " 'serve' sends them as they fall due, 'run' when it ends.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  rollcall mail test birch@school.example",
      "  rollcall mail list",
      "  rollcall mail retry"
    })
final class MailCommand implements Runnable {
  private static final Duration RECENT = Duration.ofDays(7);

  private final Shell shell;

  @ParentCommand private RootCommand root;

  MailCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public void run() {
    throw root.wrongUsage("Say what to do: 'test', 'list' or 'retry'.");
  }

  @Command(
      name = "test",
      header = "Sends a test mail now.",
      description =
          "Reports how the server responded. A mail that it has accepted can still be rejected"
              + " further along: check that it arrives.")
  int test(@Parameters(paramLabel = "ADDRESS", description = "Where to send it.") String address) {
    Attempt attempt = mailService().test(address);
    (attempt.done() ? shell.out() : shell.err()).println(attempt.sentence());
    return attempt.done() ? ExitCode.DONE : ExitCode.FAILED;
  }

  @Command(
      name = "retry",
      header = "Tries again to send mails that were not sent.",
      description = "These are the mails waiting for another attempt, and those given up.")
  int retry() {
    MailService mailService = mailService();
    try (Store store = openStore()) {
      int mails = store.outbox().retry();
      shell.out().printf("%s to try again.%n", Wording.count(mails, "mail"));
      Delivery delivery = mailService.deliver(store);
      new MailPrinter(shell.console()).print(delivery);
      return delivery.reason().isPresent() ? ExitCode.FAILED : ExitCode.DONE;
    }
  }

  @Command(
      name = "list",
      header = "Lists mails that are waiting, sent or given up.",
      description =
          "Shows whom each mail is for, what it is about and, if it was not sent, why. Mails that"
              + " were sent or given up are deleted half a year after they were added.")
  int list(
      @Option(
              names = "--all",
              description =
                  "Show all mails; by default, mails sent more than 7 days ago are left out.")
          boolean all) {
    List<Tracked> mails;
    try (Store store = openStore()) {
      mails = store.outbox().all();
    }
    List<Tracked> shown = mails.stream().filter(mail -> all || isOfInterest(mail)).toList();
    ZoneId zone = SettingsFile.read(root.home()).school().clockZone();
    new MailPrinter(shell.console()).print(shown, zone);
    if (shown.size() < mails.size()) {
      int others = mails.size() - shown.size();
      shell.out().printf("%s sent earlier; --all shows them.%n", Wording.count(others, "mail"));
    }
    return ExitCode.DONE;
  }

  private boolean isOfInterest(Tracked mail) {
    Instant recent = shell.clock().instant().minus(RECENT);
    return mail.standing().state() != MailState.SENT || mail.standing().created().isAfter(recent);
  }

  private MailService mailService() {
    return new MailService(root.home(), shell.environment(), shell.clock());
  }

  private Store openStore() {
    return HomeStore.open(root.home(), SettingsFile.read(root.home()));
  }
}
