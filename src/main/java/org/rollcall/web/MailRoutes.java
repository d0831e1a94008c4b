package org.rollcall.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.access.Principal;
import org.rollcall.model.LessonKey;
import org.rollcall.store.AuditEntry.Action;

/** Mails the sheet of a lesson to whoever looks at it. */
final class MailRoutes implements Routes {
  /** The query of a lesson's page that says that its sheet was asked for. */
  static final String ASKED = "mailed";

  private final Supplier<SheetMail> mail;
  private final Trail trail;
  private final Door door;

  MailRoutes(Supplier<SheetMail> mail, Trail trail, Door door) {
    this.mail = mail;
    this.trail = trail;
    this.door = door;
  }

  @Override
  public void addTo(RoutesConfig server) {
    door.post(server, "/classes/{class}/lessons/{lesson}/mail", this::ask);
  }

  private void ask(Context context, Principal visitor) {
    Optional<LessonKey> lesson =
        Addresses.lesson(context.pathParam(Door.CLASS), context.pathParam(Addresses.LESSON));
    if (lesson.isEmpty()) {
      context.status(HttpStatus.NOT_FOUND);
      return;
    }
    mail.get().ask(lesson.get(), visitor);
    trail.note(context, visitor, Action.SHEET_MAILED, lesson.get().toString());
    context.redirect(Addresses.lesson(lesson.get()) + "?" + ASKED, HttpStatus.SEE_OTHER);
  }
}
