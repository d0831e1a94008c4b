package org.rollcall.store.ledger;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.rollcall.model.LessonKey;
import org.rollcall.model.RecordingPart;

/**
 * The right to work on a lesson, which nobody else has until it is given back or expires.
 *
 * @param lesson which lesson
 * @param token proves the right; another claim of the same lesson has another
 * @param parts what shows the lesson, by path
 */
public record Claim(LessonKey lesson, String token, List<RecordingPart> parts) {
  public Claim {
    parts = List.copyOf(parts);
  }

  /** {@return the recordings by their paths, for people} */
  public String files() {
    return parts.stream().map(part -> part.recording().file()).collect(joining(", "));
  }
}
