package org.rollcall.school;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.model.Consent;
import org.rollcall.model.Message;
import org.rollcall.model.Student;

/** Turns the rows of a roster into students, and says what is wrong with their cells. */
final class RosterRows {
  private static final String ID_COLUMN = "id";
  private static final Pattern ID =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}._-]{0,62}[\\p{L}\\p{M}\\p{N}])?");

  private static final Pattern OTHER_CHARACTER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}._-]");
  private static final Map<String, Consent> CONSENT =
      Map.ofEntries(
          entry("", Consent.NOT_STATED),
          entry("yes", Consent.GIVEN),
          entry("y", Consent.GIVEN),
          entry("ja", Consent.GIVEN),
          entry("oui", Consent.GIVEN),
          entry("true", Consent.GIVEN),
          entry("1", Consent.GIVEN),
          entry("no", Consent.REFUSED),
          entry("n", Consent.REFUSED),
          entry("nein", Consent.REFUSED),
          entry("non", Consent.REFUSED),
          entry("false", Consent.REFUSED),
          entry("0", Consent.REFUSED));

  /** Of a name or an address, in characters. */
  private static final int LONGEST = 100;

  /** The two that are let through join letters in some scripts. */
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}&&[^\\x{200C}\\x{200D}]]");

  /** Spreadsheets evaluate cells that start with one of these. */
  private static final String FORMULA = "=+-@";

  private final Problems problems;

  /** Whether to check new input more strictly than existing files. */
  private final boolean strict;

  private final Map<String, Integer> lineById = new HashMap<>();

  RosterRows(Problems problems, boolean strict) {
    this.problems = problems;
    this.strict = strict;
  }

  /** {@return the students of a table, without those of whom something is wrong} */
  RosterList students(RosterTable table) {
    List<Student> students = new ArrayList<>();
    if (table.rows().isEmpty()) {
      problems.addForFile(Message.of(Fault.NO_LINE), RosterFile.COLUMNS.inWords());
    } else {
      table.checkHeading(problems);
    }
    List<ListRow> rows = table.isComplete() ? table.students() : List.of();
    for (ListRow row : rows) {
      RosterCells cells = new RosterCells(table, row);
      List<Boolean> checks =
          List.of(checkCells(cells), checkId(cells), checkName(cells), checkConsent(cells));
      if (!checks.contains(false)) {
        students.add(student(cells));
      }
    }
    if (rows.isEmpty() && problems.isEmpty()) {
      problems.addForFile(
          Message.of(Fault.NO_STUDENT),
          Message.of(Fault.STUDENTS_BELOW, RosterFile.COLUMNS.inWords()));
    }
    return new RosterList(students, table.has(RosterColumn.EMAIL), table.has(RosterColumn.CONSENT));
  }

  /**
   * The cells of a student.
   *
   * @param table the table
   * @param row the row
   */
  private record RosterCells(RosterTable table, ListRow row) {
    int line() {
      return row.number();
    }

    String id() {
      return table.cell(row, RosterColumn.ID);
    }

    String name() {
      return table.name(row);
    }

    String email() {
      return table.cell(row, RosterColumn.EMAIL);
    }

    String consent() {
      return table.cell(row, RosterColumn.CONSENT).toLowerCase(Locale.ROOT);
    }
  }

  /** A cell too many is most often a separator that should have been in quotes. */
  private boolean checkCells(RosterCells cells) {
    int width = cells.table.headings().size();
    boolean more =
        width > 0 && cells.row.cells().stream().skip(width).anyMatch(cell -> !cell.isEmpty());
    if (more) {
      problems.add(
          cells.line(), "", Message.of(Fault.CELL_WITHOUT_COLUMN), Message.of(Fault.AS_MANY_CELLS));
    }
    return !more;
  }

  /** Ids become part of file names, and some file systems ignore letter case. */
  private boolean checkId(RosterCells cells) {
    String id = cells.id();
    if (!WrittenNumber.isWhole(id)) {
      problems.add(
          cells.line(), ID_COLUMN, Message.of(Fault.SHORTENED, id), Message.of(Fault.WHOLE_NUMBER));
      return false;
    }
    String whole = WrittenNumber.whole(id);
    if (!ID.matcher(whole).matches()) {
      problems.add(cells.line(), ID_COLUMN, faultOf(whole), Message.of(Fault.ID));
      return false;
    }
    Integer first = lineById.putIfAbsent(whole.toLowerCase(Locale.ROOT), cells.line());
    if (first != null) {
      problems.add(
          cells.line(),
          ID_COLUMN,
          Message.of(Fault.REPEATED_ID, whole, first),
          Message.of(Fault.EACH_ID_ONCE));
      return false;
    }
    return true;
  }

  private static Message faultOf(String id) {
    if (id.isEmpty()) {
      return Message.of(Fault.NOTHING);
    }
    Matcher other = OTHER_CHARACTER.matcher(id);
    return other.find()
        ? Message.of(Fault.CHARACTER, NamedCharacter.of(other.group().codePointAt(0)))
        : Message.of(Fault.OTHER_ID);
  }

  private boolean checkName(RosterCells cells) {
    if (cells.name().isEmpty()) {
      problems.add(cells.line(), "name", Message.of(Fault.NOTHING), Message.of(Fault.NAME));
      return false;
    }
    return !strict
        || (isPlain(cells.line(), "name", cells.name())
            && isPlain(cells.line(), "email", cells.email()));
  }

  private boolean isPlain(int line, String column, String cell) {
    Optional<Message> found = faultOfText(cell);
    found.ifPresent(
        fault ->
            problems.add(
                line,
                column,
                fault,
                cell.length() > LONGEST
                    ? Message.of(Fault.AT_MOST, LONGEST)
                    : Message.of(isFormula(cell) ? Fault.TEXT : Fault.VISIBLE)));
    return found.isEmpty();
  }

  /** Some invisible characters turn the writing around, so that a name is shown as another one. */
  private static Optional<Message> faultOfText(String cell) {
    Matcher invisible = INVISIBLE.matcher(cell);
    if (isFormula(cell)) {
      return Optional.of(Message.of(Fault.FORMULA, cell.charAt(0)));
    }
    if (cell.length() > LONGEST) {
      return Optional.of(Message.of(Fault.LONG, cell.length()));
    }
    return invisible.find()
        ? Optional.of(
            Message.of(Fault.INVISIBLE, NamedCharacter.of(invisible.group().codePointAt(0))))
        : Optional.empty();
  }

  private static boolean isFormula(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0;
  }

  private boolean checkConsent(RosterCells cells) {
    if (!CONSENT.containsKey(cells.consent())) {
      problems.add(
          cells.line(), "consent", Message.of(Fault.OTHER_WORD), Message.of(Fault.CONSENT));
      return false;
    }
    return true;
  }

  private static Student student(RosterCells cells) {
    Optional<String> email = Optional.of(cells.email()).filter(text -> !text.isEmpty());
    return new Student(
        WrittenNumber.whole(cells.id()), cells.name(), email, CONSENT.get(cells.consent()));
  }
}
