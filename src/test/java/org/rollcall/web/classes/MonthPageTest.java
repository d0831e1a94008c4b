package org.rollcall.web.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonTally;
import org.rollcall.model.Status;
import org.rollcall.model.Tally;

/** Calendar and trend: what lies at the ends of weeks, months and years. */
class MonthPageTest {
  private static LessonTally lesson(LocalDate day, int hour) {
    return new LessonTally(new LessonKey("7A", day, LocalTime.of(hour, 0)), Tally.NONE);
  }

  @Test
  void of_leapFebruary_hasWholeWeeksAndItsOwnDaysOnly() {
    LocalDate last = LocalDate.of(2028, 2, 29);

    MonthPage page =
        MonthPage.of(
            YearMonth.of(2028, 2),
            List.of(lesson(last, 10), lesson(last, 9), lesson(last.plusDays(1), 9)));

    assertThat(page.weeks()).hasSize(5).allMatch(week -> week.size() == 7);
    assertThat(page.weeks().get(0).get(0).date()).isEqualTo(LocalDate.of(2028, 1, 31));
    assertThat(page.weeks().stream().flatMap(List::stream).filter(MonthPage.Day::ofMonth))
        .hasSize(29);
    MonthPage.Day leap = page.weeks().get(4).get(1);
    assertThat(leap.date()).isEqualTo(last);
    assertThat(leap.lessons()).containsExactly(lesson(last, 9), lesson(last, 10));
    assertThat(page.weeks().get(4).get(2).lessons()).isEmpty();
  }

  @Test
  void of_monthThatBeginsOnMonday_beginsWithIt() {
    MonthPage page = MonthPage.of(YearMonth.of(2027, 2), List.of());

    assertThat(page.weeks()).hasSize(4);
    assertThat(page.weeks().get(0).get(0).date()).isEqualTo(LocalDate.of(2027, 2, 1));
  }

  @Test
  void trend_weekAcrossTheYear_isOneBar() {
    Tally there = Tally.of(List.of(Status.PRESENT));
    Tally absent = Tally.of(List.of(Status.ABSENT));
    Tally review = Tally.of(List.of(Status.REVIEW));

    Trend trend =
        Trend.of(
            new TreeMap<>(
                Map.of(
                    LocalDate.of(2026, 12, 31), there,
                    LocalDate.of(2027, 1, 1), absent,
                    LocalDate.of(2027, 1, 4), there,
                    LocalDate.of(2027, 1, 11), review)));

    assertThat(trend.byMonth()).isFalse();
    assertThat(trend.bars())
        .extracting(Trend.Bar::first, Trend.Bar::share)
        .containsExactly(
            tuple(LocalDate.of(2026, 12, 28), 0.5), tuple(LocalDate.of(2027, 1, 4), 1.0));
  }

  @Test
  void trend_overYears_isByMonth() {
    Tally there = Tally.of(List.of(Status.PRESENT));

    Trend trend =
        Trend.of(
            new TreeMap<>(
                Map.of(
                    LocalDate.of(2025, 9, 1), there,
                    LocalDate.of(2025, 9, 30), there,
                    LocalDate.of(2027, 2, 28), there)));

    assertThat(trend.byMonth()).isTrue();
    assertThat(trend.bars())
        .extracting(Trend.Bar::first)
        .containsExactly(LocalDate.of(2025, 9, 1), LocalDate.of(2027, 2, 1));
  }
}
