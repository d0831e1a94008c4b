package org.rollcall.mail;

import java.util.Optional;
import org.rollcall.store.mail.Mail;

/** A kind of mail: who receives it when, and what it says. */
interface MailKind {
  /** {@return the kind} */
  Mail.MailTopic kind();

  /** Adds the mails that are due to the outbox. Runs in one process at a time. */
  void addDue(MailSources sources);

  /**
   * Writes a mail just before it is sent.
   *
   * @return the mail; empty if its message no longer holds
   */
  Optional<Draft> write(Mail mail, MailSources sources);

  /**
   * A mail ready to be sent.
   *
   * @param body its content
   * @param note what the outbox keeps of it after sending
   */
  record Draft(MailBody body, String note) {}
}
