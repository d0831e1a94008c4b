package org.rollcall.cli;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.mail.Delivery;
import org.rollcall.store.Mail.State;
import org.rollcall.store.Outbox;

/** Tells what becomes of mails. */
final class MailPrinter {
  private final Console console;

  MailPrinter(Console console) {
    this.console = console;
  }

  /** Tells what became of mails that were due; nothing if none was. */
  void print(Delivery delivery) {
    List<String> parts = new ArrayList<>();
    add(parts, delivery.sent(), "sent");
    add(parts, delivery.failed(), "tried again later");
    add(parts, delivery.givenUp(), "given up");
    if (!parts.isEmpty()) {
      console.out().printf("Mails: %s.%n", String.join(", ", parts));
    }
    delivery.reason().ifPresent(reason -> console.err().printf("  %s%n", reason));
  }

  /** Tells what waits and what was given up; nothing if neither is there. */
  void print(Outbox outbox) {
    List<String> parts = new ArrayList<>();
    add(parts, outbox.count(State.WAITING), "waiting");
    add(parts, outbox.count(State.GIVEN_UP), "given up");
    if (!parts.isEmpty()) {
      console.out().printf("Mails: %s; see 'rollcall mail list'.%n", String.join(", ", parts));
    }
  }

  private static void add(List<String> parts, int number, String what) {
    if (number > 0) {
      parts.add(number + " " + what);
    }
  }
}
