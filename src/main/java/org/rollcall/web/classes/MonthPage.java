package org.rollcall.web.classes;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.rollcall.model.DayRange;
import org.rollcall.model.LessonTally;

/**
 * A month as a calendar of whole weeks, Monday first.
 *
 * @param month which month
 * @param weeks its weeks, of seven days each
 */
record MonthPage(YearMonth month, List<List<Day>> weeks) {
  MonthPage {
    weeks = weeks.stream().map(List::copyOf).toList();
  }

  /**
   * A day.
   *
   * @param date the date
   * @param ofMonth whether it is in the month itself
   * @param lessons its lessons, the earliest first
   */
  record Day(LocalDate date, boolean ofMonth, List<LessonTally> lessons) {
    Day {
      lessons = List.copyOf(lessons);
    }
  }

  /** {@return the days of the month} */
  static DayRange days(YearMonth month) {
    return new DayRange(month.atDay(1), month.atEndOfMonth());
  }

  static MonthPage of(YearMonth month, List<LessonTally> lessons) {
    Map<LocalDate, List<LessonTally>> byDay =
        lessons.stream()
            .sorted((one, other) -> one.lesson().compareTo(other.lesson()))
            .collect(Collectors.groupingBy(one -> one.lesson().date()));
    LocalDate first = month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    LocalDate last = month.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    List<List<Day>> weeks = new ArrayList<>();
    for (LocalDate monday = first; !monday.isAfter(last); monday = monday.plusWeeks(1)) {
      List<Day> week = new ArrayList<>();
      for (LocalDate day = monday; day.isBefore(monday.plusWeeks(1)); day = day.plusDays(1)) {
        boolean ofMonth = YearMonth.from(day).equals(month);
        week.add(new Day(day, ofMonth, ofMonth ? byDay.getOrDefault(day, List.of()) : List.of()));
      }
      weeks.add(week);
    }
    return new MonthPage(month, weeks);
  }
}
