package org.rollcall.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What Rollcall itself found out about a student in a lesson.
 *
 * @param student who
 * @param status the mark
 * @param presence when and how often the student was seen; empty when not seen at all
 * @param confidence how sure the identification is, 0..1; 0 when not seen
 * @param reason why the mark is not a plain one, in a sentence; empty for plain ones
 */
public record Verdict(
    Student student, Status status, Optional<Presence> presence, double confidence, String reason) {
  /**
   * Checks the confidence.
   *
   * @throws IllegalArgumentException if it is outside 0..1
   */
  public Verdict {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("Confidence must be 0..1, got " + confidence);
    }
  }

  /**
   * When a student was seen.
   *
   * @param first time of the first sighting
   * @param last time of the last sighting
   * @param seen sum of the times in which the face was followed, by whichever camera
   * @param sightings number of sampled frames with the face, of all cameras together
   * @param perMinute seconds in which the face was followed, in each minute of the recording
   */
  public record Presence(
      Duration first, Duration last, Duration seen, int sightings, List<Integer> perMinute) {
    /**
     * Copies the minutes and checks the order of the times.
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
