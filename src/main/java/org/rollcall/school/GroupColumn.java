package org.rollcall.school;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.rollcall.school.text.DecodedText;

/**
 * Reads a column of a table of people, by which a school wants figures broken down. Any column will
 * do, whether or not rosters have a place for it.
 */
public final class GroupColumn {
  private GroupColumn() {}

  /**
   * Reads what a roster says of each student.
   *
   * @param home the home folder, to which paths in messages are relative
   * @param roster a roster, in the home or elsewhere
   * @param heading heading of the column, letter case aside
   * @return the cells, by the student's id
   * @throws InvalidConfiguration if the file cannot be read, lacks the column, or says two things
   *     of one person
   */
  public static Map<String, String> byId(Home home, Path roster, String heading) {
    RosterTable table = table(home, roster);
    require(home.relative(roster), table, "id", table.has(RosterColumn.ID));
    return cells(
        home.relative(roster),
        table,
        heading,
        row -> WrittenNumber.whole(table.cell(row, RosterColumn.ID)));
  }

  /**
   * Reads what a table says of each person.
   *
   * @param home the home folder, to which paths in messages are relative
   * @param file a table in the form of a roster, which needs no ids
   * @param heading heading of the column, letter case aside
   * @return the cells, by the person's name
   * @throws InvalidConfiguration if the file cannot be read, lacks the column, or says two things
   *     of one person
   */
  public static Map<String, String> byName(Home home, Path file, String heading) {
    RosterTable table = table(home, file);
    require(home.relative(file), table, "name", table.hasName());
    return cells(home.relative(file), table, heading, table::name);
  }

  private static RosterTable table(Home home, Path file) {
    DecodedText.TextReading text = TextFile.reading(home, file);
    return RosterTable.of(home.relative(file), text.text());
  }

  private static Map<String, String> cells(
      String shown, RosterTable table, String heading, Function<ListRow, String> person) {
    List<String> headings = lowerCase(table);
    String wanted = ListRow.clean(heading).toLowerCase(Locale.ROOT);
    require(shown, table, heading, !wanted.isEmpty() && headings.contains(wanted));
    if (Collections.frequency(headings, wanted) > 1) {
      throw new InvalidConfiguration(
          "%s has several columns '%s'. Rename all but one.".formatted(shown, heading));
    }
    int column = headings.indexOf(wanted);
    Problems problems = new Problems(shown);
    Map<String, String> cells = new HashMap<>();
    for (ListRow row : table.students()) {
      String cell = row.cell(column);
      if (!cell.equals(
          Optional.ofNullable(cells.putIfAbsent(person.apply(row), cell)).orElse(cell))) {
        problems.add(
            row.number(), heading, "another value than above for the same person", "one for each");
      }
    }
    problems.throwIfAny();
    return cells;
  }

  private static List<String> lowerCase(RosterTable table) {
    return table.headings().stream().map(heading -> heading.toLowerCase(Locale.ROOT)).toList();
  }

  private static void require(String shown, RosterTable table, String heading, boolean there) {
    if (!there) {
      List<String> known = table.headings().stream().filter(each -> !each.isEmpty()).toList();
      throw new InvalidConfiguration(
          "%s has no column '%s'. Its columns: %s."
              .formatted(shown, heading, known.isEmpty() ? "none" : String.join(", ", known)));
    }
  }
}
