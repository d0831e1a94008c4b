package org.rollcall.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.access.Principal;
import org.rollcall.config.WarningSettings;
import org.rollcall.lesson.ClassBook;
import org.rollcall.lesson.Desk;
import org.rollcall.lesson.StudentSummary;
import org.rollcall.model.DayRange;
import org.rollcall.model.LessonTally;
import org.rollcall.model.Tally;
import org.rollcall.store.ClassStanding;
import org.rollcall.store.Marks;

/** The classes of a visitor, and each of them over time. */
final class ClassRoutes implements Routes {
  private static final int LESSONS_ON_A_PAGE = 30;

  private final Supplier<Desk> desk;
  private final Supplier<ClassBook> book;
  private final WarningSettings limits;
  private final Door door;
  private final Pages pages;

  ClassRoutes(
      Supplier<Desk> desk,
      Supplier<ClassBook> book,
      WarningSettings limits,
      Door door,
      Pages pages) {
    this.desk = desk;
    this.book = book;
    this.limits = limits;
    this.door = door;
    this.pages = pages;
  }

  @Override
  public void addTo(RoutesConfig server) {
    door.get(server, "/", this::showClasses);
    door.get(server, "/classes/{class}", this::showClass);
  }

  private void showClasses(Context context, Principal visitor) {
    List<String> names =
        desk.get().classNames().stream().filter(visitor.account()::maySee).toList();
    Map<String, ClassStanding> standings = book.get().standings(names);
    List<ClassCard> classes =
        names.stream()
            .map(name -> new ClassCard(name, Optional.ofNullable(standings.get(name))))
            .toList();
    pages.show(
        context,
        Optional.of(visitor),
        "classes",
        Words.of(context).text("classes.title"),
        Map.of("classes", classes));
  }

  private void showClass(Context context, Principal visitor) {
    ClassQuery query = ClassQuery.of(context);
    if (!book.get().exists(query.className())) {
      context.status(HttpStatus.NOT_FOUND);
      return;
    }
    pages.show(
        context,
        Optional.of(visitor),
        "class",
        query.className(),
        Map.of("page", page(query, Words.of(context))));
  }

  private ClassPage page(ClassQuery query, Words words) {
    DayRange days = query.days().range();
    List<StudentSummary> students =
        book.get().students(query.className(), days).stream()
            .sorted(query.order().comparator(words.locale()))
            .toList();
    Tally tally =
        students.stream().map(student -> student.marks().tally()).reduce(Tally.NONE, Tally::plus);
    Trend trend = Trend.of(book.get().byDay(query.className(), Optional.empty(), days));
    int all = book.get().lessonCount(query.className(), days);
    Paging paging = new Paging(query.page(), all, LESSONS_ON_A_PAGE);
    List<LessonTally> lessons =
        query.calendar() ? List.of() : book.get().lessons(query.className(), days, paging.part());
    Optional<MonthPage> month = query.calendar() ? Optional.of(month(query)) : Optional.empty();
    return new ClassPage(query, students, tally, trend, lessons, paging, month, limits);
  }

  /** The month that is asked for, or the last one with a lesson. */
  private MonthPage month(ClassQuery query) {
    DayRange days = query.days().range();
    YearMonth month =
        query
            .month()
            .orElseGet(
                () ->
                    book.get().lessons(query.className(), days, new Marks.Part(0, 1)).stream()
                        .map(latest -> YearMonth.from(latest.lesson().date()))
                        .findFirst()
                        .orElseGet(YearMonth::now));
    List<LessonTally> lessons =
        book.get().lessons(query.className(), MonthPage.days(month), Marks.Part.ALL).stream()
            .filter(lesson -> days.contains(lesson.lesson().date()))
            .toList();
    return MonthPage.of(month, lessons);
  }
}
