package org.rollcall.model;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * A lesson as it was recorded and as the timetable has it.
 *
 * @param key class, day and start
 * @param recordedFrom when its first recording begins, in the school's time zone
 * @param recorded time from there to the end of its last recording
 * @param timetable begin and end in the timetable, where it has the lesson
 */
public record Lesson(
    LessonKey key, ZonedDateTime recordedFrom, Duration recorded, Optional<Slot> timetable) {
  /**
   * A lesson whose recording begins as its key says, and sees no change of the clock.
   *
   * @param key class, day and start of the recording
   * @param recorded length of the recording
   * @param timetable begin and end in the timetable, where it has the lesson
   */
  public Lesson(LessonKey key, Duration recorded, Optional<Slot> timetable) {
    this(key, key.date().atTime(key.start()).atZone(ZoneOffset.UTC), recorded, timetable);
  }

  /**
   * Begin and end of a lesson in the timetable.
   *
   * @param begin wall-clock begin
   * @param end wall-clock end (after the begin)
   */
  public record Slot(LocalDateTime begin, LocalDateTime end) {}

  /** {@return wall-clock time of the first frame} */
  public LocalDateTime recordingBegin() {
    return recordedFrom.toLocalDateTime();
  }

  /**
   * The wall-clock time of a moment in the recording.
   *
   * @param at time from the first frame
   * @return wall-clock time
   */
  public LocalDateTime clock(Duration at) {
    return recordedFrom.plus(at).toLocalDateTime();
  }

  /** {@return when the lesson begins: by the timetable, else with the recording} */
  public LocalDateTime begin() {
    return timetable.map(Slot::begin).orElseGet(this::recordingBegin);
  }

  /** {@return when the lesson ends: by the timetable, else with the recording} */
  public LocalDateTime end() {
    return timetable.map(Slot::end).orElseGet(() -> clock(recorded));
  }
}
