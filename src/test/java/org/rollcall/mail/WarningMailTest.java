package org.rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.Correction;
import org.rollcall.model.Status;
import org.rollcall.store.mail.Mail.MailTopic;
import org.rollcall.testing.MailServer;

class WarningMailTest {
  private static final Status HERE = Status.PRESENT;
  private static final Status AWAY = Status.ABSENT;

  @TempDir private Path folder;
  private MailServer server;
  private MailedSchool school;

  @BeforeEach
  void open() {
    server = MailServer.plain();
    school = new MailedSchool(folder).wants(MailTopic.WARNING);
    limits("warnings.absencesInARow: 3", "warnings.attendanceBelow: 0");
  }

  @AfterEach
  void close() {
    school.close();
    server.close();
  }

  private void limits(String... settings) {
    school.with(server, settings);
  }

  private Delivery deliver() {
    return school.mailService().deliver(school.store);
  }

  private MailContent last() {
    return MailContent.of(server.received().get(server.received().size() - 1));
  }

  private void lessons(int from, int to, Status... marks) {
    for (int hour = from; hour <= to; hour++) {
      school.lesson(MailedSchool.key(16, hour), marks);
    }
  }

  @Test
  void row_ofAbsences_isToldOnceWithTheNameInsideOnly() {
    lessons(8, 10, HERE, AWAY, HERE);

    assertThat(deliver().sent()).isEqualTo(1);

    assertThat(last().subject()).isEqualTo("7A: a student was absent from 3 lessons in a row");
    assertThat(last().plain())
        .contains("Jörg Müßig was absent from the last 3 lessons:", "7A, Mon 16 Nov 2026, 10:00");
    lessons(11, 11, HERE, AWAY, HERE);
    assertThat(deliver()).isEqualTo(Delivery.NONE);
  }

  @Test
  void row_anotherOne_isToldAgain() {
    lessons(8, 10, AWAY);
    deliver();
    lessons(11, 11, HERE);
    lessons(12, 14, AWAY);

    assertThat(deliver().sent()).isEqualTo(1);
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

    assertThat(deliver()).isEqualTo(Delivery.NONE);
  }

  @Test
  void row_correctedWhileTheMailWaits_isDropped() {
    int port = server.port();
    server.close();
    lessons(8, 10, AWAY);
    assertThat(deliver().failed()).isEqualTo(1);
    school
        .store
        .lessons()
        .saveCorrections(
            MailedSchool.key(16, 9), Map.of("S1", new Correction(Optional.of(HERE), "")), "birch");
    server = MailServer.plain(port);
    school.clock.pass(Duration.ofMinutes(5));

    assertThat(deliver()).isEqualTo(Delivery.NONE);
    assertThat(school.states()).isEmpty();
  }

  @Test
  void share_tooSmall_isToldWithItsNumbersAndNotAgainSoon() {
    limits("warnings.absencesInARow: 0", "warnings.attendanceBelow: 75", "warnings.fromLessons: 4");
    lessons(8, 9, HERE);
    lessons(10, 11, AWAY);

    assertThat(deliver().sent()).isEqualTo(1);
    assertThat(last().plain()).contains("Ada Birch attended 2 of 4 lessons (50%).");

    lessons(12, 17, HERE);
    school.clock.pass(Duration.ofDays(1));
    school.lesson(MailedSchool.key(17, 8), AWAY);
    assertThat(deliver()).as("below again, within four weeks").isEqualTo(Delivery.NONE);

    school.clock.pass(Duration.ofDays(28));
    school.lesson(MailedSchool.key(45, 8), AWAY);
    assertThat(deliver().sent()).as("below again, later").isEqualTo(1);
  }

  @Test
  void warnings_ofADay_areCappedAndTheOthersComeOnTheNext() {
    limits("warnings.absencesInARow: 3", "warnings.attendanceBelow: 0", "mail.warningsADay: 2");
    lessons(8, 10, AWAY, AWAY, AWAY);
    MailService mailService = school.mailService();

    assertThat(mailService.deliver(school.store).sent()).isEqualTo(2);
    assertThat(mailService.deliver(school.store).sent()).isZero();
    school.clock.pass(Duration.ofDays(1));

    assertThat(mailService.deliver(school.store).sent()).isEqualTo(1);
    assertThat(server.received())
        .extracting(message -> MailContent.of(message).plain().lines().skip(3).findFirst())
        .doesNotHaveDuplicates();
  }

  @Test
  void class_withoutNewResults_getsNoWarning() {
    lessons(8, 10, AWAY);
    school.clock.pass(Duration.ofDays(4));

    assertThat(deliver()).isEqualTo(Delivery.NONE);
  }
}
