package org.rollcall.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An open connection to a mail server. For one thread. */
final class SmtpConnection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SmtpConnection.class);

  private final Session session;
  private final Transport transport;
  private final SmtpFailures failures;

  SmtpConnection(Session session, Transport transport, SmtpFailures failures) {
    this.session = session;
    this.transport = transport;
    this.failures = failures;
  }

  /**
   * Sends a mail.
   *
   * @throws MailFailure if the server does not accept it, or the connection is lost
   */
  void send(MailHeader header, MailBody body) {
    MimeMessage message = make(header, body);
    try {
      transport.sendMessage(message, message.getAllRecipients());
    } catch (MessagingException e) {
      throw failures.whileSending(header.recipient(), e);
    } catch (IllegalStateException e) {
      // The server has closed the connection since the last mail.
      throw failures.whileConnecting(new MessagingException("the connection is gone", e));
    }
  }

  private MimeMessage make(MailHeader header, MailBody body) {
    try {
      return MimeMail.make(session, header, body);
    } catch (MessagingException e) {
      throw failures.whileSending(header.recipient(), e);
    }
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.debug("The mail server did not close the connection properly: {}", e.toString());
    }
  }
}
