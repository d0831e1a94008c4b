package org.rollcall.school;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.school.CsvTable.CsvCells;
import org.rollcall.school.CsvTable.CsvColumns;

/** Parses the rows of the holidays file and reports what is wrong with them. */
final class HolidayRows {
  private static final CsvColumns COLUMNS = new CsvColumns(List.of("from"), List.of("to", "name"));

  /** The longest plausible holiday, in days; a longer one is a mistyped year. */
  private static final int MOST_DAYS = 366;

  private final Problems problems;
  private final List<Holidays.Holiday> entries = new ArrayList<>();

  private HolidayRows(Problems problems) {
    this.problems = problems;
  }

  /**
   * Parses the holidays file.
   *
   * @param text content of the file
   * @param file the file name shown in messages
   * @return the holidays, earliest first
   * @throws InvalidConfiguration listing everything that is wrong with the file
   */
  static Holidays read(String text, String file) {
    Problems problems = new Problems(file);
    HolidayRows reader = new HolidayRows(problems);
    CsvTable.read(text, COLUMNS, problems).rows().forEach(reader::add);
    problems.throwIfAny();
    return new Holidays(reader.entries);
  }

  private void add(CsvCells row) {
    Optional<LocalDate> from = day(row, "from");
    Optional<LocalDate> to = row.cell("to").isEmpty() ? from : day(row, "to");
    if (from.isEmpty() || to.isEmpty()) {
      return;
    }
    if (to.get().isBefore(from.get()) || to.get().isAfter(from.get().plusDays(MOST_DAYS))) {
      complain(
          row,
          "to",
          "a day no earlier than the first, and at most %d days later".formatted(MOST_DAYS));
      return;
    }
    entries.add(new Holidays.Holiday(from.get(), to.get(), row.cell("name")));
  }

  private Optional<LocalDate> day(CsvCells row, String column) {
    try {
      return Optional.of(LocalDate.parse(row.cell(column)));
    } catch (DateTimeException e) {
      complain(row, column, "a day such as 2026-12-24");
      return Optional.empty();
    }
  }

  private void complain(CsvCells row, String column, String expected) {
    String cell = row.cell(column);
    problems.add(row.line(), column, cell.isEmpty() ? "nothing" : "'%s'".formatted(cell), expected);
  }
}
