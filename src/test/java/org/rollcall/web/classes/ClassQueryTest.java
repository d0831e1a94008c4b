package org.rollcall.web.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the links of a class's page lead. */
class ClassQueryTest {
  private static final DayFilter DAYS =
      new DayFilter(Optional.of(LocalDate.of(2026, 11, 1)), Optional.empty());
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  private static final StudentOrder OTHER = StudentOrder.SHARE;
  private static final String SORT = "sort=" + OTHER.word();
  private static final ClassQuery PLAIN =
      new ClassQuery("7A", DayFilter.NONE, false, Optional.empty(), StudentOrder.LIST, 1);
  private static final ClassQuery FULL =
      new ClassQuery("7 A", DAYS, true, Optional.of(NOVEMBER), OTHER, 3);

  @Test
  void links_ofThePlainPage_haveNoQuery() {
    assertThat(PLAIN.asList()).isEqualTo("/classes/7A#lessons");
    assertThat(PLAIN.ordered(StudentOrder.LIST)).isEqualTo("/classes/7A#students");
    assertThat(PLAIN.unfiltered()).isEqualTo("/classes/7A");
    assertThat(PLAIN.export("xlsx")).isEqualTo("/classes/7A/register.xlsx");
  }

  @Test
  void ordered_everythingElse_stays() {
    assertThat(FULL.ordered(StudentOrder.LIST))
        .isEqualTo("/classes/7%20A?from=2026-11-01&view=calendar&month=2026-11&page=3#students");
    assertThat(PLAIN.ordered(OTHER)).isEqualTo("/classes/7A?" + SORT + "#students");
  }

  @Test
  void onPage_list_leavesTheCalendar() {
    assertThat(FULL.onPage(2))
        .isEqualTo("/classes/7%20A?from=2026-11-01&" + SORT + "&page=2#lessons");
    assertThat(FULL.asList()).isEqualTo("/classes/7%20A?from=2026-11-01&" + SORT + "#lessons");
  }

  @Test
  void inMonth_calendar_startsAtItsFirstPage() {
    assertThat(PLAIN.inMonth(NOVEMBER))
        .isEqualTo("/classes/7A?view=calendar&month=2026-11#lessons");
    assertThat(PLAIN.asCalendar()).isEqualTo("/classes/7A?view=calendar#lessons");
    assertThat(FULL.asCalendar())
        .isEqualTo("/classes/7%20A?from=2026-11-01&view=calendar&" + SORT + "#lessons");
  }

  @Test
  void unfiltered_days_areLeftOutAlone() {
    assertThat(FULL.unfiltered()).isEqualTo("/classes/7%20A?view=calendar&" + SORT);
  }

  @Test
  void export_days_areThoseOfThePage() {
    assertThat(FULL.export("csv")).isEqualTo("/classes/7%20A/register.csv?from=2026-11-01");
  }
}
