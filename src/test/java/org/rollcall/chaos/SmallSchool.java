package org.rollcall.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.rollcall.model.LessonKey;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.store.ledger.Recording;
import org.rollcall.testing.FilmedLesson;

/** A home with one class and as many recordings of different content as a test wants. */
final class SmallSchool {
  private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);

  private final Home home;
  private final List<Path> recordings = new ArrayList<>();

  SmallSchool(Path folder) throws IOException {
    home = Home.of(folder);
    FilmedLesson.enrol(folder, "7A");
    Files.createDirectories(home.footage());
    Files.writeString(home.settingsFile(), "footage:\n  stillFor: 0s\nwork:\n  processes: 1\n");
  }

  Home home() {
    return home;
  }

  List<Path> recordings() {
    return recordings;
  }

  /** Adds the recording of one more day. A few bytes at the end make it one of its own. */
  Path add() throws IOException {
    int number = recordings.size();
    Path file =
        home.footage().resolve("7A/%s_0900.mp4".formatted(FIRST.plusDays(recordings.size())));
    FilmedLesson.record(file);
    Files.writeString(file, "day " + number, StandardOpenOption.APPEND);
    recordings.add(file);
    return file;
  }

  List<Path> sheets() throws IOException {
    return recordings.stream().map(this::sheet).toList();
  }

  private Path sheet(Path recording) {
    String name = recording.getFileName().toString().replace(".mp4", ".xlsx");
    return home.attendance("7A").resolve("7A_" + name);
  }

  Path result(Path recording) {
    String name = recording.getFileName().toString().replace(".mp4", "");
    return home.results().resolve("7A").resolve(name).resolve("result.json");
  }

  List<Recording> ledger() {
    try (Store store = Store.open(home.database())) {
      return store.ledger().recordings();
    }
  }

  int runsOf(LessonKey lesson) {
    try (Store store = Store.open(home.database())) {
      return store.lessons().runs(lesson);
    }
  }

  /** Files that a process would have to tidy up. */
  List<Path> leftovers() throws IOException {
    try (Stream<Path> files = Files.walk(home.root())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.startsWith(home.sheets()) || file.startsWith(home.results()))
          .filter(file -> !file.startsWith(home.logs()))
          .filter(SmallSchool::isLeftover)
          .toList();
    }
  }

  private static boolean isLeftover(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.startsWith(".") || name.endsWith(".part") || name.endsWith(".new");
  }

  void assertDatabaseIsSound() throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + home.database());
        ResultSet answer = connection.createStatement().executeQuery("PRAGMA integrity_check")) {
      assertThat(answer.getString(1)).isEqualTo("ok");
    }
  }
}
