package org.rollcall.mail;

import java.util.Optional;
import org.rollcall.store.Mail;

/** A kind of mails: when somebody gets one, and what it says. */
interface Occasion {
  /** {@return the kind} */
  Mail.Kind kind();

  /** Asks for the mails that are due. Done by one process at a time. */
  void post(Sources sources);

  /**
   * Writes a mail, when its turn has come.
   *
   * @return the mail; empty if what it should tell is no longer so
   */
  Optional<Draft> write(Mail mail, Sources sources);

  /**
   * A written mail.
   *
   * @param letter what it says
   * @param note what is kept of it once it is sent
   */
  record Draft(Letter letter, String note) {}
}
