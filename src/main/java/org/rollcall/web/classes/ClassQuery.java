package org.rollcall.web.classes;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.DayRange;
import org.rollcall.web.kit.Addresses;
import org.rollcall.web.kit.Exchange;
import org.rollcall.web.kit.PageProblem;

/**
 * What a user wants to see of a class. Each link of the page is a variation of it.
 *
 * @param className name of the class
 * @param days which days
 * @param calendar whether lessons are in a calendar instead of a list
 * @param month the month of the calendar; empty for that of the latest lesson
 * @param order the order of the students
 * @param page which page of the list of lessons, from 1
 */
record ClassQuery(
    String className,
    DayFilter days,
    boolean calendar,
    Optional<YearMonth> month,
    StudentOrder order,
    int page) {
  private static final String LESSONS = "#lessons";
  private static final String STUDENTS = "#students";

  /**
   * Reads an address.
   *
   * @throws PageProblem if a parameter of its query has no meaning
   */
  static ClassQuery of(Exchange exchange) {
    String view = parameter(exchange, "view", "list");
    if (!view.equals("list") && !view.equals("calendar")) {
      throw PageProblem.badQuery("problem.view", view);
    }
    String month = parameter(exchange, "month", "");
    return new ClassQuery(
        exchange.className(),
        DayFilter.of(exchange),
        view.equals("calendar"),
        month.isEmpty() ? Optional.empty() : Optional.of(month(month)),
        StudentOrder.named(parameter(exchange, "sort", StudentOrder.LIST.word())),
        page(exchange));
  }

  /** {@return the number of the page that a query asks for; 1 if it asks for none} */
  static int page(Exchange exchange) {
    String page = parameter(exchange, "page", "1");
    if (!page.matches("[1-9]\\d{0,5}")) {
      throw PageProblem.badQuery("problem.page", page);
    }
    return Integer.parseInt(page);
  }

  private static String parameter(Exchange exchange, String name, String fallback) {
    String value = exchange.query(name);
    return value.isEmpty() ? fallback : value;
  }

  private static YearMonth month(String text) {
    try {
      YearMonth month = YearMonth.parse(text);
      if (DayRange.ALL.contains(month.minusMonths(1).atDay(1))
          && DayRange.ALL.contains(month.plusMonths(1).atEndOfMonth())) {
        return month;
      }
    } catch (DateTimeException e) {
      // Refused below, as a month too far away is.
    }
    throw PageProblem.badQuery("problem.month", text);
  }

  String ordered(StudentOrder other) {
    return new ClassQuery(className, days, calendar, month, other, page).address() + STUDENTS;
  }

  String asList() {
    return onPage(1);
  }

  String asCalendar() {
    return new ClassQuery(className, days, true, Optional.empty(), order, 1).address() + LESSONS;
  }

  String inMonth(YearMonth other) {
    return new ClassQuery(className, days, true, Optional.of(other), order, 1).address() + LESSONS;
  }

  String onPage(int other) {
    return new ClassQuery(className, days, false, Optional.empty(), order, other).address()
        + LESSONS;
  }

  /** {@return the same view without a limit of days} */
  String unfiltered() {
    return new ClassQuery(className, DayFilter.NONE, calendar, Optional.empty(), order, 1)
        .address();
  }

  /** {@return where to download the register of these days} */
  String export(String format) {
    return Addresses.schoolClass(className) + "/register." + format + days.suffix();
  }

  private String address() {
    List<String> parameters = new ArrayList<>(days.parameters());
    if (calendar) {
      parameters.add("view=calendar");
    }
    month.ifPresent(shown -> parameters.add("month=" + shown));
    if (order != StudentOrder.LIST) {
      parameters.add("sort=" + order.word());
    }
    if (page > 1) {
      parameters.add("page=" + page);
    }
    String path = Addresses.schoolClass(className);
    return parameters.isEmpty() ? path : path + "?" + String.join("&", parameters);
  }
}
