package org.rollcall.mail;

import java.util.Optional;

/**
 * What became of the mails that were due.
 *
 * @param sent how many a server has taken
 * @param failed how many could not be sent, and are tried again
 * @param givenUp how many could not be sent, and are not tried any more
 * @param reason why the last of those could not, in a sentence; empty if all could
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
