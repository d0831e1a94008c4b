package org.rollcall.lesson;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.model.Coverage;
import org.rollcall.model.Footage;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Outcome;
import org.rollcall.model.RunFacts;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.Verdict;

/** Registers of a lesson without pictures. */
final class MadeRegister {
  static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));

  private MadeRegister() {}

  /** {@return the register of a lesson that nobody attended} */
  static LessonRegister absent(LessonKey lesson, String... students) {
    List<LessonRegister.Row> rows = Arrays.stream(students).map(MadeRegister::row).toList();
    return new LessonRegister(
        new Lesson(lesson, Duration.ofMinutes(45)),
        rows,
        List.of(),
        Coverage.unknown(),
        Outcome.done(),
        run());
  }

  /** {@return a register without students, made of recordings with some hashes} */
  static LessonRegister of(String... hashes) {
    List<Footage> footage =
        Arrays.stream(hashes)
            .map(sha256 -> new Footage("footage/7A/x.mp4", sha256, Duration.ofMinutes(45)))
            .toList();
    LessonRegister empty = absent(LESSON);
    RunFacts run = empty.run();
    return new LessonRegister(
        empty.lesson(),
        List.of(),
        List.of(),
        Coverage.unknown(),
        empty.outcome(),
        new RunFacts(
            run.version(),
            run.processed(),
            run.took(),
            footage,
            run.models(),
            run.settings(),
            run.warnings()));
  }

  private static LessonRegister.Row row(String id) {
    Verdict absent =
        new Verdict(
            new Student(id, "Student " + id), Status.ABSENT, Optional.empty(), 0, Optional.empty());
    return new LessonRegister.Row(absent, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static RunFacts run() {
    return new RunFacts(
        "1.0", Instant.EPOCH, Duration.ZERO, List.of(), Map.of(), Map.of(), List.of());
  }
}
