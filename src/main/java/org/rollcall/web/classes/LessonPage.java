package org.rollcall.web.classes;

import static java.util.Comparator.comparing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.Correction;
import org.rollcall.model.Coverage.Stretch;
import org.rollcall.model.Coverage.View;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.SheetProblem;
import org.rollcall.model.Status;
import org.rollcall.model.Verdict;
import org.rollcall.web.kit.Addresses;

/**
 * The register of a lesson, as its page shows it.
 *
 * @param register the register, without its pictures
 * @param sheetWaits why the sheet is not up to date; empty if it is
 * @param sheetProblems what was typed into the sheet and could not be taken
 */
record LessonPage(
    LessonRegister register, Optional<Message> sheetWaits, List<SheetProblem> sheetProblems) {
  private static final long PERCENT = 100;

  Lesson lesson() {
    return register.lesson();
  }

  String address() {
    return Addresses.lesson(lesson().key());
  }

  String className() {
    return lesson().key().className();
  }

  String classAddress() {
    return Addresses.schoolClass(className());
  }

  /** {@return a line for each student, those in Review first} */
  List<Line> lines() {
    return register.rows().stream()
        .map(row -> new Line(lesson(), row))
        .sorted(comparing(line -> line.status() != Status.REVIEW))
        .toList();
  }

  /**
   * A stretch of the lesson in the bar that shows when the room was seen.
   *
   * @param seen whether it was
   * @param from its start, of 100
   * @param width its length, of 100
   */
  record ViewBar(boolean seen, double from, double width) {}

  /** {@return when the room was seen; empty if that is not known} */
  List<ViewBar> view() {
    List<Stretch> stretches = register.coverage().stretches();
    double whole = Math.max(1, register.coverage().expected().toMillis());
    return stretches.stream()
        .map(
            one ->
                new ViewBar(
                    one.view() == View.SEEN,
                    PERCENT * one.from().minus(stretches.get(0).from()).toMillis() / whole,
                    PERCENT * one.length().toMillis() / whole))
        .toList();
  }

  long seenMinutes() {
    return minutes(register.coverage().seen());
  }

  long lessonMinutes() {
    return Math.max(1, minutes(register.coverage().expected()));
  }

  private static long minutes(Duration time) {
    return Math.round(time.toSeconds() / 60.0);
  }

  int count(Status status) {
    return (int) register.rows().stream().filter(row -> row.status() == status).count();
  }

  /**
   * A student in the register.
   *
   * @param lesson the lesson
   * @param row the student's row
   */
  record Line(Lesson lesson, LessonRegister.Row row) {
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

    /** {@return whether there is no picture because it might show somebody else who refused} */
    boolean isWithheld(LessonRegister register) {
      return register.isWithheld() && presence().isPresent();
    }

    long minutes() {
      return presence().map(seen -> Math.max(1, seen.seen().toMinutes())).orElse(0L);
    }

    long confidence() {
      return Math.round(row.verdict().confidence() * PERCENT);
    }

    String address() {
      return Addresses.lesson(lesson.key()) + "/students/" + Addresses.encoded(id());
    }

    /** {@return the page of the student over all lessons} */
    String studentAddress() {
      return StudentPage.address(lesson.key().className(), id(), DayFilter.NONE);
    }

    /** {@return start of the bar from the first to the last sighting, of 100} */
    long from() {
      return presence().map(seen -> share(seen.first())).orElse(0L);
    }

    /** {@return width of the bar from the first to the last sighting, of 100} */
    long width() {
      return presence().map(seen -> Math.max(1, share(seen.last()) - from())).orElse(0L);
    }

    private long share(Duration at) {
      return PERCENT * at.toMillis() / Math.max(1, lesson.recorded().toMillis());
    }
  }
}
