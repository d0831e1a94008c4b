package org.rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.Status;
import org.rollcall.store.account.Account;
import org.rollcall.store.account.Account.Role;
import org.rollcall.store.mail.Mail.MailState;
import org.rollcall.store.mail.Mail.MailTopic;
import org.rollcall.store.mail.MailPreferences;

class SheetMailTest {
  private static final LessonKey NINE = MailedSchool.key(16, 9);

  @TempDir private Path folder;
  @AutoClose private MailedSchool school;

  @BeforeEach
  void open() {
    school = new MailedSchool(folder).wants(MailTopic.SHEET);
  }

  @Test
  void sheet_ofALesson_arrivesInBothFormsWithTheFile() {
    school.lesson(NINE, Status.PRESENT, Status.ABSENT, Status.REVIEW);

    assertThat(school.deliver().sent()).isEqualTo(1);

    assertThat(school.last().subject())
        .isEqualTo("7A, Mon 16 Nov 2026, 09:00: the attendance sheet");
    assertThat(school.last().attachment())
        .contains("7A_2026-11-16_0900.xlsx: the workbook of 7A_2026-11-16_0900");
    assertThat(school.last().plain())
        .contains("Present     1", "Absent:\nJörg Müßig", "Review:\n李 Wei", "Schule Zürich");
    assertThat(school.last().html())
        .contains("Jörg Müßig", "李 Wei", "<table")
        .doesNotContain("href");
  }

  @Test
  void sheet_inGermanWithALink_saysSo() {
    school.with("mail.language: de", "web.publicAddress: https://rollcall.school.example/");
    school.lesson(NINE, Status.LATE);

    school.deliver();

    String page = "https://rollcall.school.example/classes/7A/lessons/2026-11-16_0900";
    assertThat(school.last().subject())
        .isEqualTo("7A, Mo. 16. Nov. 2026, 09:00: die Anwesenheitsliste");
    assertThat(school.last().plain()).contains("Verspätet:\nAda Birch", page);
    assertThat(school.last().html()).contains("href=\"" + page + "\"", "lang=\"de\"");
  }

  /** The refusal comes after the mail was added, and before the sheet is written again. */
  @Test
  void sheet_withFacesThatMustNotBeShown_isNotAttached() {
    school.stopServer();
    school.lesson(NINE, Status.PRESENT);
    school.deliver();
    school.store.pendingSheets().add(NINE, Message.of(Reason.SHEET_WITH_PICTURES));
    school.restartServer();
    school.clock.pass(Duration.ofHours(1));

    school.deliver();

    assertThat(school.last().attachment()).isEmpty();
    assertThat(school.last().plain()).contains("The sheet cannot be attached");
  }

  @Test
  void sheet_sent_isNotSentAgain() {
    school.lesson(NINE, Status.PRESENT);
    school.deliver();

    assertThat(school.deliver()).isEqualTo(Delivery.NONE);
    school.clock.pass(Duration.ofDays(1));
    assertThat(school.deliver()).isEqualTo(Delivery.NONE);
    assertThat(school.received()).hasSize(1);
  }

  @Test
  void sheet_processedAgainWithTheSameMarks_isNotSentAgain() {
    school.lesson(NINE, Status.PRESENT, Status.ABSENT);
    school.deliver();
    school.clock.pass(Duration.ofDays(40));
    school.lesson(NINE, Status.PRESENT, Status.ABSENT);

    assertThat(school.deliver()).isEqualTo(Delivery.NONE);
  }

  @Test
  void sheet_processedAgainWithOtherMarks_isSentAsChanged() {
    school.lesson(NINE, Status.PRESENT, Status.ABSENT);
    school.deliver();
    school.clock.pass(Duration.ofHours(1));
    school.lesson(NINE, Status.PRESENT, Status.LATE);

    assertThat(school.deliver().sent()).isEqualTo(1);

    assertThat(school.last().subject()).endsWith("the attendance sheet has changed");
    assertThat(school.last().plain()).contains("processed again").doesNotContain("Absent:");
  }

  @Test
  void sheet_correctedByTheTeacher_isNotSentAgain() {
    school.lesson(NINE, Status.ABSENT);
    school.deliver();
    school
        .store
        .lessons()
        .saveCorrections(
            NINE, Map.of("S1", new Correction(Optional.of(Status.PRESENT), "")), "birch");

    assertThat(school.deliver()).isEqualTo(Delivery.NONE);
  }

  @Test
  void sheet_changedWhileItWaits_isSentOnceAsItIs() {
    school.stopServer();
    school.lesson(NINE, Status.ABSENT);
    assertThat(school.deliver().failed()).isEqualTo(1);
    school.clock.pass(Duration.ofMinutes(30));
    school.lesson(NINE, Status.PRESENT);
    school.restartServer();

    assertThat(school.deliver().sent()).isEqualTo(1);
    assertThat(school.deliver()).isEqualTo(Delivery.NONE);

    assertThat(school.last().plain()).doesNotContain("Absent:");
  }

  @Test
  void sheet_beforeThePreferenceOrLongAgo_isNotSent() {
    school.lesson(MailedSchool.key(13, 9), Status.PRESENT);
    school.clock.pass(Duration.ofHours(1));
    school.store.mailPreferences().remove("birch");
    school.wants(MailTopic.SHEET);
    school.lesson(MailedSchool.key(14, 9), Status.PRESENT);
    school.clock.pass(Duration.ofDays(4));

    assertThat(school.deliver()).isEqualTo(Delivery.NONE);
  }

  @Test
  void sheet_thatCannotBeWrittenYet_isAwaited() {
    school.lesson(NINE, Status.PRESENT);
    school.store.pendingSheets().add(NINE, Message.english("It is open."));

    assertThat(school.deliver()).isEqualTo(Delivery.NONE);
    school.store.pendingSheets().remove(NINE);
    assertThat(school.deliver().sent()).isEqualTo(1);
  }

  @Test
  void sheet_thatIsGone_isToldOfWithoutIt() throws IOException {
    school.lesson(NINE, Status.PRESENT);
    Files.delete(folder.resolve("attendance/7A/7A_2026-11-16_0900.xlsx"));

    school.deliver();

    assertThat(school.last().attachment()).isEmpty();
    assertThat(school.last().plain()).contains("The sheet cannot be attached");
  }

  @Test
  void sheet_ofAnotherClass_isNotForTheTeacher() {
    school.lesson(new LessonKey("8B", NINE.date(), NINE.start()), Status.PRESENT);

    assertThat(school.deliver()).isEqualTo(Delivery.NONE);
  }

  @Test
  void sheet_wantedNoLonger_isDroppedWhileItWaits() {
    school.stopServer();
    school.lesson(NINE, Status.PRESENT);
    school.deliver();
    school.store.accounts().changeRights("birch", Role.TEACHER, Set.of("8B"));
    school.restartServer();
    school.clock.pass(Duration.ofMinutes(30));

    assertThat(school.deliver()).isEqualTo(Delivery.NONE);
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

    assertThat(school.deliver().sent()).isEqualTo(2);
  }

  @Test
  void names_withMarkupAndLineBreaks_areShownAsText() {
    school.named("<b>Eve</b>\r\nBcc: all@school.example", "Max & \"Moritz\"");
    school.lesson(NINE, Status.ABSENT, Status.LATE);

    school.deliver();

    assertThat(school.last().html())
        .contains("&lt;b&gt;Eve&lt;/b&gt; Bcc: all@school.example", "Max &amp; ")
        .doesNotContain("<b>Eve");
    assertThat(school.last().plain()).contains("<b>Eve</b> Bcc: all@school.example");
  }

  @Test
  void mail_off_asksForNothing() throws IOException {
    school.lesson(NINE, Status.PRESENT);
    Files.writeString(folder.resolve("config/rollcall.yaml"), "school.zone: UTC\n");

    assertThat(school.deliver()).isEqualTo(Delivery.NONE);
    assertThat(school.states()).isEmpty();
  }

  @Test
  void mail_sent_isNoted() {
    school.lesson(NINE, Status.PRESENT);
    school.deliver();

    assertThat(school.states()).containsExactly(MailState.SENT);
  }
}
