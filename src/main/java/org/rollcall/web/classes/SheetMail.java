package org.rollcall.web.classes;

import java.util.Optional;
import org.rollcall.access.Principal;
import org.rollcall.model.LessonKey;
import org.rollcall.store.mail.Mail;
import org.rollcall.store.mail.Mail.MailTopic;
import org.rollcall.store.mail.MailPreferences.Subscription;
import org.rollcall.web.kit.Exchange;
import org.rollcall.web.kit.PageProblem;
import org.rollcall.web.kit.Site;

/** Puts the sheet of a lesson into the outbox for a user who asks for it. */
final class SheetMail {
  /** The query by which the page of a lesson says that its sheet is in the outbox. */
  static final String SENT = "mailed";

  private final Site site;

  SheetMail(Site site) {
    this.site = site;
  }

  /**
   * What the page of a lesson offers.
   *
   * @param possible whether mails are sent at all
   * @param address where the sheet would go; empty if the user has no address
   * @param sent whether the user has just asked for the sheet
   */
  record Offer(boolean possible, String address, boolean sent) {}

  Offer offer(Exchange exchange) {
    String address = address(exchange.principal()).orElse("");
    return new Offer(
        site.settings().mail().isOn(), address, exchange.asks(SENT) && !address.isEmpty());
  }

  /** Sheets go to the address of the account and nowhere else: they hold personal data. */
  private Optional<String> address(Principal principal) {
    return site.settings().mail().isOn()
        ? site.store().mailPreferences().find(principal.name()).map(Subscription::address)
        : Optional.empty();
  }

  /**
   * Puts a sheet into the outbox, at most once a minute.
   *
   * @throws PageProblem if the user has no address, or there is no such lesson
   */
  void send(LessonKey lesson, Principal principal) {
    String address =
        address(principal).orElseThrow(() -> PageProblem.unusable("problem.noaddress"));
    if (site.store().lessons().outline(lesson).isEmpty()) {
      throw PageProblem.unusable("problem.nosheet", lesson.fileStem());
    }
    long minute = site.clock().instant().getEpochSecond() / 60;
    String key = "sheet/%s/asked %d/%s".formatted(lesson.fileStem(), minute, address);
    site.store()
        .outbox()
        .add(new Mail(key, MailTopic.SHEET, address, Mail.Topic.of(lesson, Mail.ASKED)));
  }
}
