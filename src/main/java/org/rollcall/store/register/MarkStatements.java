package org.rollcall.store.register;

/**
 * The SQL statements that count marks. Each reads a class or a student through a covering index and
 * touches no row that holds an image, except {@link #lessonsOf}, which reads the rows of one
 * student.
 */
final class MarkStatements {
  private static final String IN_RANGE =
      "lesson.class_name = :className AND lesson.lesson_date BETWEEN :first AND :last";

  private static final String OF_ONE =
      IN_RANGE + " AND verdict.class_name = :className AND verdict.student_id = :student";

  private MarkStatements() {}

  static String lessons() {
    return "SELECT COUNT(*) FROM lesson JOIN register ON register.lesson_id = lesson.id WHERE "
        + IN_RANGE;
  }

  static String byLesson() {
    return """
    SELECT lesson.class_name, lesson_date, lesson_start, %s
    FROM (
      SELECT lesson.id, lesson.class_name, lesson_date, lesson_start
      FROM lesson JOIN register ON register.lesson_id = lesson.id
      WHERE %s
      ORDER BY lesson_date DESC, lesson_start DESC LIMIT :most OFFSET :skipped) AS lesson
    LEFT JOIN verdict ON verdict.lesson_id = lesson.id
    %s
    GROUP BY lesson.class_name, lesson_date, lesson_start
    ORDER BY lesson_date DESC, lesson_start DESC\
    """
        .formatted(MarkColumns.counts(), IN_RANGE, MarkColumns.CORRECTED);
  }

  static String byDay(boolean ofOne) {
    return """
    SELECT lesson_date, %s
    FROM lesson JOIN verdict ON verdict.lesson_id = lesson.id
    %s
    WHERE %s
    GROUP BY lesson_date\
    """
        .formatted(MarkColumns.counts(), MarkColumns.CORRECTED, ofOne ? OF_ONE : IN_RANGE);
  }

  static String byStudent(boolean ofOne) {
    return """
    SELECT sums.*, COALESCE(student.name, student.id) AS name FROM (
      SELECT verdict.student_id, COALESCE(SUM(verdict.seen), 0) AS seen,
        STRING_AGG(%s, '' ORDER BY lesson_date, lesson_start) AS marks
      FROM lesson JOIN verdict ON verdict.lesson_id = lesson.id
      %s
      WHERE %s
      GROUP BY verdict.student_id) AS sums
    JOIN student ON student.class_name = :className AND student.id = sums.student_id\
    """
        .formatted(MarkColumns.letter(), MarkColumns.CORRECTED, ofOne ? OF_ONE : IN_RANGE);
  }

  static String lessonsOf() {
    return """
    SELECT lesson.class_name, lesson_date, lesson_start, register.*, verdict.status AS found,
      first_seen, last_seen, verdict.seen, correction.student_id AS corrected,
      correction.status, correction.remark, correction.author, correction.since
    FROM lesson
    JOIN verdict ON verdict.lesson_id = lesson.id
    JOIN register ON register.lesson_id = lesson.id
    %s
    WHERE %s
    ORDER BY lesson_date DESC, lesson_start DESC LIMIT :most OFFSET :skipped\
    """
        .formatted(MarkColumns.CORRECTED, OF_ONE);
  }
}
