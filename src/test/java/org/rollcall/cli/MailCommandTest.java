package org.rollcall.cli;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.cli.School.Answer;
import org.rollcall.model.Coverage;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Outcome;
import org.rollcall.model.RunFacts;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.Verdict;
import org.rollcall.night.RunWindow;
import org.rollcall.store.Store;
import org.rollcall.testing.MailServer;
import org.rollcall.testing.TakesLong;

/** What an admin types and reads about mails, with a real mail server. */
@TakesLong
class MailCommandTest {
  private static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
  private static final String BIRCH = "birch@school.example";

  @TempDir Path folder;

  @AutoClose private MailServer server;
  private School school;

  @BeforeEach
  void open() {
    server = MailServer.plain();
    school = new School(folder);
    school.write("config/classes/7A/roster.csv", "id,name\nS1,Ada Birch\n");
    settings(server.port());
    school.types("users", "add", "--class", "7A", "birch");
  }

  private void settings(int port, String... more) {
    school.write(
        "config/rollcall.yaml",
        """
        school.zone: UTC
        footage.stillFor: 0s
        alarm.freeSpace: 0
        mail: {host: localhost, port: %d, security: none, from: rollcall@school.example}
        """
                .formatted(port)
            + String.join("\n", more)
            + "\n");
  }

  /** A lesson that was processed just now. */
  private void lesson() {
    Verdict verdict =
        new Verdict(
            new Student("S1", "Ada Birch"), Status.ABSENT, Optional.empty(), 0, Optional.empty());
    try (Store store = Store.open(school.home().database())) {
      store
          .lessons()
          .save(
              new LessonRegister(
                  new Lesson(LESSON, Duration.ofMinutes(45)),
                  List.of(
                      new LessonRegister.Row(
                          verdict, Optional.empty(), Optional.empty(), Optional.empty())),
                  List.of(),
                  Coverage.unknown(),
                  Outcome.done(),
                  new RunFacts(
                      "1",
                      Instant.now(),
                      Duration.ZERO,
                      List.of(),
                      Map.of(),
                      Map.of(),
                      List.of())));
    }
  }

  @Test
  void test_serverTakesTheMail_saysSo() {
    Answer answer = school.types("mail", "test", BIRCH);

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out())
        .isEqualTo(
            "The mail server localhost has accepted a test mail for birch@school.example.\n");
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void test_whatGoesWrong_isToldApart() {
    assertFails(
        "does not accept mail for nobody@school.example", "mail", "test", "nobody@school.example");
    assertFails("'birch' is not a mail address", "mail", "test", "birch");
    settings(server.port(), "mail.user: rollcall");
    assertFails("There is no password for mail.user 'rollcall'", "mail", "test", BIRCH);
    server.close();
    settings(server.port());
    assertFails("cannot be reached: Connection refused", "mail", "test", BIRCH);
    school.write("config/rollcall.yaml", "school.zone: UTC\n");
    assertFails("No mail server is set", "mail", "test", BIRCH);
  }

  private void assertFails(String message, String... command) {
    Answer answer = school.types(command);
    assertThat(answer.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(answer.err()).contains(message).doesNotContain("\tat ");
  }

  @Test
  void test_passwordInAFile_isUsed() {
    server.close();
    server = MailServer.withLogin();
    school.write("config/mail-password", MailServer.PASSWORD + "\n");
    settings(
        server.port(), "mail.user: " + MailServer.USER, "mail.passwordFile: config/mail-password");

    assertThat(school.types("mail", "test", BIRCH).exitCode()).isZero();

    school.with("ROLLCALL_MAIL_PASSWORD", "another");
    assertFails("refuses the login as 'rollcall'", "mail", "test", BIRCH);
  }

  @Test
  void usersMail_preferences_areShownChangedAndForgotten() {
    assertThat(school.types("users", "mail", "birch").out())
        .isEqualTo("birch does not get any mails.\n");

    assertThat(school.types("users", "mail", "Birch", "--email", BIRCH, "--sheets", "all").out())
        .isEqualTo(
            "Mails to birch go to birch@school.example (sheets: all; weekly: none; warnings:"
                + " none).\n");
    assertThat(school.types("users", "mail", "birch", "--weekly", "7A", "--sheets", "none").out())
        .contains("(sheets: none; weekly: 7A; warnings: none)");
    assertThat(school.types("users", "mail", "birch", "--off").out())
        .isEqualTo("birch does not get any mails.\n");
  }

  @Test
  void usersMail_whatCannotBe_isWrongUsage() {
    assertUsage("There is no user 'oak'", "users", "mail", "oak");
    assertUsage("with --email", "users", "mail", "birch", "--sheets", "all");
    assertUsage(
        "may not see class '8B'. Expected 'all', 'none', or some of: 7A.",
        "users",
        "mail",
        "birch",
        "--email",
        BIRCH,
        "--sheets",
        "7A,8B");
    assertUsage(
        "is not a mail address", "users", "mail", "birch", "--email", "Birch <b@b.example>");
  }

  private void assertUsage(String message, String... command) {
    Answer answer = school.types(command);
    assertThat(answer.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(answer.err()).contains(message);
  }

  @Test
  void usersAdd_withAnAddress_hasIt() {
    school.types(
        "users", "add", "--class", "7A", "--email", "o@b.example", "--weekly", "all", "oak");

    assertThat(school.types("users", "mail", "oak").out()).contains("o@b.example", "weekly: all");
    assertThat(school.types("users", "list").out())
        .containsPattern("oak +teacher +7A +o@b.example")
        .containsPattern("birch +teacher +7A +-");
  }

  @Test
  void run_atItsEnd_sendsTheSheets() throws MessagingException {
    school.types("users", "mail", "birch", "--email", BIRCH, "--sheets", "all");
    lesson();

    Answer answer = school.types("run");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out()).endsWith("Mails: 1 sent.\n");
    assertThat(server.received().get(0).getSubject()).contains("7A");
    assertThat(school.types("run").out()).doesNotContain("Mails");
    assertThat(school.types("mail", "list").out())
        .containsPattern("sheet +7A_2026-11-16_0900 +birch@school.example +sent 20");
  }

  @Test
  void run_serverIsAway_endsWellAndTheMailCanBeRetried() {
    int port = server.port();
    server.close();
    school.types("users", "mail", "birch", "--email", BIRCH, "--sheets", "all");
    lesson();

    Answer answer = school.types("run");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out()).endsWith("Mails: 1 to be tried again.\n");
    assertThat(answer.err()).contains("cannot be reached");
    assertThat(school.types("status").out())
        .endsWith("Mails: 1 waiting; see 'rollcall mail list'.\n");
    assertThat(school.types("mail", "list").out())
        .containsPattern("tried 1 time, next 20")
        .contains("cannot be reached");

    server = MailServer.plain(port);
    assertThat(school.types("mail", "retry").out())
        .isEqualTo("1 mail to try again.\nMails: 1 sent.\n");
    assertThat(school.types("status").out()).doesNotContain("Mails");
  }

  @Test
  void list_nothing_saysSo() {
    assertThat(school.types("mail", "list").out()).isEqualTo("No mails to show.\n");
    assertUsage("Say what to do", "mail");
  }

  @Test
  void serve_sheetsAndAlarms_areMailedBesideTheNights() throws MessagingException {
    school.write(
        "config/rollcall.yaml",
        """
        school.zone: UTC
        footage.stillFor: 0s
        alarm: {freeSpace: 100000, mailTo: [head@school.example]}
        mail: {host: localhost, port: %d, security: none, from: rollcall@school.example}
        """
            .formatted(server.port()));
    school.types("users", "mail", "birch", "--email", BIRCH, "--sheets", "all");
    lesson();
    school.with(
        (plan, book, duties) -> {
          duties.check();
          awaitMails(2);
        });

    assertThat(school.types("serve").exitCode()).isZero();

    assertThat(server.received())
        .extracting(message -> message.getAllRecipients()[0].toString())
        .containsExactlyInAnyOrder(BIRCH, "head@school.example");
  }

  private void awaitMails(int number) throws InterruptedException {
    for (int i = 0; i < 300 && server.received().size() < number; i++) {
      Thread.sleep(100);
    }
  }

  @Test
  void serve_serverHangs_doesNotDelayTheNight() throws Exception {
    try (ServerSocket silent = new ServerSocket(0)) {
      settings(silent.getLocalPort());
      school.types("users", "mail", "birch", "--email", BIRCH, "--sheets", "all");
      lesson();
      school.with(
          (plan, book, duties) -> {
            try (Socket connected = silent.accept()) {
              assertThat(duties.runPass(RunWindow.OPEN)).isNotNull();
              assertThat(connected.isConnected()).isTrue();
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });

      assertThat(school.types("serve").out()).contains("Nothing is waiting in footage/.");
    }
  }
}
