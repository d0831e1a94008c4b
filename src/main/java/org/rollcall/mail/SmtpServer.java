package org.rollcall.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.rollcall.settings.MailSettings;
import org.rollcall.settings.MailSettings.Security;

/** The mail server of the settings. */
final class SmtpServer {
  private static final String SMTP = "mail.smtp.";

  private final MailSettings.Server server;
  private final String password;
  private final SmtpTimeouts patience;
  private final Optional<SSLSocketFactory> sockets;

  /**
   * How long to wait for the server.
   *
   * @param connecting for a connection
   * @param answering for each reply, and for each part of a mail to be accepted
   */
  record SmtpTimeouts(Duration connecting, Duration answering) {
    static final SmtpTimeouts USUAL =
        new SmtpTimeouts(Duration.ofSeconds(20), Duration.ofSeconds(60));
  }

  /**
   * Creates a server with the usual timeouts and Java's default trust.
   *
   * @param password the password of the user; empty if the settings name no user
   */
  SmtpServer(MailSettings.Server server, String password) {
    this(server, password, SmtpTimeouts.USUAL);
  }

  /** Creates a server with other timeouts than usual. */
  SmtpServer(MailSettings.Server server, String password, SmtpTimeouts patience) {
    this.server = server;
    this.password = password;
    this.patience = patience;
    this.sockets = Optional.empty();
  }

  /**
   * Creates a server with other timeouts and other trust than usual.
   *
   * @param sockets creates encrypted sockets
   */
  SmtpServer(
      MailSettings.Server server,
      String password,
      SmtpTimeouts patience,
      SSLSocketFactory sockets) {
    this.server = server;
    this.password = password;
    this.patience = patience;
    this.sockets = Optional.of(sockets);
  }

  /**
   * Connects and logs in.
   *
   * @return the connection, which the caller closes
   * @throws MailFailure if connecting or logging in fails
   */
  SmtpConnection connect() {
    Session session = Session.getInstance(properties());
    SmtpFailures failures = new SmtpFailures(server);
    try {
      Transport transport = session.getTransport("smtp");
      transport.connect(
          server.host().orElseThrow(),
          server.port(),
          server.sender().user().orElse(null),
          password.isEmpty() ? null : password);
      return new SmtpConnection(session, transport, failures);
    } catch (MessagingException e) {
      throw failures.whileConnecting(e);
    }
  }

  private Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("mail.from", server.sender().from().orElseThrow());
    properties.setProperty(SMTP + "connectiontimeout", millis(patience.connecting));
    properties.setProperty(SMTP + "timeout", millis(patience.answering));
    properties.setProperty(SMTP + "writetimeout", millis(patience.answering));
    properties.setProperty(SMTP + "auth", String.valueOf(server.sender().user().isPresent()));
    String starttls = String.valueOf(server.security() == Security.STARTTLS);
    properties.setProperty(SMTP + "starttls.enable", starttls);
    properties.setProperty(SMTP + "starttls.required", starttls);
    properties.setProperty(SMTP + "ssl.enable", String.valueOf(server.security() == Security.TLS));
    properties.setProperty(SMTP + "ssl.checkserveridentity", "true");
    sockets.ifPresent(factory -> properties.put(SMTP + "ssl.socketFactory", factory));
    return properties;
  }

  private static String millis(Duration time) {
    return String.format(Locale.ROOT, "%d", time.toMillis());
  }
}
