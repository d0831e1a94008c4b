package org.rollcall.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.rollcall.config.SettingsFile;
import org.rollcall.store.Mail;
import org.rollcall.store.Mail.Standing;
import org.rollcall.store.Mail.State;
import org.rollcall.store.Mail.Tracked;
import org.rollcall.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Lists mails. */
@Command(
    name = "list",
    header = "Lists mails: what waits, what was sent, what was given up and why.",
    description = "Mails are forgotten half a year after they were sent or given up.")
final class MailListCommand implements Callable<Integer> {
  private static final Duration RECENT = Duration.ofDays(7);

  private final Console console;
  private final Clock clock;

  @ParentCommand private MailCommand mail;

  @Option(
      names = "--all",
      description = "Show all that were sent, too; by default those of the last 7 days.")
  private boolean all;

  MailListCommand(Console console, Clock clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    List<Tracked> mails;
    try (Store store = mail.openStore()) {
      mails = store.outbox().all();
    }
    Instant recent = clock.instant().minus(RECENT);
    List<Tracked> shown =
        mails.stream()
            .filter(
                tracked ->
                    all
                        || tracked.standing().state() != State.SENT
                        || tracked.standing().created().isAfter(recent))
            .toList();
    print(shown, SettingsFile.read(mail.home()).school().clockZone());
    if (shown.size() < mails.size()) {
      int others = mails.size() - shown.size();
      console.out().printf("%s sent earlier; --all shows them.%n", Wording.count(others, "mail"));
    }
    return ExitCode.DONE;
  }

  private void print(List<Tracked> mails, ZoneId zone) {
    if (mails.isEmpty()) {
      console.out().println("There are no mails to show.");
      return;
    }
    TextTable table = new TextTable("ASKED FOR", "MAIL", "ABOUT", "TO", "STATE");
    for (Tracked tracked : mails) {
      Standing standing = tracked.standing();
      table.add(
          Wording.minute(standing.created(), zone),
          tracked.mail().kind().name().toLowerCase(Locale.ROOT),
          about(tracked.mail()),
          tracked.mail().recipient(),
          state(standing, zone));
    }
    List<String> lines = table.lines();
    console.out().println(lines.get(0));
    for (int i = 0; i < mails.size(); i++) {
      console.out().println(lines.get(i + 1));
      if (!mails.get(i).standing().reason().isEmpty()) {
        console.out().printf("    %s%n", mails.get(i).standing().reason());
      }
    }
  }

  private static String about(Mail mail) {
    String lesson = mail.topic().lesson().map(key -> key.fileStem()).orElse("");
    String thing = lesson.isEmpty() ? mail.topic().className().orElse("-") : lesson;
    return mail.topic().student().map(id -> thing + ", " + id).orElse(thing);
  }

  private static String state(Standing standing, ZoneId zone) {
    return switch (standing.state()) {
      case SENT -> "sent " + standing.sent().map(when -> Wording.minute(when, zone)).orElse("");
      case GIVEN_UP -> "given up after " + Wording.count(standing.attempts(), "attempt");
      case WAITING ->
          standing.attempts() == 0
              ? "waits"
              : "tried %s, next %s"
                  .formatted(
                      Wording.count(standing.attempts(), "time"),
                      Wording.minute(standing.nextTry(), zone));
    };
  }
}
