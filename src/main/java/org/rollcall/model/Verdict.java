package org.rollcall.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Rollcall's own finding about a student in a lesson, before any correction.
 *
 * @param student the student
 * @param status the mark
 * @param presence when and how often the student was seen; empty if never
 * @param confidence confidence of the identification, 0..1; 0 if not seen
 * @param reason why the mark is doubtful or unusual; empty if it is neither
 */
public record Verdict(
    Student student,
    Status status,
    Optional<Presence> presence,
    double confidence,
    Optional<Message> reason) {
  /**
   * Checks that the confidence is in range.
   *
   * @throws IllegalArgumentException if it is outside 0..1
   */
  public Verdict {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("Confidence must be 0..1, got " + confidence);
    }
  }

  /**
   * When and how often a student was seen.
   *
   * @param first time of the first sighting
   * @param last time of the last sighting
   * @param seen total time for which the face was tracked, by any camera
   * @param sightings number of sampled frames that show the face, over all cameras
   * @param perMinute seconds for which the face was tracked in each minute of the recording
   */
  public record Presence(
      Duration first, Duration last, Duration seen, int sightings, List<Integer> perMinute) {
    /**
     * Copies the list and checks the order of the times.
     *
     * @throws IllegalArgumentException if the last sighting comes before the first
     */
    public Presence {
      perMinute = List.copyOf(perMinute);
      if (last.compareTo(first) < 0) {
        throw new IllegalArgumentException(
            "Last seen at %s, before first seen at %s".formatted(last, first));
      }
    }
  }
}
