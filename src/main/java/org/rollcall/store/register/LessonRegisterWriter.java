package org.rollcall.store.register;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;
import org.rollcall.model.Footage;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.RunFacts;
import org.rollcall.model.UnknownFace;
import org.rollcall.model.UnknownPerson;
import org.rollcall.model.Verdict;
import org.rollcall.store.db.MessageColumns;
import org.rollcall.store.db.StudentRows;

/** Writes the register of a lesson to the tables, replacing an earlier one of the same lesson. */
final class LessonRegisterWriter {
  private static final List<String> TABLES =
      List.of("register_note", "footage", "verdict", "unknown_face", "unknown_word");

  private final Handle handle;
  private final LessonRegister register;
  private final String lessonId;

  private LessonRegisterWriter(Handle handle, LessonRegister register) {
    this.handle = handle;
    this.register = register;
    this.lessonId = register.lesson().key().fileStem();
  }

  /** Writes a register; the row of its lesson must exist. */
  static void write(Handle handle, LessonRegister register) {
    LessonRegisterWriter writer = new LessonRegisterWriter(handle, register);
    writer.clear();
    writer.writeHead();
    CoverageRows.write(handle, writer.lessonId, register.coverage());
    writer.writeNotes();
    writer.writeFootage();
    writer.writeVerdicts();
    writer.writeUnknown();
  }

  /** Clears the decisions on unknown faces as well: the same numbers may be other faces now. */
  private void clear() {
    for (String table : TABLES) {
      handle.execute("DELETE FROM " + table + " WHERE lesson_id = ?", lessonId);
    }
  }

  private void writeHead() {
    Lesson lesson = register.lesson();
    Optional<Lesson.Slot> slot = lesson.timetable();
    String sql =
        """
        INSERT INTO register (lesson_id, begins, recorded, slot_begin, slot_end, state, version,
          processed, took, runs)
        VALUES (:lesson, :begins, :recorded, :begin, :end, :state, :version, :processed, :took, 1)
        ON CONFLICT (lesson_id) DO UPDATE SET
          begins = excluded.begins, recorded = excluded.recorded, slot_begin = excluded.slot_begin,
          slot_end = excluded.slot_end, state = excluded.state, version = excluded.version,
          processed = excluded.processed, took = excluded.took, runs = register.runs + 1\
        """;
    handle
        .createUpdate(sql)
        .bind("lesson", lessonId)
        .bind("begins", lesson.recordedFrom().toString())
        .bind("recorded", lesson.recorded())
        .bind("begin", slot.map(Lesson.Slot::start))
        .bind("end", slot.map(Lesson.Slot::end))
        .bind("state", register.outcome().state())
        .bindMethods(register.run())
        .execute();
  }

  private void writeNotes() {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO register_note (lesson_id, kind, position, name, note, note_code)
            VALUES (:lesson, :kind, :position, :name, :note, :code)\
            """);
    RunFacts run = register.run();
    addNamed(batch, NoteKind.MODEL, run.models());
    addNamed(batch, NoteKind.SETTING, run.settings());
    addMessages(batch, NoteKind.WARNING, run.warnings());
    addMessages(batch, NoteKind.REASON, register.outcome().reasons());
    batch.execute();
  }

  private void addNamed(PreparedBatch batch, NoteKind kind, Map<String, String> notes) {
    int position = 0;
    for (Map.Entry<String, String> note : notes.entrySet()) {
      addNote(batch.bind("position", position++), kind, note.getValue());
      batch.bind("name", note.getKey()).bind("code", Optional.empty()).add();
    }
  }

  private void addMessages(PreparedBatch batch, NoteKind kind, Collection<Message> notes) {
    int position = 0;
    for (Message note : notes) {
      addNote(batch.bind("position", position++), kind, note.toString());
      batch.bind("name", "").bind("code", MessageColumns.code(note)).add();
    }
  }

  private void addNote(SqlStatement<?> statement, NoteKind kind, String note) {
    statement.bind("lesson", lessonId).bind("kind", kind).bind("note", note);
  }

  private void writeFootage() {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO footage (lesson_id, position, file, sha256, begins, length, camera)
            VALUES (:lesson, :position, :file, :sha256, :from, :length, :camera)\
            """);
    int position = 0;
    for (Footage footage : register.run().footage()) {
      batch.bind("lesson", lessonId).bind("position", position++).bindMethods(footage).add();
    }
    batch.execute();
  }

  private void writeVerdicts() {
    String className = register.lesson().key().className();
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO verdict (lesson_id, class_name, student_id, position, status, confidence,
              reason, reason_code, first_seen, last_seen, seen, sightings, per_minute, evidence)
            VALUES (:lesson, :className, :studentId, :position, :status, :confidence,
              :reason, :reasonCode, :first, :last, :seen, :sightings, :perMinute, :evidence)\
            """);
    int position = 0;
    for (LessonRegister.Row row : register.rows()) {
      StudentRows.save(handle, className, row.verdict().student());
      bindVerdict(batch, row).bind("className", className).bind("position", position++).add();
    }
    batch.execute();
  }

  private PreparedBatch bindVerdict(PreparedBatch batch, LessonRegister.Row row) {
    Verdict verdict = row.verdict();
    Optional<Verdict.Presence> presence = verdict.presence();
    return batch
        .bind("lesson", lessonId)
        .bind("studentId", verdict.student().id())
        .bind("status", verdict.status())
        .bind("confidence", verdict.confidence())
        .bind("reason", verdict.reason().map(Message::toString).orElse(""))
        .bind("reasonCode", verdict.reason().flatMap(MessageColumns::code))
        .bind("first", presence.map(Verdict.Presence::first))
        .bind("last", presence.map(Verdict.Presence::last))
        .bind("seen", presence.map(Verdict.Presence::seen))
        .bind("sightings", presence.map(Verdict.Presence::sightings))
        .bind(
            "perMinute", presence.map(Verdict.Presence::perMinute).map(LessonRegisterWriter::text))
        .bind("evidence", row.evidence());
  }

  private void writeUnknown() {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO unknown_face (lesson_id, number, first_seen, last_seen, sightings, crop,
              person, person_lessons, person_since, person_last)
            VALUES (:lesson, :number, :first, :last, :sightings, :crop,
              :person, :personLessons, :personSince, :personLast)\
            """);
    for (UnknownFace face : register.unknown()) {
      bindUnknown(batch, face).add();
    }
    batch.execute();
  }

  private PreparedBatch bindUnknown(PreparedBatch batch, UnknownFace face) {
    Optional<UnknownPerson> person = face.person();
    return batch
        .bind("lesson", lessonId)
        .bind("number", face.number())
        .bind("first", face.first())
        .bind("last", face.last())
        .bind("sightings", face.sightings())
        .bind("crop", face.crop())
        .bind("person", person.map(UnknownPerson::number))
        .bind("personLessons", person.map(UnknownPerson::lessons))
        .bind("personSince", person.map(UnknownPerson::since))
        .bind("personLast", person.map(UnknownPerson::last));
  }

  private static String text(List<Integer> perMinute) {
    return perMinute.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
