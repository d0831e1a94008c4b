package org.rollcall.web;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.rollcall.model.Tally;

/**
 * How attendance went over time: a bar for each week, or each month where there are many weeks.
 *
 * @param byMonth whether the bars are months
 * @param bars in the order of time; without those in which nothing was decided
 */
record Trend(boolean byMonth, List<Bar> bars) {
  /** More bars than that are too narrow to tell apart on a phone. */
  private static final int MOST_WEEKS = 60;

  /** Fewer bars are as wide as that many. */
  private static final int FEWEST = 12;

  private static final double SLOT = 10;
  private static final double BAR = 8;
  private static final double WHOLE = 100;

  Trend {
    bars = List.copyOf(bars);
  }

  /**
   * A week or a month.
   *
   * @param first its first day
   * @param tally its marks, of which some are decided
   * @param place counts the bars from 0
   */
  record Bar(LocalDate first, Tally tally, int place) {
    /** {@return share that attended, 0..1} */
    double share() {
      return tally.attendedShare().orElseThrow();
    }

    double x() {
      return place * SLOT + (SLOT - BAR) / 2;
    }

    double y() {
      return WHOLE - height();
    }

    double width() {
      return BAR;
    }

    /** {@return of 100; a share of nothing is a line that can be seen} */
    double height() {
      return Math.max(1, Math.round(share() * WHOLE * 10) / 10.0);
    }
  }

  static Trend of(SortedMap<LocalDate, Tally> byDay) {
    boolean byMonth =
        !byDay.isEmpty()
            && ChronoUnit.WEEKS.between(byDay.firstKey(), byDay.lastKey()) >= MOST_WEEKS;
    SortedMap<LocalDate, Tally> sums = new TreeMap<>();
    byDay.forEach((day, tally) -> sums.merge(begin(day, byMonth), tally, Tally::plus));
    List<Bar> bars = new ArrayList<>();
    for (Map.Entry<LocalDate, Tally> sum : sums.entrySet()) {
      if (sum.getValue().taken() > 0) {
        bars.add(new Bar(sum.getKey(), sum.getValue(), bars.size()));
      }
    }
    return new Trend(byMonth, bars);
  }

  private static LocalDate begin(LocalDate day, boolean byMonth) {
    return byMonth
        ? day.withDayOfMonth(1)
        : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** {@return width of the drawing, which is 100 high} */
  double width() {
    return Math.max(FEWEST, bars.size()) * SLOT;
  }

  /** {@return key of the words for one bar} */
  String unit() {
    return byMonth ? "trend.month" : "trend.week";
  }

  Bar first() {
    return bars.get(0);
  }

  Bar last() {
    return bars.get(bars.size() - 1);
  }
}
