package org.rollcall.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.model.Coverage;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Outcome;
import org.rollcall.model.RunFacts;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.UnknownFace;
import org.rollcall.model.Verdict;

/** A lesson of 45 minutes that Ada and Ben missed. */
final class MadeLesson {
  static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));

  private MadeLesson() {}

  static LessonRegister register(UnknownFace... unknown) {
    return register(LESSON, unknown);
  }

  /** {@return the same of another lesson} */
  static LessonRegister register(LessonKey lesson, UnknownFace... unknown) {
    return new LessonRegister(
        new Lesson(lesson, Duration.ofMinutes(45)),
        List.of(row("S1", "Ada"), row("S2", "Ben")),
        Arrays.asList(unknown),
        Coverage.unknown(),
        Outcome.done(),
        new RunFacts(
            "1.0", Instant.EPOCH, Duration.ZERO, List.of(), Map.of(), Map.of(), List.of()));
  }

  private static LessonRegister.Row row(String id, String name) {
    return new LessonRegister.Row(
        new Verdict(new Student(id, name), Status.ABSENT, Optional.empty(), 0, Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
