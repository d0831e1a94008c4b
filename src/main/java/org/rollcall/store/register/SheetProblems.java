package org.rollcall.store.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.rollcall.model.LessonKey;
import org.rollcall.model.SheetProblem;
import org.rollcall.store.db.Columns;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.MessageColumns;

/** What people typed into sheets and could not be taken when the sheets were last read. */
public final class SheetProblems {
  private final Database database;

  /**
   * Stores problems in a database.
   *
   * @param database the open database, which the caller closes
   */
  public SheetProblems(Database database) {
    this.database = database;
  }

  /**
   * Returns the problems of a sheet.
   *
   * @param lesson the lesson
   * @return its problems, in the order in which they were found
   */
  public List<SheetProblem> of(LessonKey lesson) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM sheet_problem WHERE lesson_id = :lesson ORDER BY file, position")
                .bind("lesson", lesson.fileStem())
                .reduceRows(
                    new ArrayList<>(),
                    (problems, row) -> {
                      problems.add(problem(row));
                      return problems;
                    }));
  }

  /** {@return the problems of all sheets by lesson, the earliest lesson first} */
  public Map<LessonKey, List<SheetProblem>> all() {
    String sql =
        """
        SELECT lesson.class_name, lesson.lesson_date, lesson.lesson_start, sheet_problem.*
        FROM sheet_problem JOIN lesson ON lesson.id = sheet_problem.lesson_id
        ORDER BY lesson_id, file, position\
        """;
    return database.read(
        handle ->
            handle
                .createQuery(sql)
                .reduceRows(
                    new TreeMap<>(),
                    (problems, row) -> {
                      problems
                          .computeIfAbsent(Columns.lesson(row), lesson -> new ArrayList<>())
                          .add(problem(row));
                      return problems;
                    }));
  }

  private static SheetProblem problem(RowView row) {
    return new SheetProblem(
        row.getColumn("cell", String.class),
        row.getColumn("typed", String.class),
        MessageColumns.find(row, "reason").orElseThrow());
  }

  /** Replaces the problems of a sheet or of a copy; the row of its lesson must exist. */
  static void replace(Handle handle, LessonKey lesson, String file, List<SheetProblem> problems) {
    handle.execute(
        "DELETE FROM sheet_problem WHERE lesson_id = ? AND file = ?", lesson.fileStem(), file);
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO sheet_problem (lesson_id, file, position, cell, typed, reason, reason_code)
            VALUES (:lesson, :file, :position, :cell, :typed, :reason, :code)\
            """);
    for (SheetProblem problem : problems) {
      batch
          .bind("lesson", lesson.fileStem())
          .bind("file", file)
          .bind("position", batch.size())
          .bind("cell", problem.cell())
          .bind("typed", problem.typed())
          .bind("reason", problem.message().toString())
          .bind("code", MessageColumns.code(problem.message()))
          .add();
    }
    if (batch.size() > 0) {
      batch.execute();
    }
  }
}
