package org.rollcall.school;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.model.LessonKey;
import org.rollcall.school.CsvTable.CsvCells;
import org.rollcall.school.CsvTable.CsvColumns;

/** Parses the rows of the timetable file and reports what is wrong with them. */
final class TimetableRows {
  private static final CsvColumns COLUMNS =
      new CsvColumns(List.of("class", "weekday", "start", "end"), List.of("room"));
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");

  private final Problems problems;
  private final List<Timetable.Period> entries = new ArrayList<>();

  private TimetableRows(Problems problems) {
    this.problems = problems;
  }

  /**
   * Parses the timetable file.
   *
   * @param text content of the file
   * @param file the file name shown in messages
   * @return the timetable, in file order
   * @throws InvalidConfiguration listing everything that is wrong with the file
   */
  static Timetable read(String text, String file) {
    Problems problems = new Problems(file);
    TimetableRows reader = new TimetableRows(problems);
    CsvTable.read(text, COLUMNS, problems).rows().forEach(reader::add);
    problems.throwIfAny();
    return new Timetable(reader.entries);
  }

  private void add(CsvCells row) {
    Optional<DayOfWeek> weekday = weekday(row);
    Optional<LocalTime> start = time(row, "start");
    Optional<LocalTime> end = time(row, "end");
    boolean named = checkClass(row);
    if (!named || weekday.isEmpty() || start.isEmpty() || end.isEmpty()) {
      return;
    }
    if (!start.get().isBefore(end.get())) {
      complain(row, "end", "a time after the start, on the same day");
      return;
    }
    Optional<String> room = Optional.of(row.cell("room")).filter(text -> !text.isEmpty());
    entries.add(
        new Timetable.Period(row.cell("class"), weekday.get(), start.get(), end.get(), room));
  }

  private boolean checkClass(CsvCells row) {
    boolean named = LessonKey.isClassName(row.cell("class"));
    if (!named) {
      complain(row, "class", "the name of a class: letters, digits, spaces and . _ -");
    }
    return named;
  }

  private Optional<DayOfWeek> weekday(CsvCells row) {
    Optional<DayOfWeek> weekday =
        Stream.of(DayOfWeek.values()).filter(day -> isNameOf(day, row.cell("weekday"))).findFirst();
    if (weekday.isEmpty()) {
      complain(row, "weekday", "Monday to Sunday, Mon to Sun, or 1 (Monday) to 7");
    }
    return weekday;
  }

  private static boolean isNameOf(DayOfWeek day, String text) {
    return text.equalsIgnoreCase(day.name())
        || text.equalsIgnoreCase(day.name().substring(0, 3))
        || text.equals(Integer.toString(day.getValue()));
  }

  private Optional<LocalTime> time(CsvCells row, String column) {
    try {
      return Optional.of(LocalTime.parse(row.cell(column), TIME));
    } catch (DateTimeParseException e) {
      complain(row, column, "a time of day such as 09:45");
      return Optional.empty();
    }
  }

  private void complain(CsvCells row, String column, String expected) {
    String cell = row.cell(column);
    problems.add(row.line(), column, cell.isEmpty() ? "nothing" : "'%s'".formatted(cell), expected);
  }
}
