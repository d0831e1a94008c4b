package org.rollcall.model;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A lesson as it was recorded and as the timetable has it.
 *
 * @param key class, day and start of the recording
 * @param recorded length of the recording
 * @param timetable begin and end in the timetable, where it has the lesson
 */
public record Lesson(LessonKey key, Duration recorded, Optional<Slot> timetable) {
  /**
   * Begin and end of a lesson in the timetable.
   *
   * @param begin wall-clock begin
   * @param end wall-clock end (after the begin)
   */
  public record Slot(LocalDateTime begin, LocalDateTime end) {}

  /** {@return wall-clock time of the first frame} */
  public LocalDateTime recordingBegin() {
    return key.date().atTime(key.start());
  }

  /**
   * The wall-clock time of a moment in the recording.
   *
   * @param at time from the first frame
   * @return wall-clock time
   */
  public LocalDateTime clock(Duration at) {
    return recordingBegin().plus(at);
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
