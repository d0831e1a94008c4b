package org.rollcall.store;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.rollcall.model.LessonKey;

/**
 * The right to work on a lesson, which nobody else has until it is given back or expires.
 *
 * @param lesson which lesson
 * @param token proves the right; another claim of the same lesson has another
 * @param recordings what shows the lesson, by path
 */
public record Claim(LessonKey lesson, String token, List<Piece> recordings) {
  public Claim {
    recordings = List.copyOf(recordings);
  }

  /**
   * What a recording contributes to the lesson.
   *
   * @param sha256 hash of the content
   * @param file path as it was last seen, relative to the home
   * @param begins when the recording begins; empty in old ledgers: with the lesson
   * @param length how long the recording says it is
   * @param camera name of the camera, where the name tells
   * @param part which of several pieces that begin at the same stated time, where the name tells
   * @param from where the stretch of the lesson starts, from the begin of the recording
   * @param to where it ends; empty for the end of the recording
   * @param remarks what the sheet should say of it
   */
  public record Piece(
      String sha256,
      String file,
      Optional<ZonedDateTime> begins,
      Optional<Duration> length,
      Optional<String> camera,
      OptionalInt part,
      Duration from,
      Optional<Duration> to,
      List<String> remarks) {
    public Piece {
      remarks = List.copyOf(remarks);
    }
  }
}
