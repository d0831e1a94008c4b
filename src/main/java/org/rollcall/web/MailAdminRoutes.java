package org.rollcall.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.access.Principal;
import org.rollcall.mail.Attempt;
import org.rollcall.mail.Attempt.End;
import org.rollcall.mail.Postman;
import org.rollcall.store.Mail.Tracked;

/** The outbox, as admins see it, and a mail to try the settings with. */
final class MailAdminRoutes implements Routes {
  private static final String PATH = Admin.ROOT + "/mail";

  /** Nobody reads more of them on a page; the command has the rest. */
  private static final int MOST = 200;

  private final Admin admin;
  private final Door door;
  private final Postman postman;

  MailAdminRoutes(Admin admin, Door door) {
    this.admin = admin;
    this.door = door;
    this.postman = new Postman(admin.home(), System.getenv(), admin.clock());
  }

  @Override
  public void addTo(RoutesConfig server) {
    door.get(server, PATH, (context, visitor) -> show(context, visitor, Optional.empty(), ""));
    door.post(server, PATH + "/test", this::test);
    door.post(server, PATH + "/retry", this::retry);
  }

  private void show(Context context, Principal visitor, Optional<Attempt> tried, String address) {
    List<Tracked> mails = admin.store().get().outbox().all();
    Map<String, Object> content = new HashMap<>();
    content.put("mails", mails.subList(0, Math.min(MOST, mails.size())));
    content.put("others", Math.max(0, mails.size() - MOST));
    content.put("on", admin.settings().mail().isOn());
    content.put("good", tried.map(Attempt::end).filter(End.DONE::equals).isPresent());
    content.put("told", tried.map(Attempt::sentence).orElse(""));
    content.put("address", address);
    admin.show(context, visitor, "mail", content);
  }

  /** Waits for the mail server: whoever tries it wants to know what it says. */
  private void test(Context context, Principal visitor) {
    String address = Admin.form(context, "address").strip();
    Attempt tried = postman.test(address);
    if (tried.end() != End.DONE) {
      context.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }
    show(context, visitor, Optional.of(tried), address);
  }

  private void retry(Context context, Principal visitor) {
    admin.store().get().outbox().retry();
    context.redirect(PATH, HttpStatus.SEE_OTHER);
  }
}
