package org.rollcall.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.Status;
import org.rollcall.store.Store;
import org.rollcall.store.account.Account;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.mail.Mail;
import org.rollcall.store.mail.Mail.MailState;
import org.rollcall.store.mail.Mail.MailTopic;
import org.rollcall.store.mail.MailPreferences;
import org.rollcall.store.mail.Outbox;
import org.rollcall.testing.MailServer;
import org.rollcall.testing.TestPostgres;
import org.rollcall.testing.UsesPostgres;

/** How mails get from the outbox to the server, whatever happens on the way. */
class DeliveryTest {
  @TempDir private Path folder;
  @AutoClose private MailedSchool school;

  @BeforeEach
  void open() {
    school = new MailedSchool(folder).wants(MailTopic.SHEET);
  }

  private Mail.MailCount standing() {
    return school.store.outbox().all().get(0).standing();
  }

  @Test
  void server_awayAndBack_getsTheMailLater() {
    school.stopServer();
    school.lesson(MailedSchool.key(16, 9), Status.PRESENT);

    Delivery first = school.deliver();
    assertThat(first.failed()).isEqualTo(1);
    assertThat(first.reason().orElseThrow()).contains("cannot be reached");
    assertThat(standing().reason()).contains("cannot be reached");
    assertThat(school.deliver()).as("it waits for its time").isEqualTo(Delivery.NONE);

    school.restartServer();
    school.clock.pass(Duration.ofMinutes(2));
    assertThat(school.deliver().sent()).isEqualTo(1);
    assertThat(standing().state()).isEqualTo(MailState.SENT);
    assertThat(standing().attempts()).isEqualTo(2);
  }

  @Test
  void server_awayForDays_isGivenUpWithTheReasonAndCanBeRetried() {
    school.stopServer();
    school.lesson(MailedSchool.key(16, 9), Status.PRESENT);
    for (int i = 0;
        i < 200 && school.states().stream().noneMatch(MailState.GIVEN_UP::equals);
        i++) {
      school.deliver();
      school.clock.pass(Duration.ofHours(1));
    }

    assertThat(standing().state()).isEqualTo(MailState.GIVEN_UP);
    assertThat(standing().reason()).contains("cannot be reached");
    assertThat(standing().attempts()).isBetween(20, 60);

    school.restartServer();
    assertThat(school.deliver()).isEqualTo(Delivery.NONE);
    assertThat(school.store.outbox().retry()).isEqualTo(1);
    assertThat(school.deliver().sent()).isEqualTo(1);
  }

  @Test
  void server_thatHangs_costsOneAttemptAndLittleTime() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      school.with(silent.getLocalPort());
      school.lesson(MailedSchool.key(16, 9), Status.PRESENT);
      school.lesson(MailedSchool.key(16, 10), Status.PRESENT);
      SmtpServer.SmtpTimeouts shortly =
          new SmtpServer.SmtpTimeouts(Duration.ofMillis(500), Duration.ofMillis(500));

      Delivery delivery = school.mailService(shortly).deliver(school.store);

      assertThat(delivery.failed()).isEqualTo(1);
      assertThat(delivery.reason().orElseThrow()).contains("did not respond in time");
      assertThat(school.states()).containsOnly(MailState.WAITING);
    }
  }

  @Test
  void recipient_refused_isGivenUpAndTheOthersAreSent() {
    school
        .store
        .accounts()
        .add(new Account("a.gone", Account.Role.TEACHER, Set.of("7A"), false), "hash");
    school
        .store
        .mailPreferences()
        .save(
            "a.gone",
            new MailPreferences.Subscription(
                "nobody@school.example", Map.of(MailTopic.SHEET, Set.of("7A"))));
    school.lesson(MailedSchool.key(16, 9), Status.PRESENT);

    Delivery delivery = school.deliver();

    assertThat(delivery.sent()).isEqualTo(1);
    assertThat(delivery.givenUp()).isEqualTo(1);
    assertThat(delivery.reason().orElseThrow()).contains("No such user here");
    assertThat(school.states()).containsExactlyInAnyOrder(MailState.SENT, MailState.GIVEN_UP);
  }

  @Test
  void mail_withAFaultInIt_doesNotKeepOthersFromBeingSent() {
    school.wants(MailTopic.SHEET, MailTopic.WEEKLY);
    school
        .store
        .outbox()
        .add(
            new Mail(
                "a", MailTopic.WEEKLY, MailedSchool.BIRCH, Mail.Topic.ofClass("7A", "no day")));
    school.lesson(MailedSchool.key(16, 9), Status.PRESENT);

    Delivery delivery = school.deliver();

    assertThat(delivery.sent()).isEqualTo(1);
    assertThat(delivery.failed()).isEqualTo(1);
    assertThat(delivery.reason().orElseThrow()).contains("cannot be written");
  }

  @Test
  void login_wrong_waitsForTheRightOne() {
    school.with(MailServer.withLogin(), "mail.user: " + MailServer.USER);
    school.lesson(MailedSchool.key(16, 9), Status.PRESENT);
    MailService wrong =
        new MailService(school.home, Map.of("ROLLCALL_MAIL_PASSWORD", "guessed"), school.clock);

    assertThat(wrong.deliver(school.store).reason().orElseThrow()).contains("refuses the login");
    school.clock.pass(Duration.ofMinutes(5));

    assertThat(school.deliver().sent()).isEqualTo(1);
  }

  @Test
  void password_missing_isTold() {
    school.with("mail.user: rollcall");
    MailService mailService = new MailService(school.home, Map.of(), school.clock);

    assertThat(mailService.test(MailedSchool.BIRCH).sentence())
        .contains("no password for mail.user 'rollcall'", "ROLLCALL_MAIL_PASSWORD");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  @UsesPostgres
  void senders_severalAtOnce_sendEachMailOnce(boolean postgres)
      throws InterruptedException, ExecutionException {
    if (postgres) {
      school.close();
      StoreAddress address = TestPostgres.emptyDatabase();
      school = new MailedSchool(folder, address).wants(MailTopic.SHEET);
    }
    for (int hour = 8; hour < 18; hour++) {
      school.lesson(MailedSchool.key(16, hour), Status.PRESENT);
    }
    ExecutorService nodes = Executors.newFixedThreadPool(3);
    try {
      List<Future<Integer>> sent = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        sent.add(nodes.submit(this::deliverAsAnotherNode));
      }
      int sum = 0;
      for (Future<Integer> of : sent) {
        sum += of.get();
      }
      assertThat(sum).isEqualTo(10);
    } finally {
      nodes.shutdownNow();
    }
    assertThat(school.received()).hasSize(10);
    assertThat(school.received())
        .extracting(message -> MailContent.of(message).subject())
        .doesNotHaveDuplicates();
  }

  private int deliverAsAnotherNode() {
    try (Store store = school.another()) {
      return school.mailService().deliver(store).sent();
    }
  }

  @Test
  void process_killedBeforeItSent_leavesTheMailToAnother() {
    school.lesson(MailedSchool.key(16, 9), Status.PRESENT);
    school.stopServer();
    school.deliver();
    school.restartServer();
    school.clock.pass(Duration.ofMinutes(2));
    assertThat(school.store.outbox().next()).isPresent();

    assertThat(school.deliver()).as("another may be at it").isEqualTo(Delivery.NONE);
    school.clock.pass(Outbox.LEASE.plusSeconds(1));

    assertThat(school.deliver().sent()).isEqualTo(1);
  }

  @Test
  void mail_sentButNotNoted_isNotSentAgainByTheSameProcess() throws SQLException {
    school.lesson(MailedSchool.key(16, 9), Status.PRESENT);
    school.lesson(MailedSchool.key(16, 10), Status.PRESENT);
    sql(
        "CREATE TRIGGER trouble BEFORE UPDATE ON mail WHEN NEW.state = 'SENT'"
            + " BEGIN SELECT RAISE(ABORT, 'no'); END");
    MailService mailService = school.mailService();
    assertThat(catchThrowable(() -> mailService.deliver(school.store))).isNotNull();
    assertThat(catchThrowable(() -> mailService.deliver(school.store))).isNotNull();
    assertThat(school.received()).hasSize(1);

    sql("DROP TRIGGER trouble");

    assertThat(mailService.deliver(school.store).sent()).isEqualTo(1);
    assertThat(school.received()).hasSize(2);
    assertThat(school.states()).containsOnly(MailState.SENT);
  }

  private void sql(String statement) throws SQLException {
    String url = "jdbc:sqlite:" + school.home.database();
    try (Connection connection = DriverManager.getConnection(url);
        Statement sql = connection.createStatement()) {
      sql.execute(statement);
    }
  }

  @Test
  void mail_sentTwice_hasOneIdForMailPrograms() throws MessagingException {
    Session session = Session.getInstance(new Properties());
    MailBody body = new MailBody("en", "x", List.of(), Optional.empty());
    MailHeader header = new MailHeader("r@school.example", "School", MailedSchool.BIRCH, "sheet/1");

    MimeMessage once = MimeMail.make(session, header, body);
    MimeMessage again = MimeMail.make(session, header, body);
    MimeMessage another =
        MimeMail.make(
            session,
            new MailHeader("r@school.example", "School", MailedSchool.BIRCH, "sheet/2"),
            body);

    assertThat(once.getMessageID()).isEqualTo(again.getMessageID()).endsWith("@school.example>");
    assertThat(another.getMessageID()).isNotEqualTo(once.getMessageID());
  }

  @Test
  void test_mail_arrives() {
    Attempt attempt = school.mailService().test("head@school.example");

    assertThat(attempt.end()).isEqualTo(Attempt.AttemptResult.DONE);
    assertThat(MailContent.of(school.received().get(0)).plain()).contains("Schule Zürich");
    assertThat(school.mailService().check().done()).isTrue();
  }

  @Test
  void test_addressWithALineBreak_isRefusedBeforeAnythingIsSent() {
    Attempt attempt = school.mailService().test("a@b.example\r\nRCPT TO:<c@d.example>");

    assertThat(attempt.end()).isEqualTo(Attempt.AttemptResult.ADDRESS_REFUSED);
    assertThat(school.received()).isEmpty();
  }
}
