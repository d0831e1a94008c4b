package org.rollcall.model;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A lesson as recorded and as timetabled.
 *
 * @param key class, day and start of the lesson
 * @param recordedFrom when its first recording starts, in the school's time zone
 * @param recorded time from there to the end of its last recording
 * @param timetable start and end in the timetable, if it lists the lesson
 */
public record Lesson(
    LessonKey key, ZonedDateTime recordedFrom, Duration recorded, Optional<Slot> timetable) {
  /**
   * Creates a lesson that is not in the timetable, whose recording starts at the time in its key
   * and spans no daylight-saving change.
   *
   * @param key class, day and start of the recording
   * @param recorded length of the recording
   */
  public Lesson(LessonKey key, Duration recorded) {
    this(key, startOf(key), recorded, Optional.empty());
  }

  /**
   * Creates a lesson of the timetable whose recording starts at the time in its key and spans no
   * daylight-saving change.
   *
   * @param key class, day and start of the recording
   * @param recorded length of the recording
   * @param slot start and end in the timetable
   */
  public Lesson(LessonKey key, Duration recorded, Slot slot) {
    this(key, startOf(key), recorded, Optional.of(slot));
  }

  /**
   * Returns when a recording starts that is known only by the key of its lesson.
   *
   * @param key class, day and start of the recording
   * @return the start, as if in a time zone without daylight-saving time
   */
  public static ZonedDateTime startOf(LessonKey key) {
    return key.date().atTime(key.start()).atZone(ZoneOffset.UTC);
  }

  /**
   * Start and end of a lesson in the timetable.
   *
   * @param start wall-clock start
   * @param end wall-clock end (after the start)
   */
  public record Slot(LocalDateTime start, LocalDateTime end) {}

  /** {@return wall-clock time of the first frame} */
  public LocalDateTime recordingStart() {
    return recordedFrom.toLocalDateTime();
  }

  /**
   * Converts a position in the recording to wall-clock time.
   *
   * @param at time from the first frame
   * @return wall-clock time
   */
  public LocalDateTime clock(Duration at) {
    return recordedFrom.plus(at).toLocalDateTime();
  }

  /**
   * {@return when the lesson starts: by the timetable if it lists the lesson, else with the
   * recording}
   */
  public LocalDateTime start() {
    return timetable.map(Slot::start).orElseGet(this::recordingStart);
  }

  /**
   * {@return when the lesson ends: by the timetable if it lists the lesson, else with the
   * recording}
   */
  public LocalDateTime end() {
    return timetable.map(Slot::end).orElseGet(() -> clock(recorded));
  }
}
