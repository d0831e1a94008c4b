package org.rollcall.mail;

import java.util.Optional;
import org.rollcall.store.mail.Mail;

/** A kind of mails: when somebody gets one, and what it says. */
interface MailKind {
  /** {@return the kind} */
  Mail.MailTopic kind();

  /** Asks for the mails that are due. Done by one process at a time. */
  void post(MailSources sources);

  /**
   * Writes a mail, when its turn has come.
   *
   * @return the mail; empty if what it should tell is no longer so
   */
  Optional<Draft> write(Mail mail, MailSources sources);

  /**
   * A written mail.
   *
   * @param letter what it says
   * @param note what is kept of it once it is sent
   */
  record Draft(MailBody letter, String note) {}
}
