package org.rollcall.web.admin;

import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.mail.Attempt;
import org.rollcall.mail.Attempt.AttemptResult;
import org.rollcall.mail.MailService;
import org.rollcall.store.mail.Mail.Tracked;
import org.rollcall.web.kit.Exchange;
import org.rollcall.web.kit.Router;
import org.rollcall.web.kit.Routes;
import org.rollcall.web.kit.Site;

/** The outbox, and a test mail to try the settings with. */
final class MailRoutes implements Routes {
  private static final String MAIL = AdminPages.ROOT + "/mail";

  /** Nobody reads more of them on a page; the command lists all. */
  private static final int MOST = 200;

  private final Site site;
  private final MailService mailService;

  MailRoutes(Site site) {
    this.site = site;
    this.mailService = new MailService(site.home(), System.getenv(), site.clock());
  }

  @Override
  public void addTo(Router router) {
    router
        .admins()
        .get(MAIL, exchange -> show(exchange, Map.of("good", false, "told", "", "address", "")))
        .post(MAIL + "/test", this::test)
        .post(MAIL + "/retry", this::retry);
  }

  private void show(Exchange exchange, Map<String, Object> test) {
    List<Tracked> mails = site.store().outbox().all();
    Map<String, Object> content = new HashMap<>(test);
    content.put("mails", mails.subList(0, Math.min(MOST, mails.size())));
    content.put("others", Math.max(0, mails.size() - MOST));
    content.put("on", site.settings().mail().isOn());
    AdminPages.show(exchange, "mail", content);
  }

  /** Waits for the mail server, because its answer is what the admin wants to know. */
  private void test(Exchange exchange) {
    String address = exchange.field("address");
    Attempt attempt = mailService.test(address);
    boolean good = attempt.end() == AttemptResult.DONE;
    exchange.status(good ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    show(exchange, Map.of("good", good, "told", attempt.sentence(), "address", address));
  }

  private void retry(Exchange exchange) {
    site.store().outbox().retry();
    exchange.seeOther(MAIL);
  }
}
