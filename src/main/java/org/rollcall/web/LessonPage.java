package org.rollcall.web;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.Correction;
import org.rollcall.model.Lesson;
import org.rollcall.model.Register;
import org.rollcall.model.Status;
import org.rollcall.model.Verdict;

/**
 * The register of a lesson, as its page shows it.
 *
 * @param register what is known
 * @param mayCorrect whether the visitor may change marks
 * @param sheetWaits why the sheet is not up to date; empty if it is
 */
record LessonPage(Register register, boolean mayCorrect, String sheetWaits) {
  private static final long PERCENT = 100;

  Lesson lesson() {
    return register.lesson();
  }

  String address() {
    return Addresses.lesson(lesson().key());
  }

  String classAddress() {
    return Addresses.schoolClass(lesson().key().className());
  }

  /** {@return a line for each student: first those whom a person has to look at} */
  List<Line> lines() {
    return register.rows().stream()
        .map(row -> new Line(lesson(), row))
        .sorted(comparing(line -> line.status() != Status.REVIEW))
        .toList();
  }

  int count(Status status) {
    return (int) register.rows().stream().filter(row -> row.status() == status).count();
  }

  /**
   * A student.
   *
   * @param lesson the lesson
   * @param row what is known
   */
  record Line(Lesson lesson, Register.Row row) {
    String id() {
      return row.verdict().student().id();
    }

    String name() {
      return row.verdict().student().name();
    }

    Status status() {
      return row.status();
    }

    Verdict verdict() {
      return row.verdict();
    }

    boolean isCorrected() {
      return row.correction().flatMap(Correction::status).isPresent();
    }

    String remark() {
      return row.correction().map(Correction::remark).orElse("");
    }

    /** {@return the corrected mark, as a form carries it} */
    String corrected() {
      return row.correction().flatMap(Correction::status).map(Status::name).orElse("");
    }

    Optional<Verdict.Presence> presence() {
      return row.verdict().presence();
    }

    long minutes() {
      return presence().map(seen -> Math.max(1, seen.seen().toMinutes())).orElse(0L);
    }

    long confidence() {
      return Math.round(row.verdict().confidence() * PERCENT);
    }

    String address() {
      return Addresses.student(lesson.key(), id());
    }

    /** {@return the page of the student over all lessons} */
    String studentAddress() {
      return Addresses.record(lesson.key().className(), id(), DayFilter.NONE);
    }

    /** {@return where on a bar of 100 the first sighting lies} */
    long from() {
      return presence().map(seen -> share(seen.first())).orElse(0L);
    }

    /** {@return how much of a bar of 100 lies between the first and the last sighting} */
    long width() {
      return presence().map(seen -> Math.max(1, share(seen.last()) - from())).orElse(0L);
    }

    private long share(Duration at) {
      return PERCENT * at.toMillis() / Math.max(1, lesson.recorded().toMillis());
    }
  }
}
