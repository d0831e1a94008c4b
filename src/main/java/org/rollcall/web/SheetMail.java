package org.rollcall.web;

import java.time.Clock;
import java.util.Optional;
import org.rollcall.access.Principal;
import org.rollcall.config.Settings;
import org.rollcall.model.LessonKey;
import org.rollcall.model.RollcallException;
import org.rollcall.store.Mail;
import org.rollcall.store.Mail.Kind;
import org.rollcall.store.MailWishes.Wish;
import org.rollcall.store.Store;

/** Puts the sheet of a lesson into the outbox for somebody who asks for it at its page. */
final class SheetMail {
  private final Settings settings;
  private final Store store;
  private final Clock clock;

  SheetMail(Settings settings, Store store, Clock clock) {
    this.settings = settings;
    this.store = store;
    this.clock = clock;
  }

  /**
   * What a page offers.
   *
   * @param possible whether mails are sent at all
   * @param address where the sheet would go; empty if nobody knows
   * @param asked whether the visitor has just asked for it
   */
  record Offer(boolean possible, String address, boolean asked) {}

  Offer offer(Principal visitor, boolean asked) {
    String address = address(visitor).orElse("");
    return new Offer(settings.mail().isOn(), address, asked && !address.isEmpty());
  }

  /** Sheets go to the address of the account and nowhere else: they are about pupils. */
  private Optional<String> address(Principal visitor) {
    return settings.mail().isOn()
        ? store.mailWishes().find(visitor.account().name()).map(Wish::address)
        : Optional.empty();
  }

  /**
   * Asks for a sheet.
   *
   * @throws RollcallException if nobody knows where to send it, or there is no sheet
   */
  void ask(LessonKey lesson, Principal visitor) {
    String address =
        address(visitor)
            .orElseThrow(
                () ->
                    new RollcallException(
                        "No address of yours is known, or no mails are sent. An admin can change"
                            + " both."));
    if (store.lessons().outline(lesson).isEmpty()) {
      throw new RollcallException("There is no register of %s, so no sheet.".formatted(lesson));
    }
    long minute = clock.instant().getEpochSecond() / 60;
    String key = "sheet/%s/asked %d/%s".formatted(lesson.fileStem(), minute, address);
    store.outbox().add(new Mail(key, Kind.SHEET, address, Mail.Topic.of(lesson, Mail.ASKED)));
  }
}
