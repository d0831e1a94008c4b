package org.rollcall.sheet;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.rollcall.model.StudentLesson;

/** The lessons of one student for download. Unknown values are left empty. */
public final class StudentExport {
  private static final double MILLIS_PER_MINUTE = 60_000;

  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  private static final List<String> HEADINGS =
      List.of(
          "date",
          "start",
          "status",
          "found",
          "first_seen",
          "last_seen",
          "minutes_seen",
          "correction_by",
          "remark");

  private StudentExport() {}

  /**
   * Writes comma-separated values.
   *
   * @param lessons the lessons, in the order wanted
   * @return the content of the file
   */
  public static byte[] csv(List<StudentLesson> lessons) {
    Csv csv = new Csv();
    csv.line(HEADINGS);
    lessons.forEach(lesson -> csv.line(fields(lesson)));
    return csv.bytes();
  }

  private static List<String> fields(StudentLesson lesson) {
    Optional<StudentLesson.Seen> seen = lesson.seen();
    return List.of(
        lesson.lesson().key().date().toString(),
        lesson.lesson().key().start().toString(),
        lesson.status().title(),
        lesson.found().title(),
        seen.map(times -> clock(lesson, times.first())).orElse(""),
        seen.map(times -> clock(lesson, times.last())).orElse(""),
        seen.map(times -> minutes(times.time())).orElse(""),
        lesson.written().map(StudentLesson.Written::author).orElse(""),
        lesson.remark());
  }

  private static String clock(StudentLesson lesson, Duration at) {
    return CLOCK.format(lesson.lesson().clock(at));
  }

  private static String minutes(Duration time) {
    return String.format(Locale.ROOT, "%.1f", time.toMillis() / MILLIS_PER_MINUTE);
  }
}
