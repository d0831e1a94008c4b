package org.rollcall.sheet;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.rollcall.model.Correction;
import org.rollcall.model.Footage;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;
import org.rollcall.model.SheetProblem;
import org.rollcall.model.Verdict;

/** The first worksheet of a lesson's sheet: a row for each student, with cells for corrections. */
final class RegisterPage {
  static final String NAME = "Register";
  static final int HEADING_ROW = 6;
  static final int FIRST_ROW = HEADING_ROW + 1;

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy", Locale.ENGLISH);

  /** Tasks whose model packs are named in the header. */
  private static final List<String> TASKS = List.of("detection", "recognition");

  /** In shorter lessons, clock times show seconds. */
  private static final Duration SHORT = Duration.ofMinutes(10);

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final int LAST_COLUMN = Column.REASON.index();
  private static final double ROW_POINTS = 58;
  private static final int FILES_NAMED = 3;
  private static final int PROBLEMS_SHOWN = 10;
  private static final double LINE_POINTS = 14;

  /** Spreadsheet programs allow little more. */
  private static final double HIGHEST_POINTS = 400;

  private static final int TYPED_LETTERS = 80;

  /** As many fit at least, even if most of them are wide. */
  private static final int LINE_LETTERS = 160;

  private static final String ADVICE =
      "A wrong mark? Choose the right one in the column Correction, save and close. It counts"
          + " within a minute while Rollcall's service is running, otherwise at the next run. The"
          + " other cells are locked, but you can sort and filter them.";

  private final LessonRegister register;
  private final List<SheetProblem> problems;
  private final Page page;
  private final int lastRow;

  private RegisterPage(LessonRegister register, List<SheetProblem> problems, Page page) {
    this.register = register;
    this.problems = problems;
    this.page = page;
    this.lastRow = lastRow(register);
  }

  static void write(LessonRegister register, List<SheetProblem> problems, Book book) {
    new RegisterPage(register, problems, book.page(NAME)).write();
  }

  /** {@return the last row of the table; its first row if there are no students} */
  static int lastRow(LessonRegister register) {
    return FIRST_ROW + Math.max(0, register.rows().size() - 1);
  }

  /** {@return a formula, usable in any worksheet, that counts the students with a mark} */
  static String countFormula(LessonRegister register, MarkStyle mark) {
    String cells = Column.STATUS.cells(FIRST_ROW, lastRow(register));
    return "COUNTIF(%s,\"%s\")".formatted(cells, mark.title());
  }

  /** {@return the present number of students with a mark} */
  static int count(LessonRegister register, MarkStyle mark) {
    return (int) register.rows().stream().filter(row -> row.status() == mark.status()).count();
  }

  private void write() {
    for (Column column : Column.values()) {
      page.width(column.index(), column.width());
    }
    writeHeader();
    writeCounts();
    writeHeadings();
    for (int index = 0; index < register.rows().size(); index++) {
      writeRow(FIRST_ROW + index, register.rows().get(index));
    }
    TypingRules.apply(page, lastRow);
    LiveColours.words(page, cells(Column.STATUS));
    String corrected = Column.FOUND.cell(FIRST_ROW) + "<>" + Column.STATUS.cell(FIRST_ROW);
    LiveColours.warnings(page, cells(Column.FOUND), corrected);
    page.freeze(FIRST_ROW, Column.STATUS.index());
    page.filter(HEADING_ROW, lastRow, LAST_COLUMN);
    page.idsAreText(FIRST_ROW, lastRow);
    page.repeat(HEADING_ROW);
    page.print(lastRow, LAST_COLUMN, 1);
  }

  private void writeHeader() {
    Lesson lesson = register.lesson();
    page.height(0, 26);
    line(0, title(), CellFormat.TITLE);
    line(
        1,
        day(lesson) + ", " + span(lesson.start(), lesson.end()),
        CellFormat.PLAIN.points(12).heavy());
    line(2, origin(), CellFormat.NOTE);
    page.height(4, 18);
    line(
        4,
        outcome(),
        register.outcome().state() == Outcome.Completion.DONE ? CellFormat.NOTE : warning());
    writeAdvice();
  }

  private void writeAdvice() {
    if (problems.isEmpty()) {
      line(5, ADVICE, CellFormat.NOTE);
      return;
    }
    List<String> lines = new ArrayList<>(List.of(ADVICE, "Not everything in this file was clear:"));
    problems.stream().limit(PROBLEMS_SHOWN).map(RegisterPage::problem).forEach(lines::add);
    int others = problems.size() - PROBLEMS_SHOWN;
    if (others > 0) {
      lines.add("and " + others + " more, on the page of the lesson.");
    }
    int rows = lines.stream().mapToInt(line -> 1 + line.length() / LINE_LETTERS).sum();
    page.height(5, Math.min(HIGHEST_POINTS, LINE_POINTS * rows));
    line(5, String.join("\n", lines), warning().wrap());
  }

  private static String problem(SheetProblem problem) {
    String typed = problem.typed().isEmpty() ? "" : " “" + shortened(problem.typed()) + "”";
    return problem.cell() + typed + ": " + problem.message();
  }

  private static String shortened(String typed) {
    return typed.codePointCount(0, typed.length()) > TYPED_LETTERS
        ? typed.substring(0, typed.offsetByCodePoints(0, TYPED_LETTERS)) + "…"
        : typed;
  }

  private String title() {
    String title = "Class " + register.lesson().key().className();
    return register.run().school().map(school -> title + ", " + school).orElse(title);
  }

  private void line(int row, String text, CellFormat look) {
    page.text(row, 0, text, look);
    page.merge(row, 0, LAST_COLUMN);
  }

  private static CellFormat warning() {
    return CellFormat.PLAIN.fill(MarkStyle.LATE.fill()).ink(MarkStyle.LATE.ink()).heavy();
  }

  private static String day(Lesson lesson) {
    return DAY.format(lesson.start());
  }

  private static String span(LocalDateTime start, LocalDateTime end) {
    return CLOCK.format(start) + " to " + CLOCK.format(end);
  }

  private String origin() {
    Lesson lesson = register.lesson();
    String recorded = span(lesson.recordingStart(), lesson.clock(lesson.recorded()));
    String packs =
        TASKS.stream()
            .map(register.run().models()::get)
            .filter(Objects::nonNull)
            .distinct()
            .collect(Collectors.joining(", "));
    return "Recorded %s in %s. Models: %s. Rollcall %s."
        .formatted(recorded, files(), packs, register.run().version());
  }

  private String files() {
    List<String> names =
        register.run().footage().stream()
            .map(Footage::file)
            .map(file -> file.substring(file.lastIndexOf('/') + 1))
            .toList();
    String first = names.stream().limit(FILES_NAMED).collect(Collectors.joining(", "));
    int more = names.size() - FILES_NAMED;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  private String outcome() {
    Outcome outcome = register.outcome();
    int warnings = register.run().warnings().size();
    String seeRun = warnings == 0 ? "" : " Warnings in the worksheet Run: " + warnings + ".";
    return switch (outcome.state()) {
      case DONE -> "All of the recording was used." + seeRun;
      case PARTIAL ->
          "Not all of the recording could be used: " + Message.joined(outcome.reasons()) + seeRun;
      case FAILED -> "No result: " + Message.joined(outcome.reasons()) + seeRun;
    };
  }

  private void writeCounts() {
    page.height(3, 22);
    int students = register.rows().size();
    page.text(3, Column.ID.index(), "Students", CellFormat.NOTE);
    page.number(3, Column.NAME.index(), students, CellFormat.PLAIN.points(12).heavy());
    count(MarkStyle.PRESENT, Column.STATUS, Column.STATUS);
    count(MarkStyle.LATE, Column.FOUND, Column.FOUND);
    count(MarkStyle.LEFT_EARLY, Column.FIRST, Column.LAST);
    count(MarkStyle.ABSENT, Column.MINUTES, Column.CONFIDENCE);
    count(MarkStyle.REVIEW, Column.PORTRAIT, Column.PORTRAIT);
  }

  private void count(MarkStyle mark, Column from, Column to) {
    String formula = "\"%s \"&%s".formatted(mark.title(), countFormula(register, mark));
    String result = mark.title() + " " + count(register, mark);
    page.formula(3, from.index(), Formula.of(formula, result), CellFormat.of(mark).points(11));
    if (from != to) {
      page.merge(3, from.index(), to.index());
    }
  }

  private void writeHeadings() {
    page.height(HEADING_ROW, 32);
    for (Column column : Column.values()) {
      page.text(HEADING_ROW, column.index(), column.heading(), CellFormat.HEADING);
    }
  }

  private void writeRow(int row, LessonRegister.Row student) {
    Verdict verdict = student.verdict();
    String id = verdict.student().id();
    page.height(row, ROW_POINTS);
    page.text(row, Column.ID.index(), id, CellFormat.BODY);
    page.text(row, Column.NAME.index(), verdict.student().name(), CellFormat.WRAPPED.heavy());
    MarkStyle holds = MarkStyle.of(student.status());
    CellFormat mark = CellFormat.MIDDLE.heavy();
    page.formula(row, Column.STATUS.index(), Formula.of(markThatHolds(row), holds.title()), mark);
    page.text(
        row,
        Column.FOUND.index(),
        verdict.status().title(),
        CellFormat.MIDDLE.ink(CellFormat.PALE_INK));
    writePresence(row, verdict);
    writePictures(row, student);
    writeCorrection(row, student);
    page.text(
        row,
        Column.REASON.index(),
        verdict.reason().map(Message::toString).orElse(""),
        CellFormat.WRAPPED.ink(CellFormat.PALE_INK));
  }

  private void writePictures(int row, LessonRegister.Row student) {
    String id = student.verdict().student().id();
    int portrait = Column.PORTRAIT.index();
    student
        .portrait()
        .ifPresentOrElse(
            jpeg -> page.picture(row, portrait, jpeg, "Enrolment photo of student " + id),
            () -> page.dash(row, portrait));
    int evidence = Column.EVIDENCE.index();
    student
        .evidence()
        .ifPresentOrElse(
            jpeg -> page.picture(row, evidence, jpeg, "Student " + id + " in the lesson"),
            () -> page.dash(row, evidence));
  }

  private void writePresence(int row, Verdict verdict) {
    if (verdict.presence().isEmpty()) {
      for (Column column : List.of(Column.FIRST, Column.LAST, Column.MINUTES, Column.CONFIDENCE)) {
        page.dash(row, column.index());
      }
      return;
    }
    Verdict.Presence presence = verdict.presence().get();
    Lesson lesson = register.lesson();
    CellFormat look =
        lesson.recorded().compareTo(SHORT) < 0 ? CellFormat.CLOCK_TO_THE_SECOND : CellFormat.CLOCK;
    page.moment(row, Column.FIRST.index(), lesson.clock(presence.first()), look);
    page.moment(row, Column.LAST.index(), lesson.clock(presence.last()), look);
    double minutes = presence.seen().toMillis() / 60_000.0;
    page.number(row, Column.MINUTES.index(), minutes, CellFormat.MIDDLE.format("0.0"));
    page.number(row, Column.CONFIDENCE.index(), verdict.confidence(), CellFormat.SHARE);
  }

  private void writeCorrection(int row, LessonRegister.Row student) {
    Optional<Correction> correction = student.correction();
    String status = correction.flatMap(Correction::status).map(s -> s.title()).orElse("");
    String remark = correction.map(Correction::remark).orElse("");
    page.text(row, Column.CORRECTION.index(), status, CellFormat.MIDDLE.heavy().fill("FFFDF3"));
    page.text(row, Column.REMARK.index(), remark, CellFormat.WRAPPED.fill("FFFDF3"));
  }

  // Plain comparisons: lookup functions would treat a typed '?' as a wildcard.
  private static String markThatHolds(int row) {
    String typed = "TRIM(" + Column.CORRECTION.cell(row) + ")";
    String formula = Column.FOUND.cell(row);
    for (MarkStyle mark : MarkStyle.values()) {
      formula =
          "IF(OR(%1$s=\"%2$s\",%1$s=\"%3$s\"),\"%2$s\",%4$s)"
              .formatted(typed, mark.title(), mark.letter(), formula);
    }
    return formula;
  }

  private CellRangeAddress cells(Column column) {
    return new CellRangeAddress(FIRST_ROW, lastRow, column.index(), column.index());
  }
}
