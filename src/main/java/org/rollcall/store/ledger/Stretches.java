package org.rollcall.store.ledger;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.rollcall.model.Inspection;
import org.rollcall.model.LessonKey;
import org.rollcall.model.RecordingPart;
import org.rollcall.model.Window;
import org.rollcall.store.db.Columns;

/** The stretches of recordings that show lessons. */
final class Stretches {
  /** The columns of a part, to be completed by a condition. */
  private static final String PARTS =
      """
      SELECT recording.sha256, recording.length, stretch.file, stretch.begins, stretch.camera,
        stretch.part, stretch.remarks, stretch.starts, stretch.ends,
        work.class_name, work.lesson_date, work.lesson_start
      FROM stretch
      JOIN recording ON recording.sha256 = stretch.sha256
      JOIN work ON work.lesson_id = stretch.lesson_id
      WHERE %s
      ORDER BY stretch.file, recording.sha256\
      """;

  private Stretches() {}

  /**
   * {@return the parts that show a lesson, by path, except those of recordings with a problem of
   * their own}
   */
  static List<RecordingPart> usable(Handle handle, LessonKey lesson) {
    return handle
        .createQuery(PARTS.formatted("stretch.lesson_id = :fileStem AND recording.problem IS NULL"))
        .bindMethods(lesson)
        .map(Stretches::part)
        .list();
  }

  /** {@return the parts of recordings that show the lessons of a class on a day} */
  static List<RecordingPart> on(Handle handle, String className, String date) {
    return handle
        .createQuery(PARTS.formatted("work.class_name = :className AND work.lesson_date = :date"))
        .bind("className", className)
        .bind("date", date)
        .map(Stretches::part)
        .list();
  }

  private static List<RecordingPart> of(Handle handle, String sha256) {
    return handle
        .createQuery(PARTS.formatted("stretch.sha256 = :sha256"))
        .bind("sha256", sha256)
        .map(Stretches::part)
        .list();
  }

  /**
   * Replaces the parts of a recording that the names of some places tell. The lessons of parts that
   * are new, different or gone are queued.
   */
  static void replace(Handle handle, List<RecordingPart> parts, Instant now) {
    String sha256 = parts.get(0).recording().sha256();
    Set<String> places = new HashSet<>();
    parts.forEach(part -> places.add(part.recording().file()));
    List<RecordingPart> before = of(handle, sha256);
    places.addAll(gone(handle, sha256));
    Map<LessonKey, RecordingPart> after = new LinkedHashMap<>();
    Stream.concat(
            before.stream().filter(part -> !places.contains(part.recording().file())),
            parts.stream())
        .filter(part -> after.values().stream().noneMatch(other -> isCopy(part, other)))
        .forEach(part -> after.putIfAbsent(part.lesson(), part));
    after.values().stream()
        .filter(part -> before.stream().noneMatch(other -> isSame(part, other)))
        .forEach(part -> WorkQueue.enqueue(handle, part.lesson(), now));
    handle.execute("DELETE FROM stretch WHERE sha256 = ?", sha256);
    after.values().forEach(part -> insert(handle, part));
    before.stream()
        .map(RecordingPart::lesson)
        .filter(lesson -> !after.containsKey(lesson))
        .forEach(lesson -> leave(handle, lesson, now));
  }

  /** {@return the paths that told a lesson, but where the content does not lie any more} */
  private static List<String> gone(Handle handle, String sha256) {
    String sql =
        """
        SELECT DISTINCT stretch.file FROM stretch WHERE stretch.sha256 = :sha256
          AND NOT EXISTS (SELECT 1 FROM place
            WHERE place.sha256 = stretch.sha256 AND place.file = stretch.file)\
        """;
    return handle.createQuery(sql).bind("sha256", sha256).mapTo(String.class).list();
  }

  /** Removes the parts that only gone places told, and queues what else shows their lessons. */
  static void leaveGonePlaces(Handle handle, String sha256, Instant now) {
    List<String> gone = gone(handle, sha256);
    of(handle, sha256).stream()
        .filter(part -> gone.contains(part.recording().file()))
        .forEach(
            part -> {
              handle.execute(
                  "DELETE FROM stretch WHERE sha256 = ? AND lesson_id = ?",
                  sha256,
                  part.lesson().fileStem());
              leave(handle, part.lesson(), now);
            });
  }

  /** Whether a part is told by another place of the same class: one content has one time. */
  private static boolean isCopy(RecordingPart part, RecordingPart other) {
    return part.lesson().className().equals(other.lesson().className())
        && !part.recording().file().equals(other.recording().file());
  }

  /** Whether the difference, if any, does not change what a lesson shows. */
  private static boolean isSame(RecordingPart one, RecordingPart other) {
    Inspection first = one.recording();
    Inspection second = other.recording();
    return one.lesson().equals(other.lesson())
        && one.window().equals(other.window())
        && Objects.equals(first.start(), second.start())
        && Objects.equals(first.camera(), second.camera())
        && Objects.equals(first.chunk(), second.chunk());
  }

  /** A recording does not show a lesson any more. */
  private static void leave(Handle handle, LessonKey lesson, Instant now) {
    int others =
        handle
            .createQuery("SELECT COUNT(*) FROM stretch WHERE lesson_id = :fileStem")
            .bindMethods(lesson)
            .mapTo(Integer.class)
            .one();
    if (others > 0) {
      WorkQueue.enqueue(handle, lesson, now);
    } else {
      handle.execute(
          "DELETE FROM work WHERE lesson_id = ? AND state NOT IN ('CLAIMED', 'RUNNING')",
          lesson.fileStem());
    }
  }

  private static void insert(Handle handle, RecordingPart part) {
    Inspection recording = part.recording();
    handle
        .createUpdate(
            """
            INSERT INTO stretch (sha256, lesson_id, starts, ends, file, begins, camera, part,
              remarks)
            VALUES (:sha256, :lesson, :from, :to, :file, :start, :camera, :chunk, :remarks)\
            """)
        .bind("sha256", recording.sha256())
        .bind("lesson", part.lesson().fileStem())
        .bind("from", part.window().from())
        .bind("to", part.window().to().map(Object.class::cast).orElse(null))
        .bind("file", recording.file())
        .bind("start", recording.start().map(ZonedDateTime::toString).orElse(null))
        .bind("camera", recording.camera().orElse(null))
        .bind("chunk", recording.chunk().isPresent() ? recording.chunk().getAsInt() : null)
        .bind("remarks", RemarkLines.write(recording.remarks()))
        .execute();
  }

  private static RecordingPart part(RowView row) {
    Integer chunk = row.getColumn("part", Integer.class);
    Inspection recording =
        new Inspection(
            row.getColumn("sha256", String.class),
            row.getColumn("file", String.class),
            Columns.optional(row, "begins", String.class).map(ZonedDateTime::parse),
            Columns.optional(row, "length", Duration.class),
            Columns.optional(row, "camera", String.class),
            chunk == null ? OptionalInt.empty() : OptionalInt.of(chunk),
            RemarkLines.read(row.getColumn("remarks", String.class)));
    Window window =
        new Window(
            row.getColumn("starts", Duration.class), Columns.optional(row, "ends", Duration.class));
    return new RecordingPart(recording, Columns.lesson(row), window);
  }
}
