package org.rollcall.school;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
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
import org.rollcall.school.CsvTable.CsvCells;
import org.rollcall.school.CsvTable.CsvColumns;

/** Reads and writes the roster of a class, {@code config/classes/<class>/roster.csv}. */
public final class RosterFile {
  private static final CsvColumns COLUMNS =
      new CsvColumns(List.of("id", "name"), List.of("email", "consent"));
  private static final Pattern ID =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}._-]{0,62}[\\p{L}\\p{M}\\p{N}])?");
  private static final Pattern OTHER_CHARACTER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}._-]");
  private static final Map<String, Consent> CONSENT =
      Map.of(
          "", Consent.NOT_STATED,
          "yes", Consent.GIVEN,
          "ja", Consent.GIVEN,
          "true", Consent.GIVEN,
          "1", Consent.GIVEN,
          "no", Consent.REFUSED,
          "nein", Consent.REFUSED,
          "false", Consent.REFUSED,
          "0", Consent.REFUSED);
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
   * Reads the roster of a class.
   *
   * @param home the home folder of the installation
   * @param className name of the class
   * @return its students, in file order
   * @throws InvalidConfiguration if there is no such class, if it has no roster, or listing
   *     everything that is wrong with the roster
   */
  public static Roster read(Home home, String className) {
    requireClass(home, className);
    Path file = home.rosterFile(className);
    String shown = home.relative(file);
    if (Files.notExists(file)) {
      throw new InvalidConfiguration(
          "Class '%s' has no roster: %s is missing. Create it with one student per line, below %s."
              .formatted(className, shown, COLUMNS.inWords()));
    }
    return parse(shown, className, TextFile.read(home, file), false);
  }

  /**
   * Parses a roster that is not yet stored in a file.
   *
   * @param shown the source shown in messages
   * @param className name of the class
   * @param text its lines, in the format of {@code roster.csv}
   * @return the students
   * @throws InvalidConfiguration listing everything that is wrong with it
   */
  public static Roster parse(String shown, String className, String text) {
    return parse(shown, className, text, true);
  }

  private static Roster parse(String shown, String className, String text, boolean strict) {
    Problems problems = new Problems(shown);
    CsvTable table = CsvTable.read(text, COLUMNS, problems);
    List<Student> students = new RosterFile(problems, strict).students(table);
    problems.throwIfAny();
    return new Roster(className, students);
  }

  /**
   * Parses a roster that is not yet stored in a file.
   *
   * @param shown the source shown in messages
   * @param className name of the class
   * @param content bytes as written by an editor or spreadsheet
   * @return the students
   * @throws InvalidConfiguration listing everything that is wrong with it
   */
  public static Roster parse(String shown, String className, byte[] content) {
    return parse(shown, className, TextFile.decode(content));
  }

  /**
   * Parses a roster taken from a spreadsheet.
   *
   * @param shown the source shown in messages
   * @param className name of the class
   * @param lines the rows of the spreadsheet, header first
   * @return the students
   * @throws InvalidConfiguration listing everything that is wrong with it
   */
  public static Roster parse(String shown, String className, List<List<String>> lines) {
    return parse(shown, className, CsvTable.write(lines));
  }

  /**
   * Formats a roster as the content of {@code roster.csv}.
   *
   * @param roster the students
   * @return the content, from which {@link #parse} yields the same roster
   */
  public static String text(Roster roster) {
    return CsvTable.write(lines(roster));
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
      parse(home.relative(file), roster.className(), text);
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

  private List<Student> students(CsvTable table) {
    List<Student> students = new ArrayList<>();
    for (CsvCells row : table.rows()) {
      List<Boolean> checks = List.of(checkId(row), checkName(row), checkConsent(row));
      if (!checks.contains(false)) {
        students.add(student(row));
      }
    }
    if (table.rows().isEmpty() && problems.isEmpty()) {
      problems.addForFile(
          Message.of(Fault.NO_STUDENT), Message.of(Fault.STUDENTS_BELOW, COLUMNS.inWords()));
    }
    return students;
  }

  /** Ids become part of file names, and some file systems ignore letter case. */
  private boolean checkId(CsvCells row) {
    String id = row.cell("id");
    if (!ID.matcher(id).matches()) {
      problems.add(row.line(), "id", faultOf(id), Message.of(Fault.ID));
      return false;
    }
    Integer first = lineById.putIfAbsent(id.toLowerCase(Locale.ROOT), row.line());
    if (first != null) {
      problems.add(
          row.line(),
          "id",
          Message.of(Fault.REPEATED_ID, id, first),
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
    return other.find() ? Message.of(Fault.CHARACTER, other.group()) : Message.of(Fault.OTHER_ID);
  }

  private boolean checkName(CsvCells row) {
    if (row.cell("name").isEmpty()) {
      problems.add(row.line(), "name", Message.of(Fault.NOTHING), Message.of(Fault.NAME));
      return false;
    }
    return !strict || (isPlain(row, "name") && isPlain(row, "email"));
  }

  private boolean isPlain(CsvCells row, String column) {
    return isNoFormula(row, column) && isShort(row, column) && isVisible(row, column);
  }

  private boolean isShort(CsvCells row, String column) {
    int length = row.cell(column).length();
    if (length > LONGEST) {
      problems.add(
          row.line(), column, Message.of(Fault.LONG, length), Message.of(Fault.AT_MOST, LONGEST));
      return false;
    }
    return true;
  }

  /** Some invisible characters turn the writing around, so that a name is shown as another one. */
  private boolean isVisible(CsvCells row, String column) {
    if (INVISIBLE.matcher(row.cell(column)).find()) {
      problems.add(row.line(), column, Message.of(Fault.INVISIBLE), Message.of(Fault.VISIBLE));
      return false;
    }
    return true;
  }

  private boolean isNoFormula(CsvCells row, String column) {
    String cell = row.cell(column);
    if (!cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0) {
      problems.add(
          row.line(), column, Message.of(Fault.FORMULA, cell.charAt(0)), Message.of(Fault.TEXT));
      return false;
    }
    return true;
  }

  private boolean checkConsent(CsvCells row) {
    if (!CONSENT.containsKey(consent(row))) {
      problems.add(row.line(), "consent", Message.of(Fault.OTHER_WORD), Message.of(Fault.CONSENT));
      return false;
    }
    return true;
  }

  private static String consent(CsvCells row) {
    return row.cell("consent").toLowerCase(Locale.ROOT);
  }

  private static Student student(CsvCells row) {
    Optional<String> email = Optional.of(row.cell("email")).filter(text -> !text.isEmpty());
    String name = Normalizer.normalize(row.cell("name"), Normalizer.Form.NFC);
    return new Student(row.cell("id"), name, email, CONSENT.get(consent(row)));
  }
}
