package org.rollcall.testing;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.rollcall.model.Inspection;
import org.rollcall.model.LessonKey;
import org.rollcall.model.RecordingPart;
import org.rollcall.model.Window;

/** Recordings that show one lesson from start to end. */
public final class WholeRecording {
  private WholeRecording() {}

  /**
   * A recording that starts with its lesson, and says nothing else of itself.
   *
   * @param lesson the lesson
   * @param sha256 hash of its content
   * @param file its path relative to the home
   * @return all of it
   */
  public static RecordingPart of(LessonKey lesson, String sha256, String file) {
    Inspection recording =
        new Inspection(
            sha256,
            file,
            Optional.of(lesson.date().atTime(lesson.start()).atZone(ZoneOffset.UTC)),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            List.of());
    return new RecordingPart(recording, lesson, Window.ALL);
  }
}
