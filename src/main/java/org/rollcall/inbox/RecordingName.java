package org.rollcall.inbox;

import java.time.LocalDateTime;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which lesson a recording shows, as far as its name tells.
 *
 * @param className name of the class, where the name tells it
 * @param room name of the room or its camera, where the name tells that instead
 * @param place name of a class or a room, where the name does not tell which of the two
 * @param begin day and wall-clock time at which the recording began, where the name tells them
 * @param camera which of several cameras recorded, where the name tells it
 * @param part number of the chunk among those that state the same begin, where the name has one
 */
public record RecordingName(
    Optional<String> className,
    Optional<String> room,
    Optional<String> place,
    Optional<LocalDateTime> begin,
    Optional<String> camera,
    OptionalInt part) {
  public RecordingName {
    if (className.isEmpty() && room.isEmpty() && place.isEmpty()) {
      throw new IllegalArgumentException("class, room or place must be known, got none");
    }
  }

  /**
   * The same recording of a class that is known otherwise.
   *
   * @param known name of the class
   * @return the name of its recording
   */
  public RecordingName withClass(String known) {
    return new RecordingName(Optional.of(known), room, place, begin, camera, part);
  }
}
