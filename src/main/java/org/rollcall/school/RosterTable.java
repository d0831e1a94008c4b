package org.rollcall.school;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rollcall.model.Message;

/**
 * A table with students in it, as a school's program writes it: a title perhaps, then the heading,
 * then the students.
 *
 * @param rows the rows that are not blank
 * @param firstStudent number of the row with the first student
 * @param columns what the columns are, from the left
 */
public record RosterTable(List<ListRow> rows, int firstStudent, List<RosterColumn> columns) {
  private static final int ROWS_LOOKED_AT = 20;

  public RosterTable {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
  }

  /**
   * Guesses where the students are and what the columns are.
   *
   * @param rows the rows of the table
   * @return the table; with nothing but {@link RosterColumn#OTHER} if no row looks like a heading
   */
  public static RosterTable of(List<ListRow> rows) {
    List<ListRow> filled = rows.stream().filter(row -> !row.isBlank()).toList();
    ListRow heading =
        filled.stream()
            .limit(ROWS_LOOKED_AT)
            .filter(RosterTable::isHeading)
            .findFirst()
            .or(
                () ->
                    filled.stream().limit(ROWS_LOOKED_AT).filter(row -> known(row) > 0).findFirst())
            .orElse(new ListRow(0, List.of()));
    int width = filled.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    List<RosterColumn> guessed = new ArrayList<>(guess(heading));
    guessed.addAll(Collections.nCopies(Math.max(0, width - guessed.size()), RosterColumn.OTHER));
    return new RosterTable(filled, heading.number() + 1, guessed);
  }

  /**
   * Splits a text and guesses what the columns are.
   *
   * @param text content of a file as exported by a spreadsheet
   * @param problems collects what cannot be split
   * @return the table
   */
  static RosterTable of(String text, Problems problems) {
    return of(CsvRows.read(text, RosterTable::isHeading, problems));
  }

  /**
   * Splits a text and guesses what the columns are.
   *
   * @param shown the source shown in messages
   * @param text content of a file as exported by a spreadsheet
   * @return the table
   * @throws InvalidConfiguration if it cannot be split
   */
  public static RosterTable of(String shown, String text) {
    Problems problems = new Problems(shown);
    RosterTable table = of(text, problems);
    problems.throwIfAny();
    return table;
  }

  static boolean isHeading(ListRow row) {
    List<RosterColumn> guessed = guess(row);
    return guessed.contains(RosterColumn.ID) && haveName(guessed);
  }

  private static boolean haveName(List<RosterColumn> columns) {
    return Stream.of(RosterColumn.NAME, RosterColumn.SURNAME, RosterColumn.FIRST_NAME)
        .anyMatch(columns::contains);
  }

  private static long known(ListRow row) {
    return guess(row).stream().filter(column -> column != RosterColumn.OTHER).count();
  }

  /** {@return what the columns are by their headings, each kind once} */
  private static List<RosterColumn> guess(ListRow heading) {
    List<RosterColumn> columns = new ArrayList<>();
    for (String cell : heading.cells()) {
      RosterColumn column = RosterColumn.of(cell);
      columns.add(columns.contains(column) ? RosterColumn.OTHER : column);
    }
    if (!columns.contains(RosterColumn.ID)) {
      IntStream.range(0, columns.size())
          .filter(i -> RosterColumn.isWeakId(heading.cell(i)))
          .findFirst()
          .ifPresent(i -> columns.set(i, RosterColumn.ID));
    }
    boolean nameIsSurname =
        columns.contains(RosterColumn.FIRST_NAME)
            && columns.contains(RosterColumn.NAME)
            && !columns.contains(RosterColumn.SURNAME);
    if (nameIsSurname) {
      columns.set(columns.indexOf(RosterColumn.NAME), RosterColumn.SURNAME);
    }
    return columns;
  }

  /** {@return whether it is known which columns have the ids and the names} */
  public boolean isComplete() {
    return columns.contains(RosterColumn.ID) && hasName();
  }

  /** {@return the cells above the columns; empty where there is no heading} */
  public List<String> headings() {
    return rows.stream()
        .filter(row -> row.number() < firstStudent)
        .reduce((one, next) -> next)
        .map(ListRow::cells)
        .orElse(List.of());
  }

  /** {@return the headings of the columns that are not used} */
  public List<String> ignored() {
    List<String> headings = headings();
    return IntStream.range(0, Math.min(headings.size(), columns.size()))
        .filter(i -> columns.get(i) == RosterColumn.OTHER && !headings.get(i).isEmpty())
        .mapToObj(headings::get)
        .toList();
  }

  /** {@return the rows with students} */
  List<ListRow> students() {
    return rows.stream().filter(row -> row.number() >= firstStudent).toList();
  }

  /** {@return whether it is known which columns have the names} */
  boolean hasName() {
    return haveName(columns);
  }

  /** {@return whether there is a column of a kind} */
  boolean has(RosterColumn column) {
    return columns.contains(column);
  }

  /** {@return a cell of a row; empty if there is no such column} */
  String cell(ListRow row, RosterColumn column) {
    int place = columns.indexOf(column);
    return place < 0 ? "" : row.cell(place);
  }

  /** {@return the name in a row, the given name first} */
  String name(ListRow row) {
    String whole = cell(row, RosterColumn.NAME);
    return whole.isEmpty()
        ? (cell(row, RosterColumn.FIRST_NAME) + " " + cell(row, RosterColumn.SURNAME)).strip()
        : whole;
  }

  /** Adds what is wrong with the heading. */
  void checkHeading(Problems problems) {
    if (!isComplete()) {
      problems.add(problemLine(), "", missing(), Message.of(Fault.HEADER_WORDS));
    }
    List<String> headings =
        headings().stream().map(heading -> heading.toLowerCase(Locale.ROOT)).toList();
    for (String heading : headings.stream().distinct().toList()) {
      boolean twice = Collections.frequency(headings, heading) > 1;
      if (twice && RosterColumn.of(heading) != RosterColumn.OTHER) {
        problems.add(
            firstStudent - 1,
            heading,
            Message.of(Fault.REPEATED_COLUMN),
            Message.of(Fault.EACH_COLUMN_ONCE));
      }
    }
  }

  private int problemLine() {
    return firstStudent > 1 ? firstStudent - 1 : rows.get(0).number();
  }

  private Message missing() {
    if (columns.stream().allMatch(RosterColumn.OTHER::equals)) {
      return Message.of(Fault.NO_HEADER);
    }
    return Message.of(has(RosterColumn.ID) ? Fault.NO_NAME_COLUMN : Fault.NO_ID_COLUMN);
  }
}
