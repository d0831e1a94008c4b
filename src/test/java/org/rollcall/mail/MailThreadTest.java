package org.rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.Message;
import org.rollcall.model.Status;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.store.Store;
import org.rollcall.store.mail.Mail.MailTopic;
import org.rollcall.testing.Waiting;

class MailThreadTest {
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir private Path folder;
  @AutoClose private MailedSchool school;
  private final AtomicInteger opened = new AtomicInteger();

  @BeforeEach
  void open() {
    school =
        new MailedSchool(folder)
            .with("alarm.mailTo: [head@school.example, admin@school.example]")
            .wants(MailTopic.SHEET);
  }

  private Store another() {
    opened.incrementAndGet();
    return school.another();
  }

  private void await(int mails) throws Exception {
    Waiting.until(() -> school.received().size(), received -> received >= mails);
    assertThat(school.received()).hasSize(mails);
  }

  @Test
  void thread_opened_sendsAtOnceAndOnRequest() throws Exception {
    school.lesson(MailedSchool.key(16, 9), Status.PRESENT);
    try (MailThread thread = MailThread.open(school.mailService(), this::another, HOUR)) {
      await(1);
      school.lesson(MailedSchool.key(16, 10), Status.PRESENT);
      thread.soon();
      await(2);
    }
  }

  @Test
  void thread_noRequest_sendsAtIntervals() throws Exception {
    Duration often = Duration.ofMillis(100);
    try (MailThread thread = MailThread.open(school.mailService(), this::another, often)) {
      school.lesson(MailedSchool.key(16, 9), Status.PRESENT);
      await(1);
      assertThat(thread).isNotNull();
    }
  }

  @Test
  void alarm_reachesEverybodyOnce() throws Exception {
    try (MailThread thread = MailThread.open(school.mailService(), this::another, HOUR)) {
      thread.alarm(Message.english("A night did not run.\n<b>See to it.</b>\n"));
      thread.alarm(Message.english("A night did not run.\n<b>See to it.</b>\n"));
      await(2);
    }
    MailContent mail = MailContent.of(school.received().get(0));
    assertThat(mail.subject()).isEqualTo("Rollcall at Schule Zürich needs attention");
    assertThat(mail.plain()).contains("A night did not run.\n<b>See to it.</b>");
    assertThat(mail.html()).contains("&lt;b&gt;See to it.");
    assertThat(school.received())
        .allSatisfy(message -> assertThat(message.getAllRecipients()).hasSize(1));
  }

  @Test
  void alarm_storeIsOfNoUse_isSentAllTheSame() throws Exception {
    try (MailThread thread =
        MailThread.open(
            school.mailService(),
            () -> {
              throw new TemporaryFailure("The disk is full.");
            },
            HOUR)) {
      thread.alarm(Message.english("The disk is full."));
      await(2);
    }
  }

  @Test
  void mail_off_leavesTheStoreAlone() throws Exception {
    Files.writeString(folder.resolve("config/rollcall.yaml"), "school.zone: UTC\n");
    Duration often = Duration.ofMillis(20);
    try (MailThread thread = MailThread.open(school.mailService(), this::another, often)) {
      thread.alarm(Message.english("A night did not run."));
      Thread.sleep(500);
    }
    assertThat(opened).hasValue(0);
    assertThat(school.received()).isEmpty();
  }

  @Test
  void thread_closed_sendsNothingMore() throws InterruptedException {
    MailThread thread = MailThread.open(school.mailService(), this::another, Duration.ofMillis(50));
    thread.close();
    school.lesson(MailedSchool.key(16, 9), Status.PRESENT);
    Thread.sleep(500);

    assertThat(school.received()).isEmpty();
  }
}
