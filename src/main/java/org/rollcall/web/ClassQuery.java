package org.rollcall.web;

import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.DayRange;

/**
 * What a visitor wants to see of a class. Each link of the page is a variation of it.
 *
 * @param className name of the class
 * @param days which days
 * @param calendar whether lessons stand in a calendar rather than in a list
 * @param month the month of the calendar; empty for the last one that has a lesson
 * @param order of the students
 * @param page of the list of lessons, from 1
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
   * @throws UnusableQuery if a part of it is none of those that there are
   */
  static ClassQuery of(Context context) {
    String view = parameter(context, "view", "list");
    if (!view.equals("list") && !view.equals("calendar")) {
      throw new UnusableQuery("problem.view", view);
    }
    String month = parameter(context, "month", "");
    return new ClassQuery(
        context.pathParam(Door.CLASS),
        DayFilter.of(context),
        view.equals("calendar"),
        month.isEmpty() ? Optional.empty() : Optional.of(month(month)),
        StudentOrder.named(parameter(context, "sort", StudentOrder.LIST.word())),
        page(context));
  }

  /** {@return the parameter {@code page}, which may be left out} */
  static int page(Context context) {
    String page = parameter(context, "page", "1");
    if (!page.matches("[1-9]\\d{0,5}")) {
      throw new UnusableQuery("problem.page", page);
    }
    return Integer.parseInt(page);
  }

  private static String parameter(Context context, String name, String fallback) {
    return Optional.ofNullable(context.queryParam(name))
        .filter(text -> !text.isBlank())
        .orElse(fallback);
  }

  private static YearMonth month(String text) {
    try {
      YearMonth month = YearMonth.parse(text);
      if (DayRange.ALL.contains(month.minusMonths(1).atDay(1))
          && DayRange.ALL.contains(month.plusMonths(1).atEndOfMonth())) {
        return month;
      }
    } catch (DateTimeException e) {
      // It is answered as any other that is no month.
    }
    throw new UnusableQuery("problem.month", text);
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

  /** {@return the same for all days} */
  String unfiltered() {
    return new ClassQuery(className, DayFilter.NONE, calendar, Optional.empty(), order, 1)
        .address();
  }

  /** {@return where the register of these days can be had in a format} */
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
