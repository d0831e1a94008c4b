package org.rollcall.school;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
  static final CsvColumns COLUMNS =
      new CsvColumns(List.of("id", "name"), List.of("email", "consent"));
  private static final Map<Consent, String> WORDS =
      Map.of(Consent.NOT_STATED, "", Consent.GIVEN, "yes", Consent.REFUSED, "no");

  private RosterFile() {}

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
    RosterList list = new RosterRows(problems, false).students(table);
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
    RosterList list = new RosterRows(problems, true).students(table);
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
    RosterList list = new RosterRows(problems, true).students(table);
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
}
