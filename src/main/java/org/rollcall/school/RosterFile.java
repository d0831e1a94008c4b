package org.rollcall.school;

import static java.util.Map.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rollcall.basics.AtomicFile;
import org.rollcall.basics.Readers;
import org.rollcall.model.Consent;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Roster;
import org.rollcall.model.Student;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.school.CsvTable.CsvColumns;
import org.rollcall.school.text.DecodedText;

/** Reads and writes the roster of a class, {@code config/classes/<class>/roster.csv}. */
public final class RosterFile {
  private static final CsvColumns COLUMNS =
      new CsvColumns(List.of("id", "name"), List.of("email", "consent"));
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
  private static final Map<Consent, String> WORDS =
      Map.of(Consent.NOT_STATED, "", Consent.GIVEN, "yes", Consent.REFUSED, "no");

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

  private RosterFile(Problems problems, boolean strict) {
    this.problems = problems;
    this.strict = strict;
  }

  /**
   * A roster as it was read, and what was passed over.
   *
   * @param roster the students, in file order
   * @param encoding in which the file is saved
   * @param ignored headings of the columns that a roster has no place for
   */
  public record RosterReading(Roster roster, String encoding, List<String> ignored) {
    public RosterReading {
      ignored = List.copyOf(ignored);
    }
  }

  /**
   * Reads the roster of a class.
   *
   * @param home the home folder of the installation
   * @param className name of the class
   * @return its students, in file order
   * @throws InvalidConfiguration if there is no such class, if it has no roster, or listing
   *     everything that is wrong with the roster
   */
  public static Roster read(Home home, String className) {
    return inspect(home, className).roster();
  }

  /**
   * Reads the roster of a class, and tells how.
   *
   * @param home the home folder of the installation
   * @param className name of the class
   * @return its students, and what was passed over
   * @throws InvalidConfiguration if there is no such class, if it has no roster, or listing
   *     everything that is wrong with the roster
   */
  public static RosterReading inspect(Home home, String className) {
    requireClass(home, className);
    Path file = home.rosterFile(className);
    String shown = home.relative(file);
    if (Files.notExists(file)) {
      throw new InvalidConfiguration(
          "Class '%s' has no roster: %s is missing. Create it with one student per line, below %s."
              .formatted(className, shown, COLUMNS.inWords()));
    }
    DecodedText.TextReading text = TextFile.reading(home, file);
    Problems problems = new Problems(shown);
    RosterTable table = RosterTable.of(text.text(), problems);
    checkColumns(table, problems);
    RosterList list = new RosterFile(problems, false).list(table);
    problems.throwIfAny();
    return new RosterReading(
        new Roster(className, list.students()), text.encoding(), table.ignored());
  }

  /** A consent that is not read because its column is misspelt would be worse than a fault. */
  private static void checkColumns(RosterTable table, Problems problems) {
    for (String heading : table.ignored()) {
      RosterColumn.misspelt(heading)
          .ifPresent(
              meant ->
                  problems.add(
                      table.firstStudent() - 1,
                      heading.toLowerCase(Locale.ROOT),
                      Message.of(Fault.UNKNOWN_COLUMN),
                      Message.of(Fault.COLUMN_SUCH_AS, meant)));
    }
  }

  /**
   * Parses a list of students that is not stored in a file, more strictly than one that is.
   *
   * @param shown the source shown in messages
   * @param text its lines, in the format of {@code roster.csv}
   * @return the students
   * @throws InvalidConfiguration listing everything that is wrong with it
   */
  public static RosterList parse(String shown, String text) {
    Problems problems = new Problems(shown);
    RosterTable table = RosterTable.of(text, problems);
    RosterList list = new RosterFile(problems, true).list(table);
    problems.throwIfAny();
    return list;
  }

  /**
   * Takes the students from a table, more strictly than from the file of a roster.
   *
   * @param shown the source shown in messages
   * @param table the table
   * @return the students
   * @throws InvalidConfiguration listing everything that is wrong with it
   */
  public static RosterList parse(String shown, RosterTable table) {
    Problems problems = new Problems(shown);
    RosterList list = new RosterFile(problems, true).list(table);
    problems.throwIfAny();
    return list;
  }

  /**
   * Formats a roster as the content of {@code roster.csv}.
   *
   * @param roster the students
   * @return the content, from which {@link #parse} yields the same roster
   */
  public static String text(Roster roster) {
    return CsvRows.write(lines(roster));
  }

  /**
   * Formats a list of students that is not yet a roster.
   *
   * @param list the students
   * @return the text, with the columns of the list only, from which {@link #parse} yields it again
   */
  public static String text(RosterList list) {
    List<String> columns = new ArrayList<>(COLUMNS.required());
    if (list.tellsEmail()) {
      columns.add("email");
    }
    if (list.tellsConsent()) {
      columns.add("consent");
    }
    List<List<String>> all = lines(new Roster("list", list.students()));
    List<Integer> kept = columns.stream().map(all.get(0)::indexOf).toList();
    return CsvRows.write(all.stream().map(line -> kept.stream().map(line::get).toList()).toList());
  }

  /**
   * Formats a roster as a table.
   *
   * @param roster the students
   * @return a header row, then one row per student
   */
  public static List<List<String>> lines(Roster roster) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(COLUMNS.all());
    for (Student student : roster.students()) {
      lines.add(
          List.of(
              student.id(),
              student.name(),
              student.email().orElse(""),
              WORDS.get(student.consent())));
    }
    return lines;
  }

  /**
   * Atomically replaces the roster of a class. Creates the class if it does not exist.
   *
   * @param home the home folder of the installation
   * @param roster the students; may be empty
   * @throws InvalidConfiguration if the file could not be read back, for instance because of a name
   *     that a spreadsheet would take for a formula; nothing is changed then
   * @throws TemporaryFailure if the file cannot be written; the earlier roster remains unchanged
   */
  public static void write(Home home, Roster roster) {
    String text = text(roster);
    Path file = home.rosterFile(roster.className());
    if (!roster.students().isEmpty()) {
      List<Student> students = parse(home.relative(file), text).students();
      text = text(new Roster(roster.className(), students));
    }
    try {
      Readers.OWNER.createFolders(home.studentsFolder(roster.className()));
      AtomicFile.write(file, text);
    } catch (IOException e) {
      throw new TemporaryFailure(Message.of(Fault.NOT_WRITTEN, home.relative(file), e), e);
    }
  }

  private static void requireClass(Home home, String className) {
    if (LessonKey.isClassName(className) && Files.isDirectory(home.classFolder(className))) {
      return;
    }
    List<String> known = home.classNames();
    String nearest =
        Nearest.to(className, known).map("; the nearest is '%s'"::formatted).orElse("");
    String all = known.isEmpty() ? "there is none yet" : String.join(", ", known) + nearest;
    throw new InvalidConfiguration(
        "There is no class '%s'. Known classes: %s. A class is a folder in config/classes."
            .formatted(className, all));
  }

  private RosterList list(RosterTable table) {
    List<Student> students = new ArrayList<>();
    if (table.rows().isEmpty()) {
      problems.addForFile(Message.of(Fault.NO_LINE), COLUMNS.inWords());
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
          Message.of(Fault.NO_STUDENT), Message.of(Fault.STUDENTS_BELOW, COLUMNS.inWords()));
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
