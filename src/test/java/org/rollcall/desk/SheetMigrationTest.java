package org.rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.sheet.Sheets.correct;
import static org.rollcall.sheet.Sheets.correction;
import static org.rollcall.sheet.Sheets.writeAsEarlier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.lesson.Sheets;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Status;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.db.Timeouts;
import org.rollcall.store.ledger.PendingSheets;
import org.rollcall.testing.TakesLong;

/**
 * A home that an earlier version has left: the store knew only when each sheet was read, and a
 * sheet knew only the corrections with which it was written. In every lesson Ben was corrected to
 * Late.
 */
@ParameterizedClass
@ValueSource(strings = {"12", "15"})
@TakesLong
class SheetMigrationTest {
  private static final Instant READ = Instant.parse("2026-11-16T10:00:00Z");
  private static final Instant NEXT_DAY = Instant.parse("2026-11-17T10:00:00Z");
  private static final Instant DAY_AFTER = Instant.parse("2026-11-18T10:00:00Z");
  private static final LessonKey UNTOUCHED = lesson(8);
  private static final LessonKey TYPED = lesson(9);
  private static final LessonKey TYPED_LAST = lesson(10);
  private static final LessonKey CORRECTED_LAST = lesson(11);

  @Parameter private String version;
  @TempDir private Path folder;
  private Home home;

  private static LessonKey lesson(int hour) {
    return new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(hour, 0));
  }

  @BeforeEach
  void fill() throws IOException {
    home = Home.of(folder);
    Files.createDirectories(home.results());
    Files.createDirectories(home.rosterFile("7A").getParent());
    Files.writeString(home.rosterFile("7A"), "id,name\nS1,Ada\nS2,Ben\n");
    try (Database old =
        Database.openAt(new StoreAddress.SqliteFile(home.database()), Timeouts.USUAL, version)) {
      old.change(
          handle -> {
            handle.execute("INSERT INTO student (class_name, id, name) VALUES ('7A', 'S1', 'Ada')");
            handle.execute("INSERT INTO student (class_name, id, name) VALUES ('7A', 'S2', 'Ben')");
            List.of(UNTOUCHED, TYPED, TYPED_LAST, CORRECTED_LAST)
                .forEach(lesson -> insert(handle, lesson));
            // Both were waiting for ever: edited after they were read, and corrected on the page.
            correctAda(handle, TYPED_LAST, NEXT_DAY);
            correctAda(handle, CORRECTED_LAST, DAY_AFTER);
          });
    }
    write(UNTOUCHED);
    write(TYPED);
    type(TYPED, NEXT_DAY);
    write(TYPED_LAST);
    type(TYPED_LAST, DAY_AFTER);
    write(CORRECTED_LAST);
    type(CORRECTED_LAST, NEXT_DAY);
  }

  private static void insert(Handle handle, LessonKey lesson) {
    handle.execute(
        "INSERT INTO lesson (id, class_name, lesson_date, lesson_start, sheet_read)"
            + " VALUES (?, '7A', '2026-11-16', ?, ?)",
        lesson.fileStem(),
        lesson.start().toString(),
        READ.toEpochMilli());
    handle.execute(
        "INSERT INTO register (lesson_id, recorded, state, version, processed, took, runs)"
            + " VALUES (?, 2700000, 'DONE', '0.1.0', 1, 1, 1)",
        lesson.fileStem());
    for (String student : List.of("S1", "S2")) {
      handle.execute(
          "INSERT INTO verdict (lesson_id, class_name, student_id, position, status, confidence,"
              + " reason) VALUES (?, '7A', ?, ?, 'ABSENT', 0, '')",
          lesson.fileStem(),
          student,
          student.charAt(1) - '1');
    }
    insert(handle, lesson, "S2", READ);
  }

  private static void correctAda(Handle handle, LessonKey lesson, Instant since) {
    insert(handle, lesson, "S1", since);
    handle.execute(
        "INSERT INTO pending_sheet (lesson_id, reason, since) VALUES (?, 'It was edited.', ?)",
        lesson.fileStem(),
        since.toEpochMilli());
  }

  private static void insert(Handle handle, LessonKey lesson, String student, Instant since) {
    handle.execute(
        "INSERT INTO correction (lesson_id, class_name, student_id, status, remark, author, since)"
            + " VALUES (?, '7A', ?, 'LATE', '', 'birch', ?)",
        lesson.fileStem(),
        student,
        since.toEpochMilli());
  }

  private void write(LessonKey lesson) throws IOException {
    Path sheet = home.sheet(lesson);
    Files.createDirectories(sheet.getParent());
    writeAsEarlier(MadeLesson.register(lesson), Map.of("S2", mark(Status.LATE)), sheet);
    Files.setLastModifiedTime(sheet, FileTime.from(READ));
  }

  /** Types that Ada was present. */
  private void type(LessonKey lesson, Instant at) throws IOException {
    correct(home.sheet(lesson), "S1", "Present");
    Files.setLastModifiedTime(home.sheet(lesson), FileTime.from(at));
  }

  private static Correction mark(Status status) {
    return new Correction(Optional.of(status), "");
  }

  @Test
  void writeDue_homeOfAnEarlierVersion_holdsTheLatestWordOfEachSheet() throws IOException {
    try (Store store = Store.open(home.database())) {
      new ClassRegisters(home, store).writeDue();

      assertAda(store, UNTOUCHED, Optional.empty());
      assertAda(store, TYPED, Optional.of(Status.PRESENT));
      assertAda(store, TYPED_LAST, Optional.of(Status.PRESENT));
      assertAda(store, CORRECTED_LAST, Optional.of(Status.LATE));
      assertThat(store.sheetProblems().all()).isEmpty();
      assertThat(store.pendingSheets().list()).extracting(PendingSheets.Pending::lesson).isEmpty();
    }
    assertThat(correction(home.sheet(TYPED), "S1")).isEqualTo("Present");
    assertThat(correction(home.sheet(TYPED_LAST), "S1")).isEqualTo("Present");
    assertThat(correction(home.sheet(CORRECTED_LAST), "S1")).isEqualTo("Late");
  }

  @Test
  void correct_sheetOfAnEarlierVersion_isReplacedByOneOfThis() throws IOException {
    try (Store store = Store.open(home.database())) {
      assertThat(new Sheets(home, store).edited("7A")).doesNotContain(UNTOUCHED);

      new CorrectionService(home, store, className -> {})
          .correct(
              UNTOUCHED,
              new MarkEdit("S1", Optional.empty(), Optional.of(mark(Status.LEFT_EARLY))),
              "birch");

      assertThat(store.pendingSheets().reason(UNTOUCHED)).isEmpty();
      assertThat(store.sheetStates().find(UNTOUCHED)).isPresent();
    }
    assertThat(correction(home.sheet(UNTOUCHED), "S1")).isEqualTo("Left early");
    assertThat(correction(home.sheet(UNTOUCHED), "S2")).isEqualTo("Late");
  }

  private static void assertAda(Store store, LessonKey lesson, Optional<Status> status) {
    Map<String, Correction> corrections = store.lessons().corrections(lesson);
    assertThat(Optional.ofNullable(corrections.get("S1")).flatMap(Correction::status))
        .as("%s", lesson)
        .isEqualTo(status);
    assertThat(corrections.get("S2")).as("%s", lesson).isEqualTo(mark(Status.LATE));
  }
}
