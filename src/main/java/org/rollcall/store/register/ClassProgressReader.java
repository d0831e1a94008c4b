package org.rollcall.store.register;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonTally;
import org.rollcall.model.Tally;
import org.rollcall.store.db.Columns;

/** Reads the progress of classes. */
final class ClassProgressReader {
  private ClassProgressReader() {}

  /**
   * {@return the progress of the given classes by class name, without those that have no register}
   */
  static Map<String, ClassProgress> of(Handle handle, List<String> classNames) {
    String sql =
        """
        SELECT counted.lessons, lesson.class_name, lesson_date, lesson_start
        FROM (
          SELECT lesson.class_name, COUNT(*) AS lessons, MAX(lesson_date || lesson_start) AS latest
          FROM lesson JOIN register ON register.lesson_id = lesson.id
          WHERE lesson.class_name IN (<names>)
          GROUP BY lesson.class_name) AS counted
        JOIN lesson ON lesson.class_name = counted.class_name
          AND lesson_date = SUBSTR(latest, 1, 10) AND lesson_start = SUBSTR(latest, 11)\
        """;
    Map<LessonKey, Integer> counted =
        handle
            .createQuery(sql)
            .bindList("names", classNames)
            .reduceRows(
                new LinkedHashMap<>(),
                (found, row) -> {
                  found.put(Columns.lesson(row), row.getColumn("lessons", Integer.class));
                  return found;
                });
    Map<String, ClassProgress> standings = new HashMap<>();
    Map<LessonKey, Tally> tallies = tallies(handle, counted.keySet());
    Map<String, Integer> reviews = reviews(handle, classNames);
    counted.forEach(
        (lesson, lessons) ->
            standings.put(
                lesson.className(),
                new ClassProgress(
                    lesson.className(),
                    lessons,
                    new LessonTally(lesson, tallies.getOrDefault(lesson, Tally.NONE)),
                    reviews.getOrDefault(lesson.className(), 0))));
    return standings;
  }

  private static Map<String, Integer> reviews(Handle handle, List<String> classNames) {
    String sql =
        "SELECT verdict.class_name, COUNT(*) AS reviews FROM verdict "
            + MarkColumns.CORRECTED
            + "WHERE verdict.class_name IN (<names>) AND "
            + MarkColumns.HOLDS
            + " = 'REVIEW' GROUP BY verdict.class_name";
    return handle
        .createQuery(sql)
        .bindList("names", classNames)
        .reduceRows(
            new HashMap<>(),
            (counts, row) -> {
              counts.put(
                  row.getColumn("class_name", String.class),
                  row.getColumn("reviews", Integer.class));
              return counts;
            });
  }

  private static Map<LessonKey, Tally> tallies(Handle handle, Collection<LessonKey> lessons) {
    if (lessons.isEmpty()) {
      return Map.of();
    }
    String sql =
        "SELECT lesson.class_name, lesson_date, lesson_start, "
            + MarkColumns.counts()
            + " FROM lesson JOIN verdict ON verdict.lesson_id = lesson.id "
            + MarkColumns.CORRECTED
            + "WHERE lesson.id IN (<lessons>)"
            + " GROUP BY lesson.class_name, lesson_date, lesson_start";
    return handle
        .createQuery(sql)
        .bindList("lessons", lessons.stream().map(LessonKey::fileStem).toList())
        .reduceRows(
            new HashMap<>(),
            (tallies, row) -> {
              tallies.put(Columns.lesson(row), MarkColumns.tally(row));
              return tallies;
            });
  }
}
