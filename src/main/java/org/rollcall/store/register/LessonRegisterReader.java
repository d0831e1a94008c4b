package org.rollcall.store.register;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.result.RowView;
import org.jdbi.v3.core.statement.Query;
import org.rollcall.model.Consent;
import org.rollcall.model.Correction;
import org.rollcall.model.Footage;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;
import org.rollcall.model.RunFacts;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.UnknownFace;
import org.rollcall.model.UnknownPerson;
import org.rollcall.model.Verdict;
import org.rollcall.model.picture.Jpeg;
import org.rollcall.store.db.Columns;
import org.rollcall.store.db.MessageColumns;
import org.rollcall.store.db.Portraits;

/** Assembles the register of a lesson from the tables. */
final class LessonRegisterReader {
  private final Handle handle;
  private final LessonKey lesson;
  private final boolean withPictures;

  private LessonRegisterReader(Handle handle, LessonKey lesson, boolean withPictures) {
    this.handle = handle;
    this.lesson = lesson;
    this.withPictures = withPictures;
  }

  static Optional<LessonRegister> read(Handle handle, LessonKey lesson) {
    return new LessonRegisterReader(handle, lesson, true).read();
  }

  /** Reads no images, only which of them exist. */
  static Optional<LessonRegister> outline(Handle handle, LessonKey lesson) {
    return new LessonRegisterReader(handle, lesson, false).read();
  }

  private Optional<LessonRegister> read() {
    return this.query("SELECT * FROM register WHERE lesson_id = :lesson")
        .map(this::register)
        .findOne();
  }

  private Query query(String sql) {
    return handle.createQuery(sql).bind("lesson", lesson.fileStem());
  }

  private LessonRegister register(RowView head) {
    return new LessonRegister(
        lesson(head, lesson),
        rows(),
        unknown(),
        CoverageRows.read(handle, lesson.fileStem(), head),
        new Outcome(head.getColumn("state", Outcome.Completion.class), messages(NoteKind.REASON)),
        run(head));
  }

  /** Reads a lesson from a row of the table {@code register}. */
  static Lesson lesson(RowView head, LessonKey lesson) {
    Duration recorded = head.getColumn("recorded", Duration.class);
    ZonedDateTime begins =
        Columns.optional(head, "begins", String.class)
            .map(ZonedDateTime::parse)
            .orElseGet(() -> Lesson.startOf(lesson));
    return new Lesson(lesson, begins, recorded, slot(head));
  }

  private static Optional<Lesson.Slot> slot(RowView head) {
    return Columns.optional(head, "slot_begin", LocalDateTime.class)
        .map(start -> new Lesson.Slot(start, head.getColumn("slot_end", LocalDateTime.class)));
  }

  private RunFacts run(RowView head) {
    return new RunFacts(
        head.getColumn("version", String.class),
        head.getColumn("processed", Instant.class),
        head.getColumn("took", Duration.class),
        footage(),
        named(NoteKind.MODEL),
        named(NoteKind.SETTING),
        messages(NoteKind.WARNING));
  }

  private List<Message> messages(NoteKind kind) {
    return notes(kind).map(row -> MessageColumns.find(row, "note").orElseThrow()).list();
  }

  private Map<String, String> named(NoteKind kind) {
    return notes(kind)
        .reduceRows(
            new LinkedHashMap<>(),
            (notes, row) -> {
              notes.put(row.getColumn("name", String.class), row.getColumn("note", String.class));
              return notes;
            });
  }

  private Query notes(NoteKind kind) {
    String sql =
        """
        SELECT note, note_code, name FROM register_note
        WHERE lesson_id = :lesson AND kind = :kind ORDER BY position\
        """;
    return query(sql).bind("kind", kind);
  }

  private List<Footage> footage() {
    return query("SELECT * FROM footage WHERE lesson_id = :lesson ORDER BY position")
        .map(LessonRegisterReader::footage)
        .list();
  }

  private static Footage footage(RowView row) {
    return new Footage(
        row.getColumn("file", String.class),
        row.getColumn("sha256", String.class),
        row.getColumn("begins", Duration.class),
        row.getColumn("length", Duration.class),
        Columns.optional(row, "camera", String.class));
  }

  private List<LessonRegister.Row> rows() {
    String sql =
        """
        SELECT verdict.student_id, status, confidence, reason, reason_code, first_seen, last_seen, seen,
          sightings, per_minute, name, email, consent, %s
        FROM verdict
        JOIN student ON student.class_name = verdict.class_name AND student.id = student_id
        WHERE lesson_id = :lesson ORDER BY position\
        """
            .formatted(picture("evidence"));
    Map<String, Correction> corrections = Corrections.of(handle, lesson);
    Set<String> portrayed =
        withPictures ? Set.of() : Portraits.students(handle, lesson.className());
    return query(sql).map((RowView row) -> row(row, corrections, portrayed)).list();
  }

  /** SQL for an image column or, in an outline, for whether the image exists. */
  private String picture(String column) {
    return withPictures
        ? column
        : "CASE WHEN %1$s IS NULL THEN 0 ELSE 1 END AS %1$s".formatted(column);
  }

  private Optional<Jpeg> picture(RowView row, String column) {
    return withPictures
        ? Columns.optional(row, column, Jpeg.class)
        : Optional.of(Jpeg.UNREAD).filter(unread -> row.getColumn(column, Integer.class) > 0);
  }

  private Optional<Jpeg> portrait(String student, Set<String> portrayed) {
    return withPictures
        ? Portraits.find(handle, lesson.className(), student)
        : Optional.of(Jpeg.UNREAD).filter(unread -> portrayed.contains(student));
  }

  private LessonRegister.Row row(
      RowView row, Map<String, Correction> corrections, Set<String> portrayed) {
    String id = row.getColumn("student_id", String.class);
    return new LessonRegister.Row(
        verdict(row),
        portrait(id, portrayed),
        picture(row, "evidence"),
        Optional.ofNullable(corrections.get(id)));
  }

  private static Verdict verdict(RowView row) {
    return new Verdict(
        new Student(
            row.getColumn("student_id", String.class),
            row.getColumn("name", String.class),
            Columns.optional(row, "email", String.class),
            row.getColumn("consent", Consent.class)),
        row.getColumn("status", Status.class),
        Columns.optional(row, "first_seen", Duration.class).map(first -> presence(row, first)),
        row.getColumn("confidence", Double.class),
        MessageColumns.find(row, "reason"));
  }

  private static Verdict.Presence presence(RowView row, Duration first) {
    return new Verdict.Presence(
        first,
        row.getColumn("last_seen", Duration.class),
        row.getColumn("seen", Duration.class),
        row.getColumn("sightings", Integer.class),
        perMinute(row.getColumn("per_minute", String.class)));
  }

  private static List<Integer> perMinute(String text) {
    return Stream.of(text.split(",")).filter(s -> !s.isEmpty()).map(Integer::valueOf).toList();
  }

  private List<UnknownFace> unknown() {
    String sql =
        """
        SELECT number, first_seen, last_seen, sightings, person, person_lessons, person_since,
          person_last, %s
        FROM unknown_face WHERE lesson_id = :lesson ORDER BY number\
        """;
    return query(sql.formatted(picture("crop"))).map(this::unknown).list();
  }

  private UnknownFace unknown(RowView row) {
    return new UnknownFace(
        row.getColumn("number", Integer.class),
        row.getColumn("first_seen", Duration.class),
        row.getColumn("last_seen", Duration.class),
        row.getColumn("sightings", Integer.class),
        picture(row, "crop").orElseThrow(),
        Columns.optional(row, "person", Integer.class).map(number -> person(row, number)));
  }

  private static UnknownPerson person(RowView row, int number) {
    return new UnknownPerson(
        number,
        row.getColumn("person_lessons", Integer.class),
        row.getColumn("person_since", LocalDate.class),
        row.getColumn("person_last", LocalDate.class));
  }
}
