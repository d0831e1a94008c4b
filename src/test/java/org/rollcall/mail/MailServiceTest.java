package org.rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.mail.Attempt.AttemptResult;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;
import org.rollcall.model.Reason;
import org.rollcall.model.Status;
import org.rollcall.store.account.Account;
import org.rollcall.store.account.Account.Role;
import org.rollcall.store.mail.Mail;
import org.rollcall.store.mail.Mail.MailState;
import org.rollcall.store.mail.Mail.MailTopic;
import org.rollcall.store.mail.MailPreferences.Subscription;
import org.rollcall.testing.MailServer;

class MailServiceTest {
  private static final LessonKey NINE = MailedSchool.key(16, 9);
  private static final Message ALARM = Message.english("A night did not run.");
  private static final String HEAD = "head@school.example";

  @TempDir private Path folder;
  @AutoClose private MailedSchool school;

  @BeforeEach
  void open() {
    school = new MailedSchool(folder);
  }

  private List<String> recipients() throws MessagingException {
    List<String> recipients = new ArrayList<>();
    for (MimeMessage mail : school.received()) {
      recipients.add(mail.getAllRecipients()[0].toString());
    }
    return recipients;
  }

  private void reader(String name, Role role, String wanted, MailTopic kind) {
    school.store.accounts().add(new Account(name, role, Set.of("8B"), false), "hash");
    school
        .store
        .mailPreferences()
        .save(name, new Subscription(name + "@b.example", Map.of(kind, Set.of(wanted))));
  }

  private void spoilSettings() throws Exception {
    Files.writeString(school.home.settingsFile(), "nonsense: 1\n");
  }

  @Test
  void isOn_serverNamed_itIs() throws Exception {
    assertThat(school.mailService().isOn()).isTrue();

    spoilSettings();
    assertThat(school.mailService().isOn()).isFalse();

    Files.writeString(school.home.settingsFile(), "school.zone: UTC\n");
    assertThat(school.mailService().isOn()).isFalse();
  }

  @Test
  void check_server_respondsAndSendsNothing() {
    assertThat(school.mailService().check())
        .isEqualTo(new Attempt(AttemptResult.DONE, "The mail server localhost responds."));

    school.with(MailServer.withLogin(), "mail.user: " + MailServer.USER);
    assertThat(school.mailService().check().sentence())
        .isEqualTo("The mail server localhost responds and accepts the login.");
    assertThat(school.received()).isEmpty();
  }

  @Test
  void check_settingsSpoilt_saysSo() throws Exception {
    spoilSettings();

    Attempt attempt = school.mailService().check();

    assertThat(attempt.end()).isEqualTo(AttemptResult.UNUSABLE);
    assertThat(attempt.sentence()).contains("nonsense");
  }

  @Test
  void alarm_eachDay_isMailedOnce() throws MessagingException {
    school.with("alarm.mailTo: [head@school.example]");
    MailService service = school.mailService();

    service.alarm(school.store, ALARM);
    service.alarm(school.store, ALARM);
    school.deliver();
    assertThat(recipients()).containsExactly(HEAD);

    school.clock.pass(Duration.ofDays(1));
    service.alarm(school.store, ALARM);
    service.alarm(school.store, Message.english("Another one."));
    school.deliver();
    assertThat(recipients()).containsExactly(HEAD, HEAD, HEAD);
  }

  @Test
  void alarm_recipientWhoIsNoneAnyMore_getsNothing() {
    school.with("alarm.mailTo: [head@school.example]");
    school.mailService().alarm(school.store, ALARM);
    school.with("alarm.mailTo: [another@school.example]");

    school.deliver();

    assertThat(school.received()).isEmpty();
    assertThat(school.states()).isEmpty();
  }

  @Test
  void alarm_noServer_isKeptNowhere() throws Exception {
    Files.writeString(school.home.settingsFile(), "alarm.mailTo: [head@school.example]\n");

    school.mailService().alarm(school.store, ALARM);

    assertThat(school.states()).isEmpty();
  }

  @Test
  void alarmWithoutStore_recipientRefused_reachesTheOthers() throws MessagingException {
    school.with("alarm.mailTo: [nobody@school.example, head@school.example]");

    school.mailService().alarmWithoutStore(ALARM);

    assertThat(recipients()).containsExactly(HEAD);
  }

  @Test
  void deliver_sentLongAgo_isForgotten() {
    school.wants(MailTopic.SHEET);
    school.lesson(NINE, Status.PRESENT);
    school.deliver();
    assertThat(school.states()).containsExactly(MailState.SENT);

    school.clock.pass(Duration.ofDays(3650));
    school.deliver();

    assertThat(school.states()).isEmpty();
  }

  @Test
  void deliver_sheetThatWasAskedFor_needsNoPreference() {
    school.lesson(NINE, Status.PRESENT);
    school
        .store
        .outbox()
        .add(new Mail("asked", MailTopic.SHEET, HEAD, Mail.Topic.of(NINE, Mail.ASKED)));

    assertThat(school.deliver().sent()).isEqualTo(1);
  }

  @Test
  void sheet_ofALessonThatCouldNotAllBeSeen_saysWhy() {
    school.wants(MailTopic.SHEET).with("mail.language: de");
    Message why = Message.of(Reason.LESSON_NO_FACES);
    school.lesson(NINE, Outcome.partial(List.of(why)), Status.REVIEW);

    school.deliver();

    assertThat(school.last().plain())
        .contains("Nicht die ganze Stunde war zu sehen.\n" + why.text(Locale.GERMAN));
  }

  @Test
  void weekly_adminWhoWantsAll_getsEveryClass() throws MessagingException {
    reader("head", Role.ADMIN, "", MailTopic.WEEKLY);
    school.lesson(NINE, Status.PRESENT);
    school.lesson(new LessonKey("8B", NINE.date(), NINE.start()), Status.PRESENT);
    school.clock.pass(Duration.ofDays(6).plusHours(4));

    school.deliver();

    assertThat(recipients()).containsExactly("head@b.example", "head@b.example");
    assertThat(school.received())
        .extracting(mail -> MailContent.of(mail).subject().substring(0, 2))
        .containsExactlyInAnyOrder("7A", "8B");
  }

  @Test
  void weekly_lessonsWithdrawnWhileItWaits_isDropped() {
    school.wants(MailTopic.WEEKLY);
    school.lesson(NINE, Status.PRESENT);
    school.clock.pass(Duration.ofDays(6).plusHours(4));
    school.stopServer();
    school.deliver();
    assertThat(school.states()).containsExactly(MailState.WAITING);

    school.store.lessons().withdraw(NINE, "Rollcall");
    school.restartServer();
    school.clock.pass(Duration.ofHours(1));
    school.deliver();

    assertThat(school.received()).isEmpty();
    assertThat(school.states()).isEmpty();
  }

  @Test
  void warning_readerOfAnotherClass_getsNone() throws MessagingException {
    school.with("warnings.absencesInARow: 2", "warnings.attendanceBelow: 0");
    school.wants(MailTopic.WARNING);
    reader("oak", Role.TEACHER, "8B", MailTopic.WARNING);
    school.lesson(NINE, Status.ABSENT);
    school.lesson(MailedSchool.key(16, 10), Status.ABSENT);

    school.deliver();

    assertThat(recipients()).containsExactly(MailedSchool.BIRCH);
  }
}
