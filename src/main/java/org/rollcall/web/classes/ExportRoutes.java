package org.rollcall.web.classes;

import java.util.List;
import org.rollcall.desk.ClassHistory;
import org.rollcall.model.StudentLesson;
import org.rollcall.sheet.ClassRegisterExport;
import org.rollcall.sheet.StudentExport;
import org.rollcall.store.Store;
import org.rollcall.store.account.AuditEntry.Action;
import org.rollcall.store.register.Marks;
import org.rollcall.web.kit.Exchange;
import org.rollcall.web.kit.PageProblem;
import org.rollcall.web.kit.RouteGuard;
import org.rollcall.web.kit.Router;
import org.rollcall.web.kit.Routes;

/** The registers of classes and students as files. */
final class ExportRoutes implements Routes {
  private final ClassArea area;

  ExportRoutes(ClassArea area) {
    this.area = area;
  }

  @Override
  public void addTo(Router router) {
    RouteGuard users = router.users();
    for (ClassRegisterExport.Format format : ClassRegisterExport.Format.values()) {
      users.get(
          "/classes/{class}/register." + format.suffix(), exchange -> register(exchange, format));
    }
    users.get("/classes/{class}/students/{student}/lessons.csv", this::lessons);
  }

  private void register(Exchange exchange, ClassRegisterExport.Format format) {
    String className = exchange.className();
    DayFilter days = DayFilter.of(exchange);
    ClassHistory history = area.history();
    if (!history.exists(className)) {
      throw PageProblem.missing();
    }
    Store store = area.site().store();
    ClassRegisterExport copy =
        new ClassRegisterExport(
            history.rosterOrNobody(className), store.lessons().marks(className, days.range()));
    String name = named(className + "_register", days) + "." + format.suffix();
    area.site().audit().note(exchange, Action.DOWNLOADED, name);
    exchange.download(name, format.mediaType(), copy.bytes(format));
  }

  private void lessons(Exchange exchange) {
    String className = exchange.className();
    String student = exchange.student();
    DayFilter days = DayFilter.of(exchange);
    if (area.history().members(className).stream()
        .noneMatch(member -> member.student().id().equals(student))) {
      throw PageProblem.missing();
    }
    List<StudentLesson> lessons =
        area.site()
            .store()
            .marks()
            .lessonsOf(className, student, days.range(), Marks.MarkRange.ALL);
    String name = named(className + "_" + student + "_lessons", days) + ".csv";
    area.site().audit().note(exchange, Action.DOWNLOADED, name);
    exchange.download(name, ClassRegisterExport.Format.CSV.mediaType(), StudentExport.csv(lessons));
  }

  private static String named(String what, DayFilter days) {
    return days.isSet() ? what + "_" + days.fromText() + "_" + days.toText() : what;
  }
}
