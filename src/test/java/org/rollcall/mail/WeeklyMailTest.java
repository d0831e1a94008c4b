package org.rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.Status;
import org.rollcall.store.mail.Mail.MailTopic;

/** The clock begins on Tuesday 17 November 2026, at 2. */
class WeeklyMailTest {
  @TempDir private Path folder;
  @AutoClose private MailedSchool school;

  @BeforeEach
  void open() {
    school = new MailedSchool(folder).wants(MailTopic.WEEKLY);
  }

  private void nextMonday(int hour) {
    school.clock.pass(Duration.ofDays(6).plusHours(hour - 2));
  }

  @Test
  void week_ended_isSummedUpOnce() {
    school.lesson(MailedSchool.key(15, 9), Status.ABSENT, Status.ABSENT, Status.ABSENT);
    school.lesson(MailedSchool.key(16, 9), Status.PRESENT, Status.ABSENT, Status.REVIEW);
    school.lesson(MailedSchool.key(17, 9), Status.LATE, Status.ABSENT, Status.REVIEW);
    school.lesson(MailedSchool.key(22, 9), Status.ABSENT, Status.PRESENT, Status.REVIEW);
    nextMonday(6);

    assertThat(school.deliver().sent()).isEqualTo(1);

    assertThat(school.last().subject())
        .isEqualTo("7A: attendance from Mon 16 Nov 2026 to Sun 22 Nov 2026");
    assertThat(school.last().plain())
        .contains("3 lessons were processed.")
        .containsPattern("Ada Birch +67 +2 +1 +1 +0\n")
        .containsPattern("Jörg Müßig +33 +1 +0 +2 +0\n")
        .containsPattern("李 Wei +– +0 +0 +0 +3\n")
        .containsPattern("Tue 17 Nov 2026, 09:00 +1 +1 +1\n")
        .doesNotContain("15 Nov");
    assertThat(school.deliver()).isEqualTo(Delivery.NONE);
  }

  @Test
  void week_notEnded_isNotSummedUp() {
    school.lesson(MailedSchool.key(16, 9), Status.PRESENT);
    nextMonday(5);

    assertThat(school.deliver()).isEqualTo(Delivery.NONE);
  }

  @Test
  void week_withoutLessons_hasNoSummary() {
    nextMonday(7);

    assertThat(school.deliver()).isEqualTo(Delivery.NONE);
  }

  @Test
  void week_endedLongAgo_isLeftOut() {
    school.lesson(MailedSchool.key(16, 9), Status.PRESENT);
    nextMonday(6);
    school.clock.pass(Duration.ofDays(3).plusMinutes(1));

    assertThat(school.deliver()).isEqualTo(Delivery.NONE);
  }

  @Test
  void day_andHour_areThoseOfTheSettings() {
    school.with("mail.weeklyDay: friday", "mail.weeklyTime: 16:30");
    school.lesson(MailedSchool.key(16, 9), Status.PRESENT);
    school.clock.pass(Duration.ofDays(3).plusHours(14));
    assertThat(school.deliver()).as("16:00").isEqualTo(Delivery.NONE);

    school.clock.pass(Duration.ofMinutes(30));

    assertThat(school.deliver().sent()).isEqualTo(1);
    assertThat(school.last().subject()).contains("from Fri 13 Nov 2026 to Thu 19 Nov 2026");
  }

  @Test
  void preference_laterThanTheWeek_waitsForTheNext() {
    school.lesson(MailedSchool.key(16, 9), Status.PRESENT);
    nextMonday(8);
    school.store.mailPreferences().remove("birch");
    school.wants(MailTopic.WEEKLY);

    assertThat(school.deliver()).isEqualTo(Delivery.NONE);
  }
}
