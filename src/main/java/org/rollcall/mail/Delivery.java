package org.rollcall.mail;

import java.util.Optional;

/**
 * The result of sending the mails that were due.
 *
 * @param sent number of mails that the server accepted
 * @param failed number of mails that could not be sent and are retried later
 * @param givenUp number of mails that could not be sent and are not retried
 * @param reason why the last failed mail was not sent, in a sentence; empty if none failed
 */
public record Delivery(int sent, int failed, int givenUp, Optional<String> reason) {
  /** Nothing was due. */
  public static final Delivery NONE = new Delivery(0, 0, 0, Optional.empty());

  Delivery plusSent() {
    return new Delivery(sent + 1, failed, givenUp, reason);
  }

  Delivery plusFailed(String why) {
    return new Delivery(sent, failed + 1, givenUp, Optional.of(why));
  }

  Delivery plusGivenUp(String why) {
    return new Delivery(sent, failed, givenUp + 1, Optional.of(why));
  }
}
