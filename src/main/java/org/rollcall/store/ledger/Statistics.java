package org.rollcall.store.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Status;
import org.rollcall.model.picture.Quality.Flaw;
import org.rollcall.store.db.Database;

/**
 * Figures for all lessons together, for monitoring. None of them reveals anything about a single
 * student or class.
 */
public final class Statistics {
  private final Database database;
  private final Clock clock;

  /**
   * Stores and sums up the figures in a database.
   *
   * @param database the open database, which the caller closes
   * @param clock source of the current time
   */
  public Statistics(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Stores the figures of a processed lesson. A lesson counts each time it is processed.
   *
   * @param lesson the lesson
   * @param workload its figures
   */
  public void save(LessonKey lesson, ProcessingStatistics workload) {
    Instant now = clock.instant();
    database.change(
        handle -> {
          insert(handle, lesson, now, workload);
          insert(handle, lesson, now, workload.refused());
        });
  }

  private static void insert(
      Handle handle, LessonKey lesson, Instant now, ProcessingStatistics workload) {
    String sql =
        """
        INSERT INTO workload (lesson_id, processed, video, work, samples, faces, embedded)
        VALUES (:lesson, :now, :video, :work, :samples, :faces, :embedded)\
        """;
    handle
        .createUpdate(sql)
        .bind("lesson", lesson.fileStem())
        .bind("now", now)
        .bindMethods(workload)
        .execute();
  }

  private static void insert(
      Handle handle, LessonKey lesson, Instant now, Map<Flaw, Long> refused) {
    String sql =
        """
        INSERT INTO workload_flaw (lesson_id, processed, flaw, faces)
        VALUES (:lesson, :now, :flaw, :faces)\
        """;
    PreparedBatch rows = handle.prepareBatch(sql);
    refused.forEach(
        (flaw, faces) ->
            rows.bind("lesson", lesson.fileStem())
                .bind("now", now)
                .bind("flaw", flaw)
                .bind("faces", faces)
                .add());
    rows.execute();
  }

  /** {@return the totals of all processing ever done} */
  public ProcessingStatistics sum() {
    String sql =
        """
        SELECT COALESCE(SUM(video), 0) AS video, COALESCE(SUM(work), 0) AS work,
          COALESCE(SUM(samples), 0) AS samples, COALESCE(SUM(faces), 0) AS faces,
          COALESCE(SUM(embedded), 0) AS embedded
        FROM workload\
        """;
    return database.read(
        handle -> {
          Map<Flaw, Long> refused = refused(handle);
          return handle
              .createQuery(sql)
              .reduceRows(ProcessingStatistics.NONE, (none, row) -> workload(row, refused));
        });
  }

  private static Map<Flaw, Long> refused(Handle handle) {
    return handle
        .createQuery("SELECT flaw, SUM(faces) AS faces FROM workload_flaw GROUP BY flaw")
        .reduceRows(
            new EnumMap<>(Flaw.class),
            (sums, row) -> {
              sums.put(row.getColumn("flaw", Flaw.class), row.getColumn("faces", Long.class));
              return sums;
            });
  }

  private static ProcessingStatistics workload(RowView row, Map<Flaw, Long> refused) {
    return new ProcessingStatistics(
        row.getColumn("video", Duration.class),
        row.getColumn("work", Duration.class),
        row.getColumn("samples", Long.class),
        row.getColumn("faces", Long.class),
        row.getColumn("embedded", Long.class),
        refused);
  }

  /**
   * {@return the number of recordings in each state, in the order of the states; states without
   * recordings are left out}
   */
  public List<StateCount> stateCounts() {
    String sql =
        """
        SELECT telling, COUNT(*) AS recordings, MIN(longest) AS longest FROM (
          SELECT MIN(%s) AS telling,
            MIN(CASE WHEN recording.problem IS NULL AND work.since IS NOT NULL
              THEN work.since ELSE recording.since END) AS longest
          FROM recording
          LEFT JOIN stretch ON stretch.sha256 = recording.sha256
          LEFT JOIN work ON work.lesson_id = stretch.lesson_id
          GROUP BY recording.sha256) AS each_one
        GROUP BY telling\
        """
            .formatted(RecordingReader.RANK);
    return database.read(
        handle ->
            handle.createQuery(sql).map(Statistics::stateCount).stream()
                .sorted(Comparator.comparing(StateCount::state))
                .toList());
  }

  private static StateCount stateCount(RowView row) {
    return new StateCount(
        RecordingReader.PRECEDENCE.get(row.getColumn("telling", Integer.class)),
        row.getColumn("recordings", Long.class),
        row.getColumn("longest", Instant.class));
  }

  /**
   * Counts the marks of recent lessons by status, with corrections applied.
   *
   * @param from the first day to count
   * @return the number of marks of each status that occurs
   */
  public Map<Status, Long> marks(LocalDate from) {
    String sql =
        """
        SELECT COALESCE(correction.status, verdict.status) AS status, COUNT(*) AS marks
        FROM lesson
        JOIN verdict ON verdict.lesson_id = lesson.id
        LEFT JOIN correction ON correction.lesson_id = lesson.id
          AND correction.student_id = verdict.student_id
        WHERE lesson_date >= :from
        GROUP BY COALESCE(correction.status, verdict.status)\
        """;
    return database.read(
        handle ->
            handle
                .createQuery(sql)
                .bind("from", from)
                .reduceRows(
                    new EnumMap<>(Status.class),
                    (marks, row) -> {
                      marks.put(
                          row.getColumn("status", Status.class),
                          row.getColumn("marks", Long.class));
                      return marks;
                    }));
  }

  /** {@return how long the complete run that started last took} */
  public Optional<Duration> lastRunTook() {
    String sql =
        """
        SELECT ended - begun AS took FROM run
        WHERE complete = 1 ORDER BY begun DESC LIMIT 1\
        """;
    return database.read(handle -> handle.createQuery(sql).mapTo(Duration.class).findOne());
  }
}
