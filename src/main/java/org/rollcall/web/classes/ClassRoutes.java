package org.rollcall.web.classes;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.desk.StudentSummary;
import org.rollcall.model.DayRange;
import org.rollcall.model.LessonTally;
import org.rollcall.model.Tally;
import org.rollcall.store.register.ClassProgress;
import org.rollcall.store.register.Marks;
import org.rollcall.web.kit.Exchange;
import org.rollcall.web.kit.PageProblem;
import org.rollcall.web.kit.Paging;
import org.rollcall.web.kit.Router;
import org.rollcall.web.kit.Routes;
import org.rollcall.web.kit.Words;

/** The classes of a user, and each of them over time. */
final class ClassRoutes implements Routes {
  private static final int LESSONS_ON_A_PAGE = 30;

  private final ClassArea area;

  ClassRoutes(ClassArea area) {
    this.area = area;
  }

  @Override
  public void addTo(Router router) {
    router.users().get("/", this::showClasses).get("/classes/{class}", this::showClass);
  }

  private void showClasses(Exchange exchange) {
    List<String> names =
        area.history().classNames().stream().filter(exchange.principal()::maySee).toList();
    Map<String, ClassProgress> standings = marks().standings(names);
    List<ClassCard> classes =
        names.stream()
            .map(name -> new ClassCard(name, Optional.ofNullable(standings.get(name))))
            .toList();
    exchange.show(
        "classes/classes", exchange.words().text("classes.title"), Map.of("classes", classes));
  }

  private void showClass(Exchange exchange) {
    ClassQuery query = ClassQuery.of(exchange);
    if (!area.history().exists(query.className())) {
      throw PageProblem.missing();
    }
    exchange.show(
        "classes/class", query.className(), Map.of("page", page(query, exchange.words())));
  }

  private ClassPage page(ClassQuery query, Words words) {
    DayRange days = query.days().range();
    List<StudentSummary> students =
        area.history().students(query.className(), days).stream()
            .sorted(query.order().comparator(words.locale()))
            .toList();
    Tally tally =
        students.stream().map(student -> student.marks().tally()).reduce(Tally.NONE, Tally::plus);
    Trend trend = Trend.of(marks().byDay(query.className(), days));
    int all = marks().lessons(query.className(), days);
    Paging paging = new Paging(query.page(), LESSONS_ON_A_PAGE, all);
    return new ClassPage(
        query,
        students,
        tally,
        trend,
        query.calendar() ? List.of() : lessons(query, paging),
        paging,
        query.calendar() ? Optional.of(month(query)) : Optional.empty(),
        area.site().settings().warnings());
  }

  private List<LessonTally> lessons(ClassQuery query, Paging paging) {
    Marks.MarkRange part = new Marks.MarkRange(paging.skipped(), paging.size());
    return marks().byLesson(query.className(), query.days().range(), part);
  }

  /** The month that was asked for, or that of the latest lesson. */
  private MonthPage month(ClassQuery query) {
    DayRange days = query.days().range();
    YearMonth month =
        query
            .month()
            .orElseGet(
                () ->
                    lessons(query, new Paging(1, 1, 1)).stream()
                        .map(latest -> YearMonth.from(latest.lesson().date()))
                        .findFirst()
                        .orElseGet(YearMonth::now));
    List<LessonTally> lessons =
        marks().byLesson(query.className(), MonthPage.days(month), Marks.MarkRange.ALL).stream()
            .filter(lesson -> days.contains(lesson.lesson().date()))
            .toList();
    return MonthPage.of(month, lessons);
  }

  private Marks marks() {
    return area.site().store().marks();
  }
}
