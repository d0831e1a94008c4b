package org.rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Status;
import org.rollcall.store.account.Account;
import org.rollcall.store.account.Account.Role;
import org.rollcall.store.mail.Mail.MailState;
import org.rollcall.store.mail.Mail.MailTopic;
import org.rollcall.store.mail.MailPreferences;
import org.rollcall.testing.MailServer;

class SheetMailTest {
  private static final LessonKey NINE = MailedSchool.key(16, 9);

  @TempDir private Path folder;
  private MailServer server;
  private MailedSchool school;

  @BeforeEach
  void open() {
    server = MailServer.plain();
    school = new MailedSchool(folder).with(server).wants(MailTopic.SHEET);
  }

  @AfterEach
  void close() {
    school.close();
    server.close();
  }

  private Delivery deliver() {
    return school.mailService().deliver(school.store);
  }

  private MailContent last() {
    return MailContent.of(server.received().get(server.received().size() - 1));
  }

  @Test
  void sheet_ofALesson_arrivesInBothFormsWithTheFile() {
    school.lesson(NINE, Status.PRESENT, Status.ABSENT, Status.REVIEW);

    assertThat(deliver().sent()).isEqualTo(1);

    assertThat(last().subject()).isEqualTo("7A, Mon 16 Nov 2026, 09:00: the attendance sheet");
    assertThat(last().attachment())
        .contains("7A_2026-11-16_0900.xlsx: the workbook of 7A_2026-11-16_0900");
    assertThat(last().plain())
        .contains("Present     1", "Absent:\nJörg Müßig", "Review:\n李 Wei", "Schule Zürich");
    assertThat(last().html()).contains("Jörg Müßig", "李 Wei", "<table").doesNotContain("href");
  }

  @Test
  void sheet_inGermanWithALink_saysSo() {
    school.with(server, "mail.language: de", "web.publicAddress: https://rollcall.school.example/");
    school.lesson(NINE, Status.LATE);

    deliver();

    String page = "https://rollcall.school.example/classes/7A/lessons/2026-11-16_0900";
    assertThat(last().subject()).isEqualTo("7A, Mo. 16. Nov. 2026, 09:00: die Anwesenheitsliste");
    assertThat(last().plain()).contains("Verspätet:\nAda Birch", page);
    assertThat(last().html()).contains("href=\"" + page + "\"", "lang=\"de\"");
  }

  @Test
  void sheet_sent_isNotSentAgain() {
    school.lesson(NINE, Status.PRESENT);
    deliver();

    assertThat(deliver()).isEqualTo(Delivery.NONE);
    school.clock.pass(Duration.ofDays(1));
    assertThat(deliver()).isEqualTo(Delivery.NONE);
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void sheet_processedAgainWithTheSameMarks_isNotSentAgain() {
    school.lesson(NINE, Status.PRESENT, Status.ABSENT);
    deliver();
    school.clock.pass(Duration.ofDays(40));
    school.lesson(NINE, Status.PRESENT, Status.ABSENT);

    assertThat(deliver()).isEqualTo(Delivery.NONE);
  }

  @Test
  void sheet_processedAgainWithOtherMarks_isSentAsChanged() {
    school.lesson(NINE, Status.PRESENT, Status.ABSENT);
    deliver();
    school.clock.pass(Duration.ofHours(1));
    school.lesson(NINE, Status.PRESENT, Status.LATE);

    assertThat(deliver().sent()).isEqualTo(1);

    assertThat(last().subject()).endsWith("the attendance sheet has changed");
    assertThat(last().plain()).contains("processed again").doesNotContain("Absent:");
  }

  @Test
  void sheet_correctedByTheTeacher_isNotSentAgain() {
    school.lesson(NINE, Status.ABSENT);
    deliver();
    school
        .store
        .lessons()
        .saveCorrections(
            NINE, Map.of("S1", new Correction(Optional.of(Status.PRESENT), "")), "birch");

    assertThat(deliver()).isEqualTo(Delivery.NONE);
  }

  @Test
  void sheet_changedWhileItWaits_isSentOnceAsItIs() {
    server.close();
    school.lesson(NINE, Status.ABSENT);
    assertThat(deliver().failed()).isEqualTo(1);
    school.clock.pass(Duration.ofMinutes(30));
    school.lesson(NINE, Status.PRESENT);
    server = MailServer.plain();
    school.with(server);

    assertThat(deliver().sent()).isEqualTo(1);
    assertThat(deliver()).isEqualTo(Delivery.NONE);

    assertThat(last().plain()).doesNotContain("Absent:");
  }

  @Test
  void sheet_beforeThePreferenceOrLongAgo_isNotSent() {
    school.lesson(MailedSchool.key(13, 9), Status.PRESENT);
    school.clock.pass(Duration.ofHours(1));
    school.store.mailPreferences().remove("birch");
    school.wants(MailTopic.SHEET);
    school.lesson(MailedSchool.key(14, 9), Status.PRESENT);
    school.clock.pass(Duration.ofDays(4));

    assertThat(deliver()).isEqualTo(Delivery.NONE);
  }

  @Test
  void sheet_thatCannotBeWrittenYet_isAwaited() {
    school.lesson(NINE, Status.PRESENT);
    school.store.pendingSheets().add(NINE, "It is open.");

    assertThat(deliver()).isEqualTo(Delivery.NONE);
    school.store.pendingSheets().remove(NINE);
    assertThat(deliver().sent()).isEqualTo(1);
  }

  @Test
  void sheet_thatIsGone_isToldOfWithoutIt() throws IOException {
    school.lesson(NINE, Status.PRESENT);
    Files.delete(folder.resolve("attendance/7A/7A_2026-11-16_0900.xlsx"));

    deliver();

    assertThat(last().attachment()).isEmpty();
    assertThat(last().plain()).contains("The sheet cannot be attached");
  }

  @Test
  void sheet_ofAnotherClass_isNotForTheTeacher() {
    school.lesson(new LessonKey("8B", NINE.date(), NINE.start()), Status.PRESENT);

    assertThat(deliver()).isEqualTo(Delivery.NONE);
  }

  @Test
  void sheet_wantedNoLonger_isDroppedWhileItWaits() {
    server.close();
    school.lesson(NINE, Status.PRESENT);
    deliver();
    school.store.accounts().changeRights("birch", Role.TEACHER, Set.of("8B"));
    server = MailServer.plain();
    school.with(server);
    school.clock.pass(Duration.ofMinutes(30));

    assertThat(deliver()).isEqualTo(Delivery.NONE);
    assertThat(school.states()).isEmpty();
  }

  @Test
  void sheet_forTwoReaders_isOneMailEach() {
    school.store.accounts().add(new Account("head", Role.ADMIN, Set.of(), false), "hash");
    school
        .store
        .mailPreferences()
        .save(
            "head",
            new MailPreferences.Subscription(
                "head@school.example", Map.of(MailTopic.SHEET, Set.of(MailPreferences.ALL))));
    school.lesson(NINE, Status.PRESENT);

    assertThat(deliver().sent()).isEqualTo(2);
  }

  @Test
  void names_withMarkupAndLineBreaks_areShownAsText() {
    school.named("<b>Eve</b>\r\nBcc: all@school.example", "Max & \"Moritz\"");
    school.lesson(NINE, Status.ABSENT, Status.LATE);

    deliver();

    assertThat(last().html())
        .contains("&lt;b&gt;Eve&lt;/b&gt; Bcc: all@school.example", "Max &amp; ")
        .doesNotContain("<b>Eve");
    assertThat(last().plain()).contains("<b>Eve</b> Bcc: all@school.example");
  }

  @Test
  void mail_off_asksForNothing() throws IOException {
    school.lesson(NINE, Status.PRESENT);
    Files.writeString(folder.resolve("config/rollcall.yaml"), "school.zone: UTC\n");

    assertThat(deliver()).isEqualTo(Delivery.NONE);
    assertThat(school.states()).isEmpty();
  }

  @Test
  void mail_sent_isNoted() {
    school.lesson(NINE, Status.PRESENT);
    deliver();

    assertThat(school.states()).containsExactly(MailState.SENT);
  }
}
