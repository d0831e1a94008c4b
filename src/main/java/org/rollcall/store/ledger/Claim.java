package org.rollcall.store.ledger;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.rollcall.model.LessonKey;
import org.rollcall.model.RecordingPart;

/**
 * The exclusive right to work on a lesson until it is given back or expires.
 *
 * @param lesson the lesson
 * @param token proves the right; each claim of a lesson has a token of its own
 * @param parts the parts of recordings that show the lesson, by path
 */
public record Claim(LessonKey lesson, String token, List<RecordingPart> parts) {
  public Claim {
    parts = List.copyOf(parts);
  }

  /** {@return the paths of the recordings, comma-separated, for messages} */
  public String files() {
    return parts.stream().map(part -> part.recording().file()).collect(joining(", "));
  }
}
