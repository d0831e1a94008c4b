package org.rollcall.store.register;

import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.rollcall.model.LessonKey;
import org.rollcall.store.db.Columns;

/** Lessons that turn out not to have been recorded: their recordings show other ones. */
final class Withdrawals {
  /** What hangs on a lesson, apart from its corrections. */
  private static final List<String> TABLES =
      List.of(
          "register",
          "unknown_appearance",
          "pending_sheet",
          "sheet_row",
          "sheet_copy",
          "sheet_problem",
          "work");

  private Withdrawals() {}

  static List<LessonKey> abandoned(Handle handle) {
    String sql =
        """
        SELECT DISTINCT lesson.class_name, lesson.lesson_date, lesson.lesson_start
        FROM footage
        JOIN stretch AS elsewhere ON elsewhere.sha256 = footage.sha256
        JOIN lesson ON lesson.id = footage.lesson_id
        WHERE NOT EXISTS (SELECT 1 FROM stretch WHERE stretch.lesson_id = footage.lesson_id)
          AND NOT EXISTS (SELECT 1 FROM work
            WHERE work.lesson_id = footage.lesson_id AND work.state IN ('CLAIMED', 'RUNNING'))
        ORDER BY lesson.class_name, lesson.lesson_date, lesson.lesson_start\
        """;
    return handle.createQuery(sql).map(Columns::lesson).list();
  }

  static int withdraw(Handle handle, LessonKey lesson, Corrections.Edit edit) {
    int corrections = Corrections.of(handle, lesson).size();
    Corrections.replace(handle, lesson, Map.of(), edit);
    TABLES.forEach(
        table ->
            handle
                .createUpdate("DELETE FROM <table> WHERE lesson_id = :fileStem")
                .define("table", table)
                .bindMethods(lesson)
                .execute());
    return corrections;
  }
}
