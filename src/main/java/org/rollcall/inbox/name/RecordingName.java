package org.rollcall.inbox.name;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the name of a recording says about its lesson.
 *
 * @param className name of the class, if a pattern of the settings gives it
 * @param room name of the room or its camera, if such a pattern gives that instead
 * @param words the words that may name a class, a room or a camera otherwise
 * @param start day and time at which the recording started, if the name gives them
 * @param end when it ended, if the name gives that too
 * @param camera name of the camera, if a pattern of the settings gives it
 * @param part number of the chunk among the files that state the same start, if the name has one
 */
public record RecordingName(
    Optional<String> className,
    Optional<String> room,
    NameWords words,
    Optional<NamedTime> start,
    Optional<NamedTime> end,
    Optional<String> camera,
    OptionalInt part) {
  public RecordingName {
    if (className.isEmpty() && room.isEmpty() && words.isEmpty()) {
      throw new IllegalArgumentException("class, room or other words must be known, got none");
    }
  }

  /**
   * Replaces the class with one known from elsewhere.
   *
   * @param known name of the class
   * @return the same name with that class
   */
  public RecordingName withClass(String known) {
    return new RecordingName(Optional.of(known), room, words, start, end, camera, part);
  }
}
