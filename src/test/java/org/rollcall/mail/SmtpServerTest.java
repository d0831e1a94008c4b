package org.rollcall.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.mail.Attempt.AttemptResult;
import org.rollcall.mail.SmtpServer.SmtpTimeouts;
import org.rollcall.settings.MailSettings;
import org.rollcall.settings.MailSettings.Security;
import org.rollcall.testing.MailServer;
import org.rollcall.testing.MailServer.Identity;
import org.rollcall.testing.UsesProcesses;

/** Against real servers: what can go wrong is told apart. */
@UsesProcesses
class SmtpServerTest {
  private static final SmtpTimeouts SHORT =
      new SmtpTimeouts(Duration.ofSeconds(5), Duration.ofMillis(700));
  private static final MailBody BODY =
      new MailBody("en", "Hello", List.of(new MailBody.Paragraph("A test.")), Optional.empty());

  @TempDir private static Path folder;
  private static Identity localhost;

  @BeforeAll
  static void makeCertificate() {
    localhost = Identity.of("localhost", folder);
  }

  /** Who to connect to, and as whom. */
  private record Target(String host, int port, Security security, String password) {
    static Target at(int port, Security security) {
      return new Target("localhost", port, security, MailServer.PASSWORD);
    }

    SmtpServer server(boolean logsIn, Optional<SSLSocketFactory> sockets) {
      return server(logsIn, sockets, SmtpTimeouts.USUAL);
    }

    SmtpServer server(boolean logsIn, Optional<SSLSocketFactory> sockets, SmtpTimeouts patience) {
      MailSettings.Sender sender =
          new MailSettings.Sender(
              Optional.of("rollcall@school.example"),
              logsIn ? Optional.of(MailServer.USER) : Optional.empty(),
              Optional.empty());
      MailSettings.Server server =
          new MailSettings.Server(Optional.of(host), port, security, sender);
      String login = logsIn ? password : "";
      return sockets
          .map(factory -> new SmtpServer(server, login, patience, factory))
          .orElseGet(() -> new SmtpServer(server, login, patience));
    }
  }

  private static SmtpServer open(Target target) {
    return target.server(false, Optional.empty());
  }

  private static SmtpServer impatient(Target target) {
    return target.server(false, Optional.empty(), SHORT);
  }

  private static SmtpServer secret(Target target) {
    return target.server(true, Optional.of(localhost.forClients()));
  }

  private static void send(SmtpServer server, String recipient) {
    try (SmtpConnection connection = server.connect()) {
      connection.send(new MailHeader("rollcall@school.example", "School", recipient, "key"), BODY);
    }
  }

  private static MailFailure failure(SmtpServer server, String recipient) {
    MailFailure failure = catchThrowableOfType(MailFailure.class, () -> send(server, recipient));
    assertThat(failure).isNotNull();
    return failure;
  }

  @Test
  void starttls_serverWithTheRightName_takesLoginAndMail() {
    try (MailServer server = MailServer.withStarttls(localhost.forServer())) {
      send(secret(Target.at(server.port(), Security.STARTTLS)), "birch@school.example");

      assertThat(server.received()).hasSize(1);
    }
  }

  @Test
  void starttls_serverWithAnotherName_isRefused() {
    Identity other = Identity.of("other.example", folder);
    try (MailServer server = MailServer.withStarttls(other.forServer())) {
      SmtpServer impostor =
          Target.at(server.port(), Security.STARTTLS).server(true, Optional.of(other.forClients()));

      assertThat(failure(impostor, "birch@school.example").end())
          .isEqualTo(AttemptResult.TLS_REFUSED);
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void starttls_certificateOfNobodyKnown_isRefused() {
    try (MailServer server = MailServer.withStarttls(localhost.forServer())) {
      SmtpServer unknown =
          Target.at(server.port(), Security.STARTTLS).server(true, Optional.empty());

      assertThat(failure(unknown, "birch@school.example").end())
          .isEqualTo(AttemptResult.TLS_REFUSED);
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void starttls_serverThatDoesNotKnowIt_getsNoLogin() {
    try (MailServer server = MailServer.withLogin()) {
      MailFailure failure =
          failure(secret(Target.at(server.port(), Security.STARTTLS)), "birch@school.example");

      assertThat(failure.end()).isEqualTo(AttemptResult.TLS_REFUSED);
      assertThat(failure).hasMessageContaining("STARTTLS");
    }
  }

  @Test
  void tls_fromTheStart_takesTheMail() {
    try (MailServer server = MailServer.withTls(localhost.forServer())) {
      SmtpServer target =
          Target.at(server.port(), Security.TLS).server(false, Optional.of(localhost.forClients()));

      send(target, "birch@school.example");

      assertThat(server.received()).hasSize(1);
    }
  }

  @Test
  void tls_serverWithoutIt_isRefused() {
    try (MailServer server = MailServer.plain()) {
      MailFailure failure =
          failure(open(Target.at(server.port(), Security.TLS)), "birch@school.example");

      assertThat(failure.end()).isEqualTo(AttemptResult.TLS_REFUSED);
      assertThat(failure).hasMessageContaining("mail.security");
    }
  }

  @Test
  void login_wrongPassword_isRefused() {
    try (MailServer server = MailServer.withStarttls(localhost.forServer())) {
      Target wrong = new Target("localhost", server.port(), Security.STARTTLS, "guessed");

      MailFailure failure = failure(secret(wrong), "birch@school.example");

      assertThat(failure.end()).isEqualTo(AttemptResult.LOGIN_REFUSED);
      assertThat(failure).hasMessageContaining("mail.user").message().doesNotContain("guessed");
    }
  }

  @Test
  void recipient_unknown_isRefusedForGood() {
    try (MailServer server = MailServer.plain()) {
      MailFailure failure =
          failure(open(Target.at(server.port(), Security.NONE)), "nobody@school.example");

      assertThat(failure.end()).isEqualTo(AttemptResult.ADDRESS_REFUSED);
      assertThat(failure)
          .hasMessageContaining("does not accept mail for nobody@school.example")
          .hasMessageContaining("No such user here");
    }
  }

  @Test
  void recipient_busy_mayBeTriedAgain() {
    try (MailServer server = MailServer.plain()) {
      MailFailure failure =
          failure(open(Target.at(server.port(), Security.NONE)), "busy@school.example");

      assertThat(failure.end()).isEqualTo(AttemptResult.ADDRESS_BUSY);
      assertThat(failure.end().isForGood()).isFalse();
    }
  }

  @Test
  void connection_afterARefusedRecipient_takesTheNextMail() {
    try (MailServer server = MailServer.plain();
        SmtpConnection connection = open(Target.at(server.port(), Security.NONE)).connect()) {
      MailHeader refused =
          new MailHeader("rollcall@school.example", "School", "nobody@school.example", "1");
      MailHeader taken =
          new MailHeader("rollcall@school.example", "School", "birch@school.example", "2");

      assertThat(catchThrowableOfType(MailFailure.class, () -> connection.send(refused, BODY)))
          .isNotNull();
      connection.send(taken, BODY);

      assertThat(server.received()).hasSize(1);
    }
  }

  @Test
  void host_unknown_isTold() {
    Target nowhere = new Target("mail.school.invalid", 25, Security.NONE, "");

    assertThat(failure(open(nowhere), "birch@school.example").end())
        .isEqualTo(AttemptResult.HOST_UNKNOWN);
  }

  @Test
  void port_nobodyListens_isTold() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }

    assertThat(failure(open(Target.at(free, Security.NONE)), "birch@school.example").end())
        .isEqualTo(AttemptResult.CONNECTION_REFUSED);
  }

  @Test
  void server_thatNeverGreets_isNotWaitedForForever() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Target target = Target.at(silent.getLocalPort(), Security.NONE);

      assertThat(failure(impatient(target), "birch@school.example").end())
          .isEqualTo(AttemptResult.NO_ANSWER);
    }
  }

  @Test
  void server_thatStopsAnswering_isNotWaitedForForever() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread server = new Thread(() -> greetOnly(socket));
      server.setDaemon(true);
      server.start();

      Target target = Target.at(socket.getLocalPort(), Security.NONE);

      assertThat(failure(impatient(target), "birch@school.example").end())
          .isEqualTo(AttemptResult.NO_ANSWER);
    }
  }

  private static void greetOnly(ServerSocket socket) {
    try (Socket client = socket.accept()) {
      client.getOutputStream().write("220 localhost ready\r\n".getBytes(UTF_8));
      Thread.sleep(10_000);
    } catch (IOException | InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
