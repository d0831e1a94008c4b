package org.rollcall.web.classes;

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
 * Attendance over time as a bar chart: a bar for each week, or for each month of a long time.
 *
 * @param byMonth whether the bars are months
 * @param bars the bars, the earliest first; without those in which no mark is decided
 */
record Trend(boolean byMonth, List<Bar> bars) {
  /** More bars are too narrow to tell apart on a phone. */
  private static final int MOST_WEEKS = 60;

  /** Fewer bars do not become wider. */
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
   * @param tally its marks, of which at least one is decided
   * @param place number of the bar, from 0
   */
  record Bar(LocalDate first, Tally tally, int place) {
    /** {@return the share that attended, 0..1} */
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

    /** {@return height of 100; a share of 0 is still a visible line} */
    double height() {
      return Math.max(1, Math.round(share() * WHOLE * 10) / 10.0);
    }
  }

  static Trend of(SortedMap<LocalDate, Tally> byDay) {
    boolean byMonth =
        !byDay.isEmpty()
            && ChronoUnit.WEEKS.between(byDay.firstKey(), byDay.lastKey()) >= MOST_WEEKS;
    SortedMap<LocalDate, Tally> sums = new TreeMap<>();
    byDay.forEach((day, tally) -> sums.merge(start(day, byMonth), tally, Tally::plus));
    List<Bar> bars = new ArrayList<>();
    for (Map.Entry<LocalDate, Tally> sum : sums.entrySet()) {
      if (sum.getValue().taken() > 0) {
        bars.add(new Bar(sum.getKey(), sum.getValue(), bars.size()));
      }
    }
    return new Trend(byMonth, bars);
  }

  private static LocalDate start(LocalDate day, boolean byMonth) {
    return byMonth
        ? day.withDayOfMonth(1)
        : day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  /** {@return width of the chart, which is 100 high} */
  double width() {
    return Math.max(FEWEST, bars.size()) * SLOT;
  }

  /** {@return key of the text about one bar} */
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
