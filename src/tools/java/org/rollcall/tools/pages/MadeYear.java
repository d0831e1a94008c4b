package org.rollcall.tools.pages;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.rollcall.home.HomeStore;
import org.rollcall.model.LessonKey;
import org.rollcall.school.Home;
import org.rollcall.settings.SettingsFile;

/**
 * A school whose database holds a year of lessons that never were: six on each school day, with
 * marks drawn by lot, a picture of some hundred bytes for each, and a correction in every third.
 */
final class MadeYear {
  static final int STUDENTS = 25;

  private static final int DAYS = 200;
  private static final int LESSONS_A_DAY = 6;
  private static final int PICTURE_BYTES = 300;
  private static final LocalDate FIRST = LocalDate.of(2025, 9, 1);

  /** How often each mark is drawn, of a hundred. */
  private static final List<String> MARKS = marks();

  private final Home home;
  private final Random random = new Random(7);
  private final byte[] picture = new byte[PICTURE_BYTES];
  private final String perMinute = String.join(",", Collections.nCopies(45, "12"));

  private MadeYear(Home home) {
    this.home = home;
    random.nextBytes(picture);
  }

  private static List<String> marks() {
    List<String> marks = new ArrayList<>(Collections.nCopies(85, "PRESENT"));
    marks.addAll(Collections.nCopies(4, "LATE"));
    marks.addAll(Collections.nCopies(3, "LEFT_EARLY"));
    marks.addAll(Collections.nCopies(6, "ABSENT"));
    marks.addAll(Collections.nCopies(2, "REVIEW"));
    return marks;
  }

  static List<String> classNames(int classes) {
    List<String> names = new ArrayList<>();
    for (int number = 0; number < classes; number++) {
      names.add("%d%c".formatted(5 + number / 10, 'A' + number % 10));
    }
    return names;
  }

  static String student(String className, int number) {
    return "%s%02d".formatted(className, number);
  }

  static List<LessonKey> lessons(String className) {
    List<LessonKey> lessons = new ArrayList<>();
    for (LocalDate day = FIRST; lessons.size() < DAYS * LESSONS_A_DAY; day = day.plusDays(1)) {
      boolean free =
          day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
      for (int lesson = 0; lesson < LESSONS_A_DAY && !free; lesson++) {
        lessons.add(new LessonKey(className, day, LocalTime.of(8 + lesson, 0)));
      }
    }
    return lessons;
  }

  /** Fills a home whose settings are there. */
  static void fill(Home home, int classes) throws IOException, SQLException {
    MadeYear year = new MadeYear(home);
    HomeStore.open(home, SettingsFile.read(home)).close();
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.database());
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA synchronous = OFF");
      connection.setAutoCommit(false);
      for (String className : classNames(classes)) {
        year.addClass(connection, className);
        connection.commit();
      }
    }
  }

  private void addClass(Connection connection, String className) throws IOException, SQLException {
    StringBuilder roster = new StringBuilder("id,name\n");
    insert(
        connection, "enrolment (class_name, pack_id, made_from)", className, "compact", "photos");
    for (int number = 0; number < STUDENTS; number++) {
      String id = student(className, number);
      String name = "Student %d Müller".formatted(number);
      roster.append("%s,%s%n".formatted(id, name));
      insert(
          connection,
          "student (class_name, id, name, email, consent)",
          className,
          id,
          name,
          null,
          "GIVEN");
      insert(
          connection,
          "enrolled_photo (class_name, position, student_id, file, sha256, portrait, quality,"
              + " refusal)",
          className,
          number,
          id,
          "1.jpg",
          id,
          picture,
          0.9,
          "");
    }
    Files.createDirectories(home.classFolder(className).resolve("students"));
    Files.writeString(home.rosterFile(className), roster);
    for (LessonKey lesson : lessons(className)) {
      addLesson(connection, lesson);
    }
  }

  private void addLesson(Connection connection, LessonKey lesson) throws SQLException {
    String id = lesson.fileStem();
    insert(
        connection,
        "lesson (id, class_name, lesson_date, lesson_start)",
        id,
        lesson.className(),
        lesson.date().toString(),
        lesson.start().toString());
    insert(
        connection,
        "register (lesson_id, recorded, state, version, processed, took, runs)",
        id,
        2_700_000,
        "DONE",
        "0.1.0",
        0,
        0,
        1);
    addMarks(connection, lesson);
    if (random.nextInt(3) == 0) {
      String student = student(lesson.className(), random.nextInt(STUDENTS));
      insert(
          connection,
          "correction (lesson_id, class_name, student_id, status, remark, author, since)",
          id,
          lesson.className(),
          student,
          "PRESENT",
          "by bus",
          "birch",
          0);
    }
  }

  private void addMarks(Connection connection, LessonKey lesson) throws SQLException {
    String sql =
        """
        INSERT INTO verdict (lesson_id, class_name, student_id, position, status, per_minute,
          evidence, confidence, reason, first_seen, last_seen, seen, sightings)
        VALUES (?, ?, ?, ?, ?, ?, ?, 0.9, '', 60000, 2600000, 2400000, 900)\
        """;
    try (PreparedStatement verdicts = connection.prepareStatement(sql)) {
      for (int number = 0; number < STUDENTS; number++) {
        verdicts.setString(1, lesson.fileStem());
        verdicts.setString(2, lesson.className());
        verdicts.setString(3, student(lesson.className(), number));
        verdicts.setInt(4, number);
        verdicts.setString(5, MARKS.get(random.nextInt(MARKS.size())));
        verdicts.setString(6, perMinute);
        verdicts.setBytes(7, picture);
        verdicts.addBatch();
      }
      verdicts.executeBatch();
    }
  }

  private static void insert(Connection connection, String columns, Object... values)
      throws SQLException {
    String places = String.join(",", Collections.nCopies(values.length, "?"));
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT INTO %s VALUES (%s)".formatted(columns, places))) {
      for (int column = 0; column < values.length; column++) {
        statement.setObject(column + 1, values[column]);
      }
      statement.execute();
    }
  }
}
