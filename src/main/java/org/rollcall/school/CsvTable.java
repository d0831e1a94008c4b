package org.rollcall.school;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.rollcall.model.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * A table as exported by a spreadsheet: a header, then rows, separated by commas, semicolons or
 * tabs.
 *
 * <p>Columns may be in any order and any letter case; blank lines and spaces around a cell are
 * ignored. Problems never quote a cell, since a misplaced column may hold a name.
 *
 * @param rows the non-blank rows below the header
 */
record CsvTable(List<CsvCells> rows) {
  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

  /**
   * A row, addressed by column name.
   *
   * @param line line number in the file, from 1
   * @param cells cells by lower-case column name
   */
  record CsvCells(int line, Map<String, String> cells) {
    /** {@return the cell; blank if the row or the table lacks it} */
    String cell(String column) {
      return cells.getOrDefault(column, "");
    }
  }

  /**
   * The columns of a table.
   *
   * @param required columns that must be present
   * @param optional columns that may be present
   */
  record CsvColumns(List<String> required, List<String> optional) {
    Message inWords() {
      return Message.of(Fault.HEADER, String.join(",", required), String.join(",", optional));
    }

    List<String> all() {
      List<String> all = new ArrayList<>(required);
      all.addAll(optional);
      return all;
    }
  }

  private record CsvRow(int number, List<String> cells) {}

  /**
   * Parses a table as far as possible.
   *
   * @param text content of the file
   * @param columns the expected columns
   * @param problems collects the faults in the text and its header
   * @return the table; empty if the header is unusable
   */
  static CsvTable read(String text, CsvColumns columns, Problems problems) {
    List<CsvRow> lines = split(text, problems);
    if (lines.isEmpty()) {
      problems.addForFile(Message.of(Fault.NO_LINE), columns.inWords());
      return new CsvTable(List.of());
    }
    CsvRow header = inLowerCase(lines.get(0));
    if (!header.cells().containsAll(columns.required())) {
      problems.add(header.number(), "", Message.of(Fault.NO_HEADER), columns.inWords());
      return new CsvTable(List.of());
    }
    checkHeader(header, columns, problems);
    return new CsvTable(
        lines.stream().skip(1).map(line -> row(line, header.cells(), problems)).toList());
  }

  /** {@return lines of comma-separated cells, in the format that {@link #read} parses} */
  static String write(List<List<String>> lines) {
    return CSV.writer(CsvSchema.emptySchema()).writeValueAsString(lines);
  }

  private static List<CsvRow> split(String text, Problems problems) {
    List<CsvRow> lines = new ArrayList<>();
    int number = 1;
    CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator(text));
    try (JsonParser parser = CSV.reader(schema).createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.START_ARRAY) {
        number = parser.currentLocation().getLineNr();
        lines.add(new CsvRow(number, cells(parser)));
      }
    } catch (JacksonException e) {
      problems.add(
          number, "", Message.of(Fault.UNMATCHED_QUOTES), Message.of(Fault.QUOTES_AROUND_A_CELL));
    }
    lines.removeIf(line -> line.cells().stream().allMatch(String::isEmpty));
    return lines;
  }

  /** Chooses the character that occurs most often in the first line. */
  private static char separator(String text) {
    String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (count(first, candidate) > count(first, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char sign) {
    return text.chars().filter(each -> each == sign).count();
  }

  private static List<String> cells(JsonParser parser) {
    List<String> cells = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      String cell = parser.getString().replace('\u00a0', ' ').strip();
      cells.add(Normalizer.normalize(cell, Normalizer.Form.NFC));
    }
    return cells;
  }

  private static CsvRow inLowerCase(CsvRow header) {
    return new CsvRow(
        header.number(),
        header.cells().stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList());
  }

  private static void checkHeader(CsvRow header, CsvColumns columns, Problems problems) {
    Set<String> seen = new LinkedHashSet<>();
    for (String column : header.cells()) {
      if (column.isEmpty()) {
        continue;
      }
      if (!columns.all().contains(column)) {
        String nearest = Nearest.to(column, columns.all()).orElseThrow();
        problems.add(
            header.number(),
            column,
            Message.of(Fault.UNKNOWN_COLUMN),
            Message.of(Fault.COLUMN_SUCH_AS, nearest));
      } else if (!seen.add(column)) {
        problems.add(
            header.number(),
            column,
            Message.of(Fault.REPEATED_COLUMN),
            Message.of(Fault.EACH_COLUMN_ONCE));
      }
    }
  }

  private static CsvCells row(CsvRow line, List<String> header, Problems problems) {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < line.cells().size(); i++) {
      String column = i < header.size() ? header.get(i) : "";
      String cell = line.cells().get(i);
      if (!column.isEmpty()) {
        cells.put(column, cell);
      } else if (!cell.isEmpty()) {
        problems.add(
            line.number(),
            "",
            Message.of(Fault.CELL_WITHOUT_COLUMN),
            Message.of(Fault.AS_MANY_CELLS));
      }
    }
    return new CsvCells(line.number(), cells);
  }
}
