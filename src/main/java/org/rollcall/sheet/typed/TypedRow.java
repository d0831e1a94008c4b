package org.rollcall.sheet.typed;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.rollcall.model.Reason;
import org.rollcall.model.Status;
import org.rollcall.sheet.CellText;
import org.rollcall.sheet.Column;
import org.rollcall.sheet.HeadedTable;
import org.rollcall.sheet.HeadedTable.TableRow;
import org.rollcall.sheet.MarkStyle;
import org.rollcall.sheet.WrittenPage.WrittenRow;

/**
 * What a person typed into one row of a student.
 *
 * @param mark the corrected mark
 * @param remark the remark
 */
record TypedRow(TypedField<Optional<Status>> mark, TypedField<String> remark) {
  private static final List<String> HEADINGS =
      Stream.of(Column.values()).map(Column::heading).toList();

  /**
   * Something in a row.
   *
   * @param value its meaning
   * @param typed its text
   * @param cell where it is
   */
  record TypedField<T>(T value, String typed, String cell) {}

  /**
   * Reads a row.
   *
   * @param line the row
   * @param written what Rollcall wrote into it
   * @param notes notes at the cells of the worksheet
   * @param problems receives what cannot be taken
   */
  static TypedRow read(TableRow line, WrittenRow written, CellNotes notes, ProblemList problems) {
    return new RowReader(line, written, problems).read(notes);
  }

  /** Reads one row. */
  private static final class RowReader {
    private final TableRow line;
    private final WrittenRow written;
    private final ProblemList problems;

    private RowReader(TableRow line, WrittenRow written, ProblemList problems) {
      this.line = line;
      this.written = written;
      this.problems = problems;
    }

    private TypedRow read(CellNotes notes) {
      Stream.of(Column.ID, Column.CORRECTION, Column.REMARK)
          .forEach(column -> problems.consume(address(column)));
      String word = correction();
      Optional<Status> mark = mark(word);
      String notAMark = mark.isEmpty() && !word.isEmpty() ? "Not a mark: '" + word + "'" : "";
      if (!notAMark.isEmpty()) {
        problems.add(address(Column.CORRECTION), word, Reason.TYPED_NOT_A_MARK);
      }
      String remark =
          joined(notAMark, line.text(Column.REMARK.heading()), notes.take(line.number()));
      TypedField<Optional<Status>> typed = new TypedField<>(mark, word, address(Column.CORRECTION));
      reportOthers();
      return new TypedRow(
          overtyped(typed), new TypedField<>(remark, remark, address(Column.REMARK)));
    }

    /** The word in the column for corrections; without a formula that has no usable result. */
    private String correction() {
      Optional<Cell> cell = line.cell(Column.CORRECTION.heading());
      String word = line.text(Column.CORRECTION.heading());
      boolean unusable =
          cell.filter(
                  some ->
                      CellText.type(some) == CellType.ERROR
                          || (some.getCellType() == CellType.FORMULA && word.isEmpty()))
              .isPresent();
      if (unusable) {
        problems.add(address(Column.CORRECTION), word, Reason.TYPED_FORMULA);
      }
      return unusable ? "" : word;
    }

    private static Optional<Status> mark(String word) {
      return MarkStyle.typed(word).map(MarkStyle::status);
    }

    /** Takes a mark that was typed over the mark in force, unless there is a correction. */
    private TypedField<Optional<Status>> overtyped(TypedField<Optional<Status>> correction) {
      String word = line.text(Column.STATUS.heading());
      boolean isTyped =
          line.cell(Column.STATUS.heading())
                  .filter(cell -> cell.getCellType() != CellType.FORMULA)
                  .isPresent()
              && !word.isEmpty();
      Optional<Status> mark = mark(word);
      if (!isTyped || isAsBefore(word) || mark.equals(correction.value())) {
        return correction;
      }
      String cell = address(Column.STATUS);
      problems.consume(cell);
      if (mark.isPresent() && correction.value().isEmpty()) {
        return new TypedField<>(mark, word, cell);
      }
      problems.add(
          cell, word, mark.isPresent() ? Reason.TYPED_MARKS_DIFFER : Reason.TYPED_ELSEWHERE);
      return correction;
    }

    /** Some programs replace the formula by its result. */
    private boolean isAsBefore(String word) {
      String before =
          written.status().isEmpty() ? line.text(Column.FOUND.heading()) : written.status();
      return word.equals(before)
          || mark(word).filter(mark -> mark(before).equals(Optional.of(mark))).isPresent();
    }

    private void reportOthers() {
      reportChange(Column.NAME, written.name());
      reportChange(Column.FOUND, written.found());
      line.others(HEADINGS)
          .forEach(
              cell ->
                  problems.add(
                      HeadedTable.address(cell), CellText.of(cell), Reason.TYPED_ELSEWHERE));
    }

    private void reportChange(Column column, String before) {
      String now = line.text(column.heading());
      if (!before.isEmpty() && !now.isEmpty() && !now.equals(before)) {
        problems.add(address(column), now, Reason.TYPED_ELSEWHERE);
      }
    }

    private String address(Column column) {
      return line.address(column.heading());
    }
  }

  private static String joined(String... parts) {
    return Stream.of(parts)
        .filter(Predicate.not(String::isEmpty))
        .distinct()
        .collect(Collectors.joining("; "));
  }
}
