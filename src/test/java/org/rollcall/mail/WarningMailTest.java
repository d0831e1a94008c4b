package org.rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.Correction;
import org.rollcall.model.Status;
import org.rollcall.store.mail.Mail.MailTopic;

class WarningMailTest {
  private static final Status HERE = Status.PRESENT;
  private static final Status AWAY = Status.ABSENT;

  @TempDir private Path folder;
  @AutoClose private MailedSchool school;

  @BeforeEach
  void open() {
    school =
        new MailedSchool(folder)
            .with("warnings.absencesInARow: 3", "warnings.attendanceBelow: 0")
            .wants(MailTopic.WARNING);
  }

  private void lessons(int from, int to, Status... marks) {
    for (int hour = from; hour <= to; hour++) {
      school.lesson(MailedSchool.key(16, hour), marks);
    }
  }

  @Test
  void row_ofAbsences_isToldOnceWithTheNameInsideOnly() {
    lessons(8, 10, HERE, AWAY, HERE);

    assertThat(school.deliver().sent()).isEqualTo(1);

    assertThat(school.last().subject())
        .isEqualTo("7A: a student was absent from 3 lessons in a row");
    assertThat(school.last().plain())
        .contains("Jörg Müßig was absent from the last 3 lessons:", "7A, Mon 16 Nov 2026, 10:00");
    lessons(11, 11, HERE, AWAY, HERE);
    assertThat(school.deliver()).isEqualTo(Delivery.NONE);
  }

  @Test
  void row_anotherOne_isToldAgain() {
    lessons(8, 10, AWAY);
    school.deliver();
    lessons(11, 11, HERE);
    lessons(12, 14, AWAY);

    assertThat(school.deliver().sent()).isEqualTo(1);
  }

  @Test
  void row_corrected_isNotTold() {
    lessons(8, 10, AWAY);
    school
        .store
        .lessons()
        .saveCorrections(
            MailedSchool.key(16, 9),
            Map.of("S1", new Correction(Optional.of(HERE), "was there")),
            "birch");

    assertThat(school.deliver()).isEqualTo(Delivery.NONE);
  }

  @Test
  void row_correctedWhileTheMailWaits_isDropped() {
    school.stopServer();
    lessons(8, 10, AWAY);
    assertThat(school.deliver().failed()).isEqualTo(1);
    school
        .store
        .lessons()
        .saveCorrections(
            MailedSchool.key(16, 9), Map.of("S1", new Correction(Optional.of(HERE), "")), "birch");
    school.restartServer();
    school.clock.pass(Duration.ofMinutes(5));

    assertThat(school.deliver()).isEqualTo(Delivery.NONE);
    assertThat(school.states()).isEmpty();
  }

  @Test
  void share_tooSmall_isToldWithItsNumbersAndNotAgainSoon() {
    school.with(
        "warnings.absencesInARow: 0", "warnings.attendanceBelow: 75", "warnings.fromLessons: 4");
    lessons(8, 9, HERE);
    lessons(10, 11, AWAY);

    assertThat(school.deliver().sent()).isEqualTo(1);
    assertThat(school.last().plain()).contains("Ada Birch attended 2 of 4 lessons (50%).");

    lessons(12, 17, HERE);
    school.clock.pass(Duration.ofDays(1));
    school.lesson(MailedSchool.key(17, 8), AWAY);
    assertThat(school.deliver()).as("below again, within four weeks").isEqualTo(Delivery.NONE);

    school.clock.pass(Duration.ofDays(28));
    school.lesson(MailedSchool.key(45, 8), AWAY);
    assertThat(school.deliver().sent()).as("below again, later").isEqualTo(1);
  }

  @Test
  void warnings_ofADay_areCappedAndTheOthersComeOnTheNext() {
    school.with(
        "warnings.absencesInARow: 3", "warnings.attendanceBelow: 0", "mail.warningsADay: 2");
    lessons(8, 10, AWAY, AWAY, AWAY);
    MailService mailService = school.mailService();

    assertThat(mailService.deliver(school.store).sent()).isEqualTo(2);
    assertThat(mailService.deliver(school.store).sent()).isZero();
    school.clock.pass(Duration.ofDays(1));

    assertThat(mailService.deliver(school.store).sent()).isEqualTo(1);
    assertThat(school.received())
        .extracting(message -> MailContent.of(message).plain().lines().skip(3).findFirst())
        .doesNotHaveDuplicates();
  }

  @Test
  void class_withoutNewResults_getsNoWarning() {
    lessons(8, 10, AWAY);
    school.clock.pass(Duration.ofDays(4));

    assertThat(school.deliver()).isEqualTo(Delivery.NONE);
  }
}
