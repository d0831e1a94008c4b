package org.rollcall.web.classes;

import org.rollcall.model.LessonKey;
import org.rollcall.store.account.AuditEntry.Action;
import org.rollcall.web.kit.Addresses;
import org.rollcall.web.kit.Exchange;
import org.rollcall.web.kit.Router;
import org.rollcall.web.kit.Routes;

/** Sheets of lessons by mail, to the user who asks for them. */
final class SheetMailRoutes implements Routes {
  private final ClassArea area;

  SheetMailRoutes(ClassArea area) {
    this.area = area;
  }

  @Override
  public void addTo(Router router) {
    router.users().post("/classes/{class}/lessons/{lesson}/mail", this::send);
  }

  private void send(Exchange exchange) {
    LessonKey lesson = exchange.lesson();
    new SheetMail(area.site()).send(lesson, exchange.principal());
    area.site().audit().note(exchange, Action.SHEET_MAILED, lesson.toString());
    exchange.seeOther(Addresses.lesson(lesson) + "?" + SheetMail.SENT);
  }
}
