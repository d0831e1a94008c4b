package org.rollcall.store;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.rollcall.model.Inspection;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.RecordingPart;
import org.rollcall.model.Window;

/** Recordings in a ledger for tests: their hashes, names and lessons. */
public final class Noticed {
  public static final LessonKey NINE = lesson("2026-11-16", "09:00");
  public static final LessonKey TEN = lesson("2026-11-16", "10:00");
  public static final LessonKey NEXT_DAY = lesson("2026-11-17", "09:00");
  public static final ZonedDateTime START =
      ZonedDateTime.parse("2026-11-16T09:00+01:00[Europe/Zurich]");

  private Noticed() {}

  public static LessonKey lesson(String date, String time) {
    return new LessonKey("7A", LocalDate.parse(date), LocalTime.parse(time));
  }

  public static String hash(String letter) {
    return letter.repeat(64);
  }

  /** Notices a recording and enters its lessons. Each of them is shown by all of it. */
  public static void add(Store store, String letter, LessonKey... lessons) {
    store.ledger().add(hash(letter), file(letter));
    store.ledger().enter(parts(letter, lessons));
  }

  public static String file(String letter) {
    return "footage/7A/%s.mp4".formatted(letter);
  }

  public static List<RecordingPart> parts(String letter, LessonKey... lessons) {
    Inspection recording =
        new Inspection(
            hash(letter),
            file(letter),
            Optional.of(START),
            Optional.of(Duration.ofMinutes(60)),
            Optional.of("back"),
            OptionalInt.of(2),
            List.of(Message.english("One remark."), Message.of(Reason.START_OF_FILE)));
    return Stream.of(lessons)
        .map(lesson -> new RecordingPart(recording, lesson, Window.ALL))
        .toList();
  }
}
