package org.rollcall.store;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.rollcall.model.LessonKey;

/** Recordings in a ledger for tests: their hashes, names and lessons. */
final class Noticed {
  static final LessonKey NINE = lesson("2026-11-16", "09:00");
  static final LessonKey TEN = lesson("2026-11-16", "10:00");
  static final LessonKey NEXT_DAY = lesson("2026-11-17", "09:00");
  static final ZonedDateTime BEGIN = ZonedDateTime.parse("2026-11-16T09:00+01:00[Europe/Zurich]");

  private Noticed() {}

  static LessonKey lesson(String date, String time) {
    return new LessonKey("7A", LocalDate.parse(date), LocalTime.parse(time));
  }

  static String hash(String letter) {
    return letter.repeat(64);
  }

  /** Notices a recording and surveys it. Each lesson is a stretch of an hour. */
  static void add(Store store, String letter, LessonKey... lessons) {
    store.ledger().notice(hash(letter), file(letter));
    store.ledger().survey(hash(letter), survey(lessons));
  }

  static String file(String letter) {
    return "footage/7A/%s.mp4".formatted(letter);
  }

  static Survey survey(LessonKey... lessons) {
    List<Survey.Stretch> stretches =
        Stream.of(lessons)
            .map(lesson -> new Survey.Stretch(lesson, Duration.ZERO, Optional.empty()))
            .toList();
    return new Survey(
        BEGIN,
        Optional.of(Duration.ofMinutes(60)),
        Optional.of("back"),
        OptionalInt.of(2),
        stretches,
        List.of("One remark.", "Another remark."));
  }
}
