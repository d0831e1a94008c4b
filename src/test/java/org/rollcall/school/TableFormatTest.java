package org.rollcall.school;

import static org.assertj.core.api.Assertions.catchThrowable;
import static org.rollcall.testing.DocumentedFormats.assertThatFormatsName;

import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Roster;

/** The tables that people write are documented. */
class TableFormatTest {
  private static final Pattern COLUMNS =
      Pattern.compile("the header ([a-z,]+), and optionally ([a-z,]+)");

  @Test
  void columns_ofRosters_areDocumented() {
    assertThatFormatsName(RosterFile.lines(new Roster("7A", List.of())).get(0));
  }

  @Test
  void columns_ofTheTimetable_areDocumented() {
    assertThatFormatsName(columns(TimetableRows::read));
  }

  @Test
  void columns_ofHolidays_areDocumented() {
    assertThatFormatsName(columns(HolidayRows::read));
  }

  /** {@return the columns that a table knows, as it names them when it finds others} */
  private static List<String> columns(BiFunction<String, String, Object> table) {
    String message = catchThrowable(() -> table.apply("other\n", "table.csv")).getMessage();
    Matcher columns = COLUMNS.matcher(message);
    return columns
        .results()
        .flatMap(found -> Stream.of(found.group(1), found.group(2)))
        .flatMap(names -> Stream.of(names.split(",", -1)))
        .toList();
  }
}
