package org.rollcall.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.testing.SchoolFolder;

class HolidaysTest {
  private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 24);

  @TempDir Path folder;

  @Test
  void read_noFile_isNone() {
    assertThat(Holidays.read(Home.of(folder))).isEqualTo(Holidays.NONE);
  }

  @Test
  void read_rows_givesThemInOrder() {
    Holidays holidays =
        read(
            """
            From;To;Name
            2026-12-24;2027-01-03;Christmas
            2026-05-01;;
            """);

    assertThat(holidays.entries())
        .containsExactly(
            new Holidays.Holiday(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 1), ""),
            new Holidays.Holiday(CHRISTMAS, LocalDate.of(2027, 1, 3), "Christmas"));
  }

  @Test
  void read_fromAlone_isEnough() {
    assertThat(read("from\n2026-12-24\n").days()).containsExactly(CHRISTMAS);
  }

  @Test
  void read_severalProblems_tellsAllByLine() {
    InvalidConfiguration bad =
        fault(
            """
            from,to,name
            24.12.2026,,Christmas
            ,2026-01-01,
            2026-12-24,2026-12-23,
            2026-02-30,,
            2026-12-24,2036-12-24,
            """);

    assertThat(bad.problems())
        .extracting(InvalidConfiguration.Problem::sentence)
        .containsExactly(
            "line 2, from: found '24.12.2026', expected a day such as 2026-12-24",
            "line 3, from: found nothing, expected a day such as 2026-12-24",
            "line 4, to: found '2026-12-23', expected a day no earlier than the first, and at most"
                + " 366 days later",
            "line 5, from: found '2026-02-30', expected a day such as 2026-12-24",
            "line 6, to: found '2036-12-24', expected a day no earlier than the first, and at most"
                + " 366 days later");
    assertThat(bad).hasMessageStartingWith("Cannot use config/holidays.csv: 5 problems.");
  }

  @Test
  void read_otherHeader_isRefused() {
    assertThat(fault("day,name\n2026-12-24,Christmas\n"))
        .hasMessageContaining("the header from, and optionally to,name");
  }

  @Test
  void days_thatOverlap_areThereOnce() {
    assertThat(read("from,to\n2026-12-24,2026-12-26\n2026-12-25,2026-12-27\n").days())
        .containsExactly(
            CHRISTMAS, CHRISTMAS.plusDays(1), CHRISTMAS.plusDays(2), CHRISTMAS.plusDays(3));
  }

  @Test
  void ahead_onTheLastDay_stillHasIt() {
    Holidays holidays = read("from,to\n2026-12-24,2026-12-26\n");

    assertThat(holidays.ahead(CHRISTMAS.plusDays(2))).hasSize(1);
    assertThat(holidays.ahead(CHRISTMAS.plusDays(3))).isEmpty();
  }

  @Test
  void entry_endBeforeStart_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Holidays.Holiday(CHRISTMAS, CHRISTMAS.minusDays(1), ""));
  }

  private Holidays read(String text) {
    return Holidays.read(new SchoolFolder(folder).with("config/holidays.csv", text));
  }

  private InvalidConfiguration fault(String text) {
    return catchThrowableOfType(InvalidConfiguration.class, () -> read(text));
  }
}
