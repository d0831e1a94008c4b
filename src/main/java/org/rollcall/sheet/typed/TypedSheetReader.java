package org.rollcall.sheet.typed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.rollcall.model.Correction;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.SheetProblem;
import org.rollcall.model.Status;
import org.rollcall.sheet.Column;
import org.rollcall.sheet.HeadedTable;
import org.rollcall.sheet.UnreadableSheet;
import org.rollcall.sheet.WrittenPage;
import org.rollcall.sheet.WrittenPage.WrittenRow;
import org.rollcall.sheet.WrittenPage.WrittenSheet;

/**
 * Reads the corrections in a workbook that people have changed. Takes them from all worksheets with
 * a register, as people copy worksheets, and from all rows of a student. Where two differ, the one
 * that was changed counts.
 */
final class TypedSheetReader {
  private final Workbook workbook;
  private final StudentFinder finder;
  private final WrittenSheet written;
  private final ProblemList problems = new ProblemList();
  private final Map<String, List<TypedRow>> rows = new LinkedHashMap<>();
  private final Map<String, Correction> shown = new LinkedHashMap<>();

  /**
   * Reads a workbook.
   *
   * @param workbook the workbook
   * @param students names of the students of the lesson, by id; empty if unknown
   * @throws UnreadableSheet if it has no register
   */
  TypedSheetReader(Workbook workbook, Map<String, String> students) {
    this.workbook = workbook;
    this.written = WrittenPage.read(workbook);
    this.finder = new StudentFinder(known(students));
    List<HeadedTable> registers = registers();
    registers.forEach(this::collect);
    rows.forEach((student, found) -> shown.put(student, merge(student, found)));
    reportMissing(registers.get(0).worksheet());
    new StrayTexts(written, problems).report(worksheets());
  }

  /** Adds the students of whom Rollcall wrote a row: by now, the lesson may have others. */
  private Map<String, String> known(Map<String, String> students) {
    Map<String, String> known = new HashMap<>(students);
    if (!students.isEmpty()) {
      written.rows().orElse(Map.of()).forEach((id, row) -> known.putIfAbsent(id, row.name()));
    }
    return known;
  }

  /** {@return what Rollcall wrote into the workbook} */
  WrittenSheet written() {
    return written;
  }

  /** {@return the corrections by student id; {@link Correction#NONE} for rows without} */
  Map<String, Correction> shown() {
    return shown;
  }

  /** {@return what could not be taken} */
  List<SheetProblem> problems() {
    return problems.list();
  }

  private List<Sheet> worksheets() {
    List<Sheet> worksheets = new ArrayList<>();
    workbook.forEach(worksheets::add);
    worksheets.removeIf(WrittenPage::is);
    return worksheets;
  }

  private List<HeadedTable> registers() {
    String id = Column.ID.heading();
    String mark = Column.CORRECTION.heading();
    String remark = Column.REMARK.heading();
    List<HeadedTable> registers = HeadedTable.find(worksheets(), id, mark, remark);
    if (registers.isEmpty()) {
      throw new UnreadableSheet(Message.of(Reason.SHEET_WITHOUT_HEADINGS, id, mark, remark));
    }
    return registers;
  }

  private void collect(HeadedTable register) {
    CellNotes notes = CellNotes.of(workbook.getSheet(register.worksheet()));
    for (HeadedTable.TableRow line : register.lines()) {
      String id = line.text(Column.ID.heading());
      Optional<String> student = finder.find(id, line.text(Column.NAME.heading()));
      if (student.isPresent()) {
        rows.computeIfAbsent(student.get(), any -> new ArrayList<>())
            .add(TypedRow.read(line, written.row(student.get()), notes, problems));
      } else {
        reportUnknown(line);
      }
    }
    notes.others().forEach((cell, text) -> problems.add(cell, text, Reason.TYPED_ELSEWHERE));
  }

  private void reportUnknown(HeadedTable.TableRow line) {
    String typed = line.join(Column.ID, Column.NAME, Column.CORRECTION, Column.REMARK);
    if (!typed.isEmpty()) {
      problems.add(line.address(Column.ID.heading()), typed, Reason.TYPED_UNKNOWN_ROW);
      line.others(List.of()).forEach(cell -> problems.consume(HeadedTable.address(cell)));
    }
  }

  private Correction merge(String student, List<TypedRow> found) {
    WrittenRow before = written.row(student);
    Optional<Status> mark = merge(found, TypedRow::mark, before.correction().status());
    String remark = merge(found, TypedRow::remark, before.correction().remark());
    return new Correction(mark, remark);
  }

  private <T> T merge(
      List<TypedRow> found, Function<TypedRow, TypedRow.TypedField<T>> field, T before) {
    List<TypedRow.TypedField<T>> changed =
        found.stream().map(field).filter(typed -> !typed.value().equals(before)).toList();
    if (changed.isEmpty()) {
      return before;
    }
    T first = changed.get(0).value();
    changed.stream()
        .filter(other -> !other.value().equals(first))
        .forEach(other -> problems.add(other.cell(), other.typed(), Reason.TYPED_COPIES_DIFFER));
    return first;
  }

  private void reportMissing(String worksheet) {
    written.rows().map(Map::keySet).stream()
        .flatMap(students -> students.stream().sorted())
        .filter(student -> finder.find(student, "").isPresent())
        .filter(student -> !rows.containsKey(student))
        .forEach(
            student ->
                problems.add("'" + worksheet + "'", student, Reason.TYPED_ROW_MISSING, student));
  }
}
