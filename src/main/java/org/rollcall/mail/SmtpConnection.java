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
  private final SmtpFailures troubles;

  SmtpConnection(Session session, Transport transport, SmtpFailures troubles) {
    this.session = session;
    this.transport = transport;
    this.troubles = troubles;
  }

  /**
   * Sends a mail.
   *
   * @throws MailFailure if the server does not accept it, or the connection is lost
   */
  void send(MailHeader envelope, MailBody letter) {
    MimeMessage message = make(envelope, letter);
    try {
      transport.sendMessage(message, message.getAllRecipients());
    } catch (MessagingException e) {
      throw troubles.withMail(envelope.recipient(), e);
    } catch (IllegalStateException e) {
      // The server has closed the connection since the last mail.
      throw troubles.onTheWay(new MessagingException("the connection is gone", e));
    }
  }

  private MimeMessage make(MailHeader envelope, MailBody letter) {
    try {
      return MimeMail.make(session, envelope, letter);
    } catch (MessagingException e) {
      throw troubles.withMail(envelope.recipient(), e);
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
