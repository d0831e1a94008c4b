package org.rollcall.sheet;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rollcall.model.Correction;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Status;
import org.rollcall.model.Verdict;

/** Writes the register of a lesson as comma-separated values. Unknown values are left empty. */
final class LessonCsv {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final List<String> HEADINGS =
      List.of(
          "id",
          "name",
          "status",
          "found",
          "first_seen",
          "last_seen",
          "minutes_seen",
          "confidence",
          "correction",
          "remark",
          "reason");

  private LessonCsv() {}

  static Csv of(LessonRegister register) {
    Csv csv = new Csv();
    csv.line(HEADINGS);
    register.rows().forEach(row -> csv.line(fields(row, register.lesson())));
    return csv;
  }

  private static List<String> fields(LessonRegister.Row row, Lesson lesson) {
    Verdict verdict = row.verdict();
    Optional<Verdict.Presence> presence = verdict.presence();
    return List.of(
        verdict.student().id(),
        verdict.student().name(),
        row.status().title(),
        verdict.status().title(),
        presence.map(seen -> clock(lesson, seen.first())).orElse(""),
        presence.map(seen -> clock(lesson, seen.last())).orElse(""),
        presence.map(seen -> decimal("%.1f", seen.seen().toMillis() / 60_000.0)).orElse(""),
        presence.map(seen -> decimal("%.2f", verdict.confidence())).orElse(""),
        row.correction().flatMap(Correction::status).map(Status::title).orElse(""),
        row.correction().map(Correction::remark).orElse(""),
        verdict.reason().map(Message::toString).orElse(""));
  }

  private static String clock(Lesson lesson, Duration at) {
    return CLOCK.format(lesson.clock(at));
  }

  private static String decimal(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
