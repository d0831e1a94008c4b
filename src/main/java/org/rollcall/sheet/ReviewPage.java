package org.rollcall.sheet;

import java.time.Duration;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.Status;
import org.rollcall.model.UnknownFace;
import org.rollcall.model.Verdict;

/** A worksheet with all that a person must decide: uncertain students, then unknown people. */
final class ReviewPage {
  private static final double PICTURE_POINTS = 116;
  private static final List<String> STUDENT_HEADINGS =
      List.of(
          "Id", "Name", "Enrolled", "In the lesson", "Why", "First seen", "Last seen", "Mark now");
  private static final List<String> FACE_HEADINGS =
      List.of("No.", "Face", "Enrolled", "In the lesson", "Sightings", "First seen", "Last seen");
  private static final int MARK_COLUMN = STUDENT_HEADINGS.indexOf("Mark now");

  private final LessonRegister register;
  private final Lesson lesson;
  private final Page page;
  private int row;

  private ReviewPage(LessonRegister register, Page page) {
    this.register = register;
    this.lesson = register.lesson();
    this.page = page;
  }

  static void write(LessonRegister register, Book book) {
    new ReviewPage(register, book.page("Review")).write();
  }

  private void write() {
    page.widths(9, 25, 22, 22, 44, 10, 10, 13);
    page.height(0, 26);
    page.text(0, 0, "Review", CellFormat.TITLE);
    page.text(
        1,
        0,
        "Compare the pictures, then choose the mark in the worksheet Register, column Correction.",
        CellFormat.NOTE);
    row = 3;
    writeStudents();
    row++;
    writeFaces();
    page.print(Math.max(row - 1, 3), MARK_COLUMN, 1);
  }

  private void writeStudents() {
    List<LessonRegister.Row> uncertain =
        register.rows().stream().filter(r -> r.verdict().status() == Status.REVIEW).toList();
    section("Students in Review: " + uncertain.size());
    if (uncertain.isEmpty()) {
      return;
    }
    headings(STUDENT_HEADINGS);
    int first = row;
    uncertain.forEach(this::writeStudent);
    LiveColours.words(page, new CellRangeAddress(first, row - 1, MARK_COLUMN, MARK_COLUMN));
    page.idsAreText(first, row - 1);
  }

  private void writeStudent(LessonRegister.Row student) {
    Verdict verdict = student.verdict();
    String id = verdict.student().id();
    page.height(row, PICTURE_POINTS);
    page.text(row, 0, id, CellFormat.BODY);
    page.text(row, 1, verdict.student().name(), CellFormat.WRAPPED.heavy());
    pictures(student);
    page.text(row, 4, verdict.reason().map(Message::toString).orElse(""), CellFormat.WRAPPED);
    verdict
        .presence()
        .ifPresentOrElse(seen -> clocks(seen.first(), seen.last()), this::writeNeverSeen);
    CellFormat mark = CellFormat.MIDDLE.heavy();
    page.formula(row, MARK_COLUMN, Formula.of(markInRegister(), student.status().title()), mark);
    row++;
  }

  private void pictures(LessonRegister.Row student) {
    String id = student.verdict().student().id();
    student
        .portrait()
        .ifPresentOrElse(
            portrait -> page.picture(row, 2, portrait, "Enrolment photo of student " + id),
            () -> page.dash(row, 2));
    student
        .evidence()
        .ifPresentOrElse(
            evidence -> page.picture(row, 3, evidence, "Student " + id + " in the lesson"),
            () -> page.dash(row, 3));
  }

  // Looked up by id: a teacher may have sorted the register.
  private String markInRegister() {
    int last = RegisterPage.lastRow(register);
    return "INDEX(%s,MATCH(A%d,%s,0))"
        .formatted(
            Column.STATUS.cells(RegisterPage.FIRST_ROW, last),
            row + 1,
            Column.ID.cells(RegisterPage.FIRST_ROW, last));
  }

  private void writeFaces() {
    if (register.isWithheld()) {
      section("Unknown faces are not shown");
      page.text(row++, 0, Message.of(Reason.FACES_WITHHELD).toString(), CellFormat.NOTE);
      return;
    }
    section("Unknown faces: " + register.unknown().size());
    if (register.unknown().isEmpty()) {
      return;
    }
    headings(FACE_HEADINGS);
    register.unknown().forEach(this::writeFace);
  }

  private void writeFace(UnknownFace face) {
    page.height(row, PICTURE_POINTS);
    page.number(row, 0, face.number(), CellFormat.MIDDLE);
    page.text(row, 1, whoIsThat(face), CellFormat.WRAPPED.heavy());
    page.dash(row, 2);
    page.picture(row, 3, face.crop(), "Unknown face " + face.id());
    page.number(row, 4, face.sightings(), CellFormat.MIDDLE);
    clocks(face.first(), face.last());
    row++;
  }

  private static String whoIsThat(UnknownFace face) {
    return face.person()
        .map(person -> "%s: %s".formatted(person.id(), person.seen()))
        .orElse("Unknown face " + face.id());
  }

  private void clocks(Duration first, Duration last) {
    page.moment(row, 5, lesson.clock(first), CellFormat.CLOCK);
    page.moment(row, 6, lesson.clock(last), CellFormat.CLOCK);
  }

  private void writeNeverSeen() {
    page.dash(row, 5);
    page.dash(row, 6);
  }

  private void section(String title) {
    page.height(row, 20);
    page.text(row++, 0, title, CellFormat.SECTION);
  }

  private void headings(List<String> headings) {
    page.height(row, 22);
    for (int column = 0; column < headings.size(); column++) {
      page.text(row, column, headings.get(column), CellFormat.HEADING);
    }
    row++;
  }
}
