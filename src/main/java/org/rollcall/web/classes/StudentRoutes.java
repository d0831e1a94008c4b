package org.rollcall.web.classes;

import java.util.Map;
import org.rollcall.desk.StudentSummary;
import org.rollcall.model.MarkChange;
import org.rollcall.model.picture.Jpeg;
import org.rollcall.store.Store;
import org.rollcall.store.account.AuditEntry.Action;
import org.rollcall.store.register.Marks;
import org.rollcall.web.kit.Exchange;
import org.rollcall.web.kit.PageProblem;
import org.rollcall.web.kit.Paging;
import org.rollcall.web.kit.Router;
import org.rollcall.web.kit.Routes;

/** A student over time. */
final class StudentRoutes implements Routes {
  private static final String STUDENT = "/classes/{class}/students/{student}";
  private static final int LESSONS_ON_A_PAGE = 60;

  private final ClassArea area;

  StudentRoutes(ClassArea area) {
    this.area = area;
  }

  @Override
  public void addTo(Router router) {
    router.users().get(STUDENT, this::show).get(STUDENT + "/portrait.jpg", this::portrait);
  }

  private void show(Exchange exchange) {
    DayFilter days = DayFilter.of(exchange);
    int page = ClassQuery.page(exchange);
    StudentSummary student =
        area.history()
            .student(exchange.className(), exchange.student(), days.range())
            .orElseThrow(PageProblem::missing);
    exchange.show(
        "classes/student",
        student.student().name(),
        Map.of("page", page(exchange.className(), days, page, student)));
  }

  private StudentPage page(String className, DayFilter days, int page, StudentSummary student) {
    Store store = area.site().store();
    String id = student.student().id();
    Paging paging = new Paging(page, LESSONS_ON_A_PAGE, student.marks().marks().size());
    Marks.MarkRange part = new Marks.MarkRange(paging.skipped(), paging.size());
    return new StudentPage(
        className,
        days,
        student,
        store.enrolments().hasPortrait(className, id),
        StudentPage.Neighbours.of(area.history().members(className), id),
        Trend.of(store.marks().byDay(className, id, days.range())),
        store.marks().lessonsOf(className, id, days.range(), part),
        paging,
        MarkChange.of(store.lessons().correctionsOf(className, id)),
        area.site().settings().warnings(),
        area.site().zone());
  }

  private void portrait(Exchange exchange) {
    Jpeg portrait =
        area.site()
            .store()
            .enrolments()
            .portrait(exchange.className(), exchange.student())
            .orElseThrow(PageProblem::missing);
    area.site().audit().noteOnce(exchange, Action.PICTURES_SEEN, exchange.className());
    exchange.picture(portrait);
  }
}
