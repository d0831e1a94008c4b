package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.mail.Delivery;
import org.rollcall.model.LessonKey;
import org.rollcall.store.Store;
import org.rollcall.store.mail.Mail;
import org.rollcall.store.mail.Mail.MailCount;
import org.rollcall.store.mail.Mail.MailState;
import org.rollcall.store.mail.Mail.MailTopic;
import org.rollcall.store.mail.Mail.Topic;
import org.rollcall.store.mail.Mail.Tracked;
import org.rollcall.testing.EmptyDatabase;

class MailPrinterTest {
  private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
  private static final Instant CREATED = Instant.parse("2026-11-16T09:30:00Z");
  private static final Instant NEXT = Instant.parse("2026-11-16T11:00:00Z");
  private static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));

  @TempDir Path folder;
  private final Printed printed = new Printed();
  private final MailPrinter printer = new MailPrinter(printed.console());

  @ParameterizedTest
  @CsvSource({
    "3,0,0,'Mails: 3 sent.'",
    "1,2,0,'Mails: 1 sent, 2 to be tried again.'",
    "0,0,4,'Mails: 4 given up.'"
  })
  void print_delivery_countsWhatBecameOfTheMails(
      int sent, int failed, int givenUp, String expected) {
    printer.print(new Delivery(sent, failed, givenUp, Optional.empty()));

    assertThat(printed.out()).containsExactly(expected);
    assertThat(printed.err()).isEmpty();
  }

  @Test
  void print_deliveryOfNothing_isSilent() {
    printer.print(Delivery.NONE);

    assertThat(printed.out()).isEmpty();
  }

  @Test
  void print_failedDelivery_saysWhyOnTheErrorStream() {
    printer.print(new Delivery(0, 1, 0, Optional.of("The server is away.")));

    assertThat(printed.err()).containsExactly("  The server is away.");
  }

  @Test
  void print_outbox_countsWhatWaits() {
    try (Store store = Store.open(EmptyDatabase.at(folder.resolve("rollcall.db")))) {
      store.outbox().add(mail("one", Topic.ofClass("7A", "")));
      store.outbox().add(mail("two", Topic.ofClass("7A", "")));
      store.outbox().giveUp(store.outbox().next().orElseThrow(), "No such address.");

      printer.print(store.outbox());
    }

    assertThat(printed.out())
        .containsExactly("Mails: 1 waiting, 1 given up; see 'rollcall mail list'.");
  }

  @Test
  void print_noMails_saysSo() {
    printer.print(List.of(), ZURICH);

    assertThat(printed.out()).containsExactly("No mails to show.");
  }

  @Test
  void print_mails_areATableWithReasonsBelow() {
    MailCount failed =
        new MailCount(MailState.WAITING, 2, NEXT, "The server is away.", CREATED, Optional.empty());

    printer.print(List.of(new Tracked(mail("one", Topic.of(LESSON, "")), failed)), ZURICH);

    assertThat(printed.out())
        .containsExactly(
            "ADDED             MAIL   ABOUT               TO              STATE",
            "2026-11-16 10:30  sheet  7A_2026-11-16_0900  birch@school.x  tried 2 times, next"
                + " 2026-11-16 12:00",
            "    The server is away.");
  }

  @ParameterizedTest
  @CsvSource({
    "WAITING,0,waiting",
    "WAITING,1,'tried 1 time, next 2026-11-16 12:00'",
    "GIVEN_UP,7,given up after 7 attempts",
    "SENT,1,sent 2026-11-16 12:00"
  })
  void print_mail_tellsItsState(MailState state, int attempts, String expected) {
    MailCount standing = new MailCount(state, attempts, NEXT, "", CREATED, Optional.of(NEXT));

    printer.print(List.of(new Tracked(mail("one", Topic.of(LESSON, "")), standing)), ZURICH);

    assertThat(printed.out().get(1)).endsWith("  " + expected);
  }

  @Test
  void print_topics_areLessonClassOrStudent() {
    MailCount waiting = new MailCount(MailState.WAITING, 0, NEXT, "", CREATED, Optional.empty());

    printer.print(
        List.of(
            new Tracked(mail("1", Topic.of(LESSON, "S1", "")), waiting),
            new Tracked(mail("2", Topic.ofClass("7A", "")), waiting),
            new Tracked(mail("3", Topic.of("")), waiting)),
        ZURICH);

    assertThat(printed.out().subList(1, 4))
        .extracting(line -> line.split(" {2,}", 4)[2])
        .containsExactly("7A_2026-11-16_0900, S1", "7A", "-");
  }

  private static Mail mail(String key, Topic topic) {
    return new Mail(key, MailTopic.SHEET, "birch@school.x", topic);
  }
}
