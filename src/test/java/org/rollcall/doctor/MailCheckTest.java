package org.rollcall.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.doctor.Finding.Grade;
import org.rollcall.school.Home;
import org.rollcall.settings.SettingsFile;
import org.rollcall.store.Store;
import org.rollcall.store.mail.Mail;
import org.rollcall.store.mail.Mail.MailTopic;
import org.rollcall.testing.EmptyDatabase;
import org.rollcall.testing.MailServer;

class MailCheckTest {
  @TempDir private Path folder;

  private Home home;

  @BeforeEach
  void open() throws IOException {
    home = Home.of(folder);
    Files.createDirectories(home.config());
  }

  private List<Finding> look(String settings) throws IOException {
    Files.writeString(home.settingsFile(), settings);
    return new MailCheck(home, SettingsFile.read(home), Map.of(), Clock.systemUTC()).run();
  }

  private static String at(int port) {
    return "mail: {host: localhost, port: %d, security: none, from: r@school.example}\n"
        .formatted(port);
  }

  @Test
  void run_noServerSet_isFine() throws IOException {
    assertThat(look(""))
        .containsExactly(Finding.ok("mail", "off: the settings name no mail server"));
    assertThat(folder.resolve("output")).doesNotExist();
  }

  @Test
  void run_alarmsByMailWithoutAServer_isBad() throws IOException {
    assertThat(look("alarm.mailTo: [head@school.example]\n"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.grade()).isEqualTo(Grade.BAD);
              assertThat(finding.advice()).contains("mail.host");
            });
  }

  @Test
  void run_serverAnswers_isFineAndSendsNothing() throws IOException {
    try (MailServer server = MailServer.plain()) {
      assertThat(look(at(server.port())))
          .containsExactly(Finding.ok("mail", "The mail server localhost responds."));
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void run_serverWantsMoreThanIsSet_isBad() throws IOException {
    try (MailServer server = MailServer.withLogin()) {
      assertThat(look(at(server.port()) + "mail.user: rollcall\n"))
          .singleElement()
          .satisfies(
              finding -> {
                assertThat(finding.grade()).isEqualTo(Grade.BAD);
                assertThat(finding.found()).contains("no password for mail.user");
              });
    }
  }

  @Test
  void run_mailsGivenUp_areWorthKnowing() throws IOException {
    try (Store store = Store.open(EmptyDatabase.at(home.database()))) {
      store
          .outbox()
          .add(new Mail("a", MailTopic.ALARM, "head@school.example", Mail.Topic.of("An alarm.")));
      store.outbox().giveUp(store.outbox().next().orElseThrow(), "No such user.");
    }

    assertThat(look(""))
        .contains(
            Finding.note(
                "mail",
                "1 could not be sent and were given up",
                "'rollcall mail list' says why; 'rollcall mail retry' tries again."));
  }
}
