package org.rollcall.inbox;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;

/**
 * Which lesson a recording shows, as far as its name tells.
 *
 * @param className name of the class, where the name tells it
 * @param room name of the room or its camera, where the name tells that instead
 * @param date day of the lesson
 * @param time wall-clock time at which the recording began
 */
public record RecordingName(
    Optional<String> className, Optional<String> room, LocalDate date, LocalTime time) {
  public RecordingName {
    if (className.isEmpty() && room.isEmpty()) {
      throw new IllegalArgumentException("class or room must be known, got neither");
    }
  }

  /**
   * The same day and time of a class that is known otherwise.
   *
   * @param known name of the class
   * @return the name of its recording
   */
  public RecordingName withClass(String known) {
    return new RecordingName(Optional.of(known), room, date, time);
  }
}
