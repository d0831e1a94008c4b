package org.rollcall.ingest;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.rollcall.basics.Extremes;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.school.Timetable.Occurrence;

/**
 * A timetabled lesson, positioned relative to a recording.
 *
 * @param className name of the class
 * @param slot its wall-clock start and end
 * @param from its start, as elapsed time from the start of the recording; negative if it started
 *     earlier
 * @param to its end, likewise
 * @param overlap how much of it the recording shows; zero if the recording's length is unknown
 */
record TimedLesson(
    String className, Lesson.Slot slot, Duration from, Duration to, Duration overlap) {
  /** How long before a lesson its recording may start. */
  private static final Duration EARLIEST_BEFORE = Duration.ofMinutes(15);

  /** How much of a lesson a recording must show to be assigned to it. */
  private static final Duration ENOUGH = Duration.ofMinutes(5);

  /**
   * Computes elapsed time between instants, so a daylight-saving change in between does no harm.
   */
  static TimedLesson of(Occurrence lesson, RecordedSpan span, ZoneId zone) {
    Duration from = elapsed(span, lesson.slot().start(), zone);
    Duration to = elapsed(span, lesson.slot().end(), zone);
    Duration first = Extremes.max(from, Duration.ZERO);
    Duration last = Extremes.min(to, span.length().orElse(Duration.ZERO));
    Duration overlap = Extremes.max(last.minus(first), Duration.ZERO);
    return new TimedLesson(lesson.className(), lesson.slot(), from, to, overlap);
  }

  private static Duration elapsed(RecordedSpan span, LocalDateTime time, ZoneId zone) {
    return Duration.between(span.start(), time.atZone(zone));
  }

  LessonKey key() {
    return new LessonKey(className, slot.start().toLocalDate(), slot.start().toLocalTime());
  }

  boolean isShown() {
    Duration half = to.minus(from).dividedBy(2);
    return !overlap.isZero() && (overlap.compareTo(ENOUGH) >= 0 || overlap.compareTo(half) >= 0);
  }

  /** Whether it is under way or about to start when the recording starts. */
  boolean isAtTheStart() {
    return from.compareTo(EARLIEST_BEFORE) <= 0
        && to.compareTo(Extremes.max(from, Duration.ZERO)) > 0;
  }

  /** Time remaining in the lesson when the recording starts. */
  Duration left() {
    return to.minus(Extremes.max(from, Duration.ZERO));
  }

  boolean collidesWith(TimedLesson other) {
    return from.compareTo(other.to) < 0 && other.from.compareTo(to) < 0;
  }

  /** The middle of the gap between this lesson and the next. */
  Duration cutBefore(TimedLesson next) {
    return to.plus(next.from.minus(to).dividedBy(2));
  }
}
