package org.rollcall.school;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.model.Message;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * The rows of a text file as exported by a spreadsheet, separated by commas, semicolons, tabs or
 * bars, and how to write such a file.
 */
final class CsvRows {
  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

  /** Excel tells the separator in a line of its own. */
  private static final Pattern TOLD = Pattern.compile("\\A\uFEFF?\"?sep=(.)\"?[ \\t]*(?=\\R|\\z)");

  private static final Pattern QUOTED = Pattern.compile("\"(?:[^\"]|\"\")*\"");
  private static final int LINES_LOOKED_AT = 30;

  private CsvRows() {}

  /**
   * Splits a text.
   *
   * @param text content of the file
   * @param isHeader whether cells are the header of the table
   * @param problems collects what cannot be split
   * @return the rows that are not blank
   */
  static List<ListRow> read(String text, Predicate<ListRow> isHeader, Problems problems) {
    Matcher told = TOLD.matcher(text);
    if (told.find()) {
      return split(unwrapped(told.replaceFirst("")), told.group(1).charAt(0), problems);
    }
    String plain = unwrapped(text);
    List<String> lines = plain.lines().filter(line -> !line.isBlank()).toList();
    List<Character> likeliest =
        SEPARATORS.stream()
            .sorted(Comparator.comparingLong((Character one) -> -weight(lines, one)))
            .toList();
    char separator =
        likeliest.stream()
            .filter(one -> hasHeader(plain, one, isHeader))
            .findFirst()
            .orElse(likeliest.get(0));
    return split(plain, separator, problems);
  }

  /** How many lines have the separator, and then, how often. */
  private static long weight(List<String> lines, char separator) {
    List<String> first = lines.stream().limit(LINES_LOOKED_AT).toList();
    long with = first.stream().filter(line -> line.indexOf(separator) >= 0).count();
    long all =
        first.stream().flatMapToInt(String::chars).filter(letter -> letter == separator).count();
    return 1_000_000 * with + all;
  }

  private static boolean hasHeader(String text, char separator, Predicate<ListRow> isHeader) {
    return split(text, separator, new Problems("")).stream()
        .limit(LINES_LOOKED_AT)
        .anyMatch(isHeader);
  }

  /** Some programs put each line into quotes, as if it were one cell. */
  private static String unwrapped(String text) {
    List<String> lines = text.lines().map(String::strip).toList();
    boolean wrapped =
        lines.stream().anyMatch(line -> !line.isEmpty())
            && lines.stream()
                .allMatch(
                    line ->
                        line.isEmpty()
                            || (QUOTED.matcher(line).matches()
                                && SEPARATORS.stream().anyMatch(one -> line.indexOf(one) > 0)));
    return wrapped ? String.join("\n", lines.stream().map(CsvRows::withoutQuotes).toList()) : text;
  }

  private static String withoutQuotes(String line) {
    return line.isEmpty() ? line : line.substring(1, line.length() - 1).replace("\"\"", "\"");
  }

  private static List<ListRow> split(String text, char separator, Problems problems) {
    List<ListRow> rows = new ArrayList<>();
    int number = 1;
    CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator);
    try (JsonParser parser = CSV.reader(schema).createParser(text)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.START_ARRAY) {
        number = parser.currentLocation().getLineNr();
        rows.add(new ListRow(number, cells(parser)));
      }
    } catch (JacksonException e) {
      problems.add(
          number, "", Message.of(Fault.UNMATCHED_QUOTES), Message.of(Fault.QUOTES_AROUND_A_CELL));
    }
    rows.removeIf(ListRow::isBlank);
    return rows;
  }

  private static List<String> cells(JsonParser parser) {
    List<String> cells = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      cells.add(parser.getString());
    }
    return cells;
  }

  /** {@return lines of comma-separated cells, in the format that {@link #read} splits} */
  static String write(List<List<String>> lines) {
    return CSV.writer(CsvSchema.emptySchema()).writeValueAsString(lines);
  }
}
