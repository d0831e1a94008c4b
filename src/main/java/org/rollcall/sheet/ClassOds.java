package org.rollcall.sheet;

import com.github.miachm.sods.Color;
import com.github.miachm.sods.OfficePercentage;
import com.github.miachm.sods.Sheet;
import com.github.miachm.sods.SpreadSheet;
import com.github.miachm.sods.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rollcall.model.LessonMarks;
import org.rollcall.model.Status;
import org.rollcall.model.Tally;

/**
 * Writes the register of a class as an OpenDocument spreadsheet, with values instead of formulas.
 */
final class ClassOds {
  private static final DateTimeFormatter LESSON =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private static final int NAME = 1;
  private static final double NAME_MILLIMETRES = 50;

  private final ClassGrid grid;
  private final List<String> headings;

  private ClassOds(ClassGrid grid) {
    this.grid = grid;
    this.headings = headings(grid);
  }

  static byte[] bytes(ClassGrid grid) {
    SpreadSheet book = new SpreadSheet();
    book.appendSheet(new ClassOds(grid).sheet());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      book.save(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static List<String> headings(ClassGrid grid) {
    List<String> headings = new ArrayList<>(List.of("Id", "Name", "Attended", "Taken"));
    for (MarkStyle mark : MarkStyle.values()) {
      headings.add(mark.title());
    }
    for (LessonMarks marks : grid.lessons()) {
      headings.add(LESSON.format(marks.lesson().date().atTime(marks.lesson().start())));
    }
    return headings;
  }

  private Sheet sheet() {
    int rows = grid.lines().size() + 1;
    Sheet sheet = new Sheet(ClassRegisterPage.NAME, rows, headings.size());
    sheet.setColumnWidth(NAME, NAME_MILLIMETRES);
    Style heading = new Style();
    heading.setBold(true);
    heading.setBackgroundColor(new Color("#" + CellFormat.PALE));
    sheet.getRange(0, 0, 1, headings.size()).setStyle(heading);
    Object[][] values = new Object[rows][];
    values[0] = headings.toArray();
    for (int line = 0; line < grid.lines().size(); line++) {
      values[line + 1] = row(grid.lines().get(line)).toArray();
    }
    sheet.getDataRange().setValues(values);
    return sheet;
  }

  private static List<Object> row(ClassGrid.StudentLine line) {
    Tally tally = line.tally();
    List<Object> row = new ArrayList<>(List.of(text(line.id()), text(line.name())));
    row.add(
        tally.attendedShare().isPresent()
            ? new OfficePercentage(tally.attendedShare().getAsDouble())
            : MarkStyle.NONE);
    row.add(tally.taken());
    for (MarkStyle mark : MarkStyle.values()) {
      row.add(tally.count(mark.status()));
    }
    for (Optional<Status> mark : line.marks()) {
      row.add(mark.map(Status::title).orElse(MarkStyle.NONE));
    }
    return row;
  }

  /** Removes the characters that XML cannot represent, most of them control characters. */
  private static String text(String value) {
    return value
        .codePoints()
        .filter(sign -> sign >= ' ' || sign == '\t' || sign == '\n')
        .filter(sign -> sign < Character.MIN_SURROGATE || sign > Character.MAX_SURROGATE)
        .filter(sign -> sign != 0xFFFE && sign != 0xFFFF)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
