package org.rollcall.store.ledger;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.store.db.Columns;
import org.rollcall.store.db.MessageColumns;
import org.rollcall.store.ledger.Recording.RecordingState;

/**
 * Assembles recordings from the tables; the state of a recording is that of the work on its
 * lessons.
 */
final class RecordingReader {
  private static final String ROWS =
      """
      SELECT recording.sha256, recording.file, recording.problem, recording.reason,
        recording.reason_code, recording.since,
        work.lesson_id, work.class_name, work.lesson_date, work.lesson_start, work.state,
        work.attempts, work.reason AS work_reason, work.reason_code AS work_reason_code, work.since AS work_since, work.finished
      FROM recording
      LEFT JOIN stretch ON stretch.sha256 = recording.sha256
      LEFT JOIN work ON work.lesson_id = stretch.lesson_id
      """;
  private static final String ORDER = " ORDER BY recording.sha256, lesson_date, lesson_start";

  /** The states by precedence: of the states of several lessons, the first in this list applies. */
  static final List<RecordingState> PRECEDENCE =
      List.of(
          RecordingState.RUNNING,
          RecordingState.CLAIMED,
          RecordingState.WAITING,
          RecordingState.SET_ASIDE,
          RecordingState.FAILED,
          RecordingState.PARTIAL,
          RecordingState.DONE,
          RecordingState.REMOVED);

  /** SQL expression for the position of the state of a row in {@link #PRECEDENCE}. */
  static final String RANK =
      PRECEDENCE.stream()
          .map(state -> "WHEN '%s' THEN %d".formatted(state, PRECEDENCE.indexOf(state)))
          .collect(
              joining(
                  " ",
                  "CASE CASE WHEN recording.problem = 'WAITING' AND stretch.sha256 IS NOT NULL"
                      + " THEN 'REMOVED' ELSE COALESCE(recording.problem, work.state, 'WAITING')"
                      + " END ",
                  " END"));

  private RecordingReader() {}

  static Optional<Recording> find(Handle handle, String sha256) {
    Query query = handle.createQuery(ROWS + "WHERE recording.sha256 = :sha256" + ORDER);
    return read(query.bind("sha256", sha256)).stream().findFirst();
  }

  static List<Recording> find(Handle handle, List<String> hashes) {
    if (hashes.isEmpty()) {
      return List.of();
    }
    Query query = handle.createQuery(ROWS + "WHERE recording.sha256 IN (<hashes>)" + ORDER);
    return read(query.bindList("hashes", hashes));
  }

  /** {@return recordings whose lessons are not known yet} */
  static List<Recording> uninspected(Handle handle) {
    String which =
        "WHERE (recording.problem IS NULL OR recording.problem = 'WAITING')"
            + " AND (stretch.sha256 IS NULL OR (recording.problem IS NULL AND EXISTS (SELECT 1"
            + " FROM place WHERE place.sha256 = recording.sha256 AND place.inspected = 0)))";
    return read(handle.createQuery(ROWS + which + ORDER));
  }

  static List<Recording> all(Handle handle) {
    return read(handle.createQuery(ROWS + ORDER)).stream()
        .sorted(Comparator.comparing(Recording::since).reversed())
        .toList();
  }

  private static List<Recording> read(Query query) {
    Map<String, Rows> byHash = new LinkedHashMap<>();
    query.reduceRows(
        byHash,
        (all, row) -> {
          all.computeIfAbsent(row.getColumn("sha256", String.class), hash -> new Rows(row))
              .add(row);
          return all;
        });
    return byHash.values().stream().map(Rows::recording).toList();
  }

  /** The rows of one recording. */
  private static final class Rows {
    private final String sha256;
    private final String file;
    private final Optional<RecordingState> problem;
    private final Optional<Message> reason;
    private final Instant since;
    private final List<Work> works = new ArrayList<>();

    Rows(RowView first) {
      sha256 = first.getColumn("sha256", String.class);
      file = first.getColumn("file", String.class);
      problem = Columns.optional(first, "problem", RecordingState.class);
      reason = MessageColumns.find(first, "reason");
      since = first.getColumn("since", Instant.class);
    }

    void add(RowView row) {
      if (row.getColumn("lesson_id", String.class) != null) {
        works.add(
            new Work(
                Columns.lesson(row),
                row.getColumn("state", RecordingState.class),
                row.getColumn("attempts", Integer.class),
                MessageColumns.find(row, "work_reason"),
                row.getColumn("work_since", Instant.class),
                Columns.optional(row, "finished", Instant.class)));
      }
    }

    Recording recording() {
      List<LessonKey> lessons = works.stream().map(Work::lesson).toList();
      Optional<Work> telling =
          works.stream().min(Comparator.comparing(work -> PRECEDENCE.indexOf(work.state)));
      if (problem.isPresent() || telling.isEmpty()) {
        boolean missing = !lessons.isEmpty() && problem.equals(Optional.of(RecordingState.WAITING));
        RecordingState state =
            missing ? RecordingState.REMOVED : problem.orElse(RecordingState.WAITING);
        Optional<Instant> ended = Optional.of(since).filter(time -> state.ended());
        return new Recording(sha256, file, lessons, state, 0, reason, since, ended, missing);
      }
      Work work = telling.get();
      return new Recording(
          sha256,
          file,
          lessons,
          work.state,
          work.attempts,
          work.reason,
          work.since,
          work.finished,
          false);
    }
  }

  private record Work(
      LessonKey lesson,
      RecordingState state,
      int attempts,
      Optional<Message> reason,
      Instant since,
      Optional<Instant> finished) {}
}
