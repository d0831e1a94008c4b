package org.rollcall.inbox;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the name of a recording says about its lesson.
 *
 * @param className name of the class, if the name gives it
 * @param room name of the room or its camera, if the name gives that instead
 * @param place name of a class or a room, if the name does not say which of the two it is
 * @param start day and wall-clock time at which the recording started, if the name gives them
 * @param camera name of the camera, if the name gives one
 * @param part number of the chunk among the files that state the same start, if the name has one
 */
public record RecordingName(
    Optional<String> className,
    Optional<String> room,
    Optional<String> place,
    Optional<LocalDateTime> start,
    Optional<String> camera,
    OptionalInt part) {
  public RecordingName {
    if (className.isEmpty() && room.isEmpty() && place.isEmpty()) {
      throw new IllegalArgumentException("class, room or place must be known, got none");
    }
  }

  /**
   * Replaces the class with one known from elsewhere.
   *
   * @param known name of the class
   * @return the same name with that class
   */
  public RecordingName withClass(String known) {
    return new RecordingName(Optional.of(known), room, place, start, camera, part);
  }
}
