package org.rollcall.store.register;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonKey;
import org.rollcall.model.SheetState;
import org.rollcall.model.Status;
import org.rollcall.store.db.Columns;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.LessonRows;
import org.rollcall.store.db.StudentRows;

/** What the lessons' sheets showed when they were last read or written. */
public final class SheetStates {
  private final Database database;
  private final Clock clock;

  /**
   * Stores the states of sheets in a database.
   *
   * @param database the open database, which the caller closes
   * @param clock source of the current time
   */
  public SheetStates(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Returns what a sheet showed when it was last read or written.
   *
   * @param lesson the lesson
   * @return the state; empty if the sheet was never read or written, or only by a version of
   *     Rollcall that did not record it
   */
  public Optional<SheetState> find(LessonKey lesson) {
    String sql =
        """
        SELECT sheet_read, sheet_sha256, sheet_version FROM lesson
        WHERE id = :lesson AND sheet_read IS NOT NULL AND sheet_sha256 IS NOT NULL\
        """;
    return database.read(
        handle ->
            handle
                .createQuery(sql)
                .bind("lesson", lesson.fileStem())
                .map(
                    row ->
                        new SheetState(
                            row.getColumn("sheet_read", Instant.class),
                            row.getColumn("sheet_sha256", String.class),
                            row.getColumn("sheet_version", String.class),
                            shown(handle, lesson)))
                .findOne());
  }

  /**
   * Returns when a sheet was last read or written, by the clock that dates the corrections.
   *
   * @param lesson the lesson
   * @return the time; empty if {@link #find} finds nothing
   */
  public Optional<Instant> known(LessonKey lesson) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT sheet_known FROM lesson"
                        + " WHERE id = :lesson AND sheet_known IS NOT NULL")
                .bind("lesson", lesson.fileStem())
                .mapTo(Instant.class)
                .findOne());
  }

  /**
   * Returns the values beside a sheet as they were last written.
   *
   * @param lesson the lesson
   * @return their SHA-256; empty if they were never written, or only by a version of Rollcall that
   *     did not record it
   */
  public Optional<String> values(LessonKey lesson) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT values_sha256 FROM lesson"
                        + " WHERE id = :lesson AND values_sha256 IS NOT NULL")
                .bind("lesson", lesson.fileStem())
                .mapTo(String.class)
                .findOne());
  }

  /**
   * Records the values that were written beside a sheet.
   *
   * @param lesson the lesson
   * @param sha256 the SHA-256 of the file
   */
  public void saveValues(LessonKey lesson, String sha256) {
    database.change(
        handle -> {
          LessonRows.ensure(handle, lesson);
          handle.execute(
              "UPDATE lesson SET values_sha256 = ? WHERE id = ?", sha256, lesson.fileStem());
        });
  }

  private static Map<String, Correction> shown(Handle handle, LessonKey lesson) {
    return handle
        .createQuery("SELECT student_id, status, remark FROM sheet_row WHERE lesson_id = :lesson")
        .bind("lesson", lesson.fileStem())
        .reduceRows(
            new TreeMap<>(),
            (shown, row) -> {
              shown.put(row.getColumn("student_id", String.class), correction(row));
              return shown;
            });
  }

  private static Correction correction(RowView row) {
    return new Correction(
        Columns.optional(row, "status", Status.class), row.getColumn("remark", String.class));
  }

  /**
   * Returns when the sheets of a class were last modified before Rollcall looked at them.
   *
   * @param className name of the class
   * @return by lesson, the time of last modification of the sheet that was read or written last,
   *     and of one that could not be read; neither for a sheet that nobody has looked at
   */
  public Map<LessonKey, Set<Instant>> looked(String className) {
    String sql =
        """
        SELECT class_name, lesson_date, lesson_start, sheet_read, sheet_unreadable
        FROM lesson WHERE class_name = :className\
        """;
    return database.read(
        handle ->
            handle
                .createQuery(sql)
                .bind("className", className)
                .reduceRows(
                    new TreeMap<>(),
                    (sheets, row) -> {
                      sheets.put(
                          Columns.lesson(row),
                          Stream.of("sheet_read", "sheet_unreadable")
                              .flatMap(time -> Columns.optional(row, time, Instant.class).stream())
                              .collect(Collectors.toSet()));
                      return sheets;
                    }));
  }

  /**
   * Records that a sheet could not be read.
   *
   * @param lesson the lesson
   * @param modified when the file was last modified
   */
  public void saveUnreadable(LessonKey lesson, Instant modified) {
    database.change(
        handle -> {
          LessonRows.ensure(handle, lesson);
          handle
              .createUpdate("UPDATE lesson SET sheet_unreadable = :modified WHERE id = :lesson")
              .bind("modified", modified)
              .bind("lesson", lesson.fileStem())
              .execute();
        });
  }

  /**
   * Records a sheet that was written.
   *
   * @param lesson the lesson
   * @param state what the sheet shows
   */
  public void save(LessonKey lesson, SheetState state) {
    database.change(handle -> save(handle, lesson, state));
  }

  /**
   * Records a sheet that was read, and saves what people typed into it.
   *
   * @param lesson the lesson
   * @param state what the sheet shows
   * @param edits what is new in it; a time in the future counts as now
   */
  public void save(LessonKey lesson, SheetState state, SheetEdits edits) {
    database.change(
        handle -> {
          save(handle, lesson, edits);
          save(handle, lesson, state);
        });
  }

  private void save(Handle handle, LessonKey lesson, SheetEdits edits) {
    Instant now = clock.instant();
    LessonRows.ensure(handle, lesson);
    EditedCorrections corrections = new EditedCorrections(handle, lesson, edits.sheet());
    edits.superseded().forEach(corrections::insertIntoHistory);
    edits.taken().forEach(edit -> corrections.take(edit, now));
    SheetProblems.replace(handle, lesson, edits.sheet(), edits.problems());
  }

  /**
   * Returns the copies of the sheets of a class that were read.
   *
   * @param className name of the class
   * @return by lesson, when each copy was last modified before that, by the name of the file; only
   *     lessons that have copies
   */
  public Map<LessonKey, Map<String, Instant>> copies(String className) {
    String sql =
        """
        SELECT class_name, lesson_date, lesson_start, file, modified
        FROM sheet_copy JOIN lesson ON lesson.id = sheet_copy.lesson_id
        WHERE class_name = :className\
        """;
    return database.read(
        handle ->
            handle
                .createQuery(sql)
                .bind("className", className)
                .reduceRows(
                    new TreeMap<>(),
                    (copies, row) -> {
                      copies
                          .computeIfAbsent(Columns.lesson(row), lesson -> new TreeMap<>())
                          .put(
                              row.getColumn("file", String.class),
                              row.getColumn("modified", Instant.class));
                      return copies;
                    }));
  }

  /**
   * Records a copy that was read, and saves what people typed into it.
   *
   * @param lesson the lesson
   * @param modified when the copy was last modified
   * @param edits what is new in it; the sheet is the name of the file
   */
  public void saveCopy(LessonKey lesson, Instant modified, SheetEdits edits) {
    String sql =
        """
        INSERT INTO sheet_copy (lesson_id, file, modified) VALUES (:lesson, :file, :modified)
        ON CONFLICT (lesson_id, file) DO UPDATE SET modified = excluded.modified\
        """;
    database.change(
        handle -> {
          save(handle, lesson, edits);
          handle
              .createUpdate(sql)
              .bind("lesson", lesson.fileStem())
              .bind("file", edits.sheet())
              .bind("modified", modified)
              .execute();
        });
  }

  /**
   * Forgets a copy that is no longer there, with its problems.
   *
   * @param lesson the lesson
   * @param file name of the copy
   */
  public void forgetCopy(LessonKey lesson, String file) {
    database.change(
        handle -> {
          SheetProblems.replace(handle, lesson, file, List.of());
          handle.execute(
              "DELETE FROM sheet_copy WHERE lesson_id = ? AND file = ?", lesson.fileStem(), file);
        });
  }

  private void save(Handle handle, LessonKey lesson, SheetState state) {
    LessonRows.ensure(handle, lesson);
    handle
        .createUpdate(
            """
            UPDATE lesson
            SET sheet_read = :modified, sheet_unreadable = NULL, sheet_sha256 = :sha256,
              sheet_version = :version, sheet_known = :now
            WHERE id = :lesson\
            """)
        .bindMethods(state)
        .bind("now", clock.instant())
        .bind("lesson", lesson.fileStem())
        .execute();
    handle.execute("DELETE FROM sheet_row WHERE lesson_id = ?", lesson.fileStem());
    saveRows(handle, lesson, state.corrections());
  }

  private static void saveRows(
      Handle handle, LessonKey lesson, Map<String, Correction> corrections) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO sheet_row (lesson_id, class_name, student_id, status, remark)
            VALUES (:fileStem, :className, :student, :status, :remark)\
            """);
    corrections.forEach(
        (student, correction) -> {
          StudentRows.ensure(handle, lesson.className(), student);
          batch.bindMethods(lesson).bind("student", student).bindMethods(correction).add();
        });
    if (batch.size() > 0) {
      batch.execute();
    }
  }
}
