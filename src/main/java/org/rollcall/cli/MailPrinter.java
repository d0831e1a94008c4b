package org.rollcall.cli;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.rollcall.cli.console.Console;
import org.rollcall.cli.console.TextTable;
import org.rollcall.cli.console.Wording;
import org.rollcall.mail.Delivery;
import org.rollcall.store.mail.Mail;
import org.rollcall.store.mail.Mail.MailCount;
import org.rollcall.store.mail.Mail.MailState;
import org.rollcall.store.mail.Mail.Tracked;
import org.rollcall.store.mail.Outbox;

/** Prints the state of mails. */
final class MailPrinter {
  private final Console console;

  MailPrinter(Console console) {
    this.console = console;
  }

  /** Prints the result of a delivery; nothing if no mail was due. */
  void print(Delivery delivery) {
    List<String> parts = new ArrayList<>();
    add(parts, delivery.sent(), "sent");
    add(parts, delivery.failed(), "to be tried again");
    add(parts, delivery.givenUp(), "given up");
    if (!parts.isEmpty()) {
      console.out().printf("Mails: %s.%n", String.join(", ", parts));
    }
    delivery.reason().ifPresent(reason -> console.err().printf("  %s%n", reason));
  }

  /** Prints how many mails are waiting or given up; nothing if there are none. */
  void print(Outbox outbox) {
    List<String> parts = new ArrayList<>();
    add(parts, outbox.count(MailState.WAITING), "waiting");
    add(parts, outbox.count(MailState.GIVEN_UP), "given up");
    if (!parts.isEmpty()) {
      console.out().printf("Mails: %s; see 'rollcall mail list'.%n", String.join(", ", parts));
    }
  }

  /** Prints a table of mails. */
  void print(List<Tracked> mails, ZoneId zone) {
    if (mails.isEmpty()) {
      console.out().println("No mails to show.");
      return;
    }
    TextTable table = new TextTable("ADDED", "MAIL", "ABOUT", "TO", "STATE");
    for (Tracked tracked : mails) {
      MailCount standing = tracked.standing();
      table.add(
          Wording.minute(standing.created(), zone),
          tracked.mail().kind().name().toLowerCase(Locale.ROOT),
          about(tracked.mail()),
          tracked.mail().recipient(),
          state(standing, zone));
      if (!standing.reason().isEmpty()) {
        table.note("    " + standing.reason());
      }
    }
    table.lines().forEach(console.out()::println);
  }

  private static String about(Mail mail) {
    String lesson = mail.topic().lesson().map(key -> key.fileStem()).orElse("");
    String thing = lesson.isEmpty() ? mail.topic().className().orElse("-") : lesson;
    return mail.topic().student().map(id -> thing + ", " + id).orElse(thing);
  }

  private static String state(MailCount standing, ZoneId zone) {
    return switch (standing.state()) {
      case SENT -> "sent " + standing.sent().map(when -> Wording.minute(when, zone)).orElse("");
      case GIVEN_UP -> "given up after " + Wording.count(standing.attempts(), "attempt");
      case WAITING ->
          standing.attempts() == 0
              ? "waiting"
              : "tried %s, next %s"
                  .formatted(
                      Wording.count(standing.attempts(), "time"),
                      Wording.minute(standing.nextTry(), zone));
    };
  }

  private static void add(List<String> parts, int number, String what) {
    if (number > 0) {
      parts.add(number + " " + what);
    }
  }
}
