package org.rollcall.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.rollcall.basics.FreeSpace;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.school.Home;

/** Checks that the disk has space for the results of another lesson. */
final class SpaceForLessons {
  /** The sheet, images and register of a class of sixty take up a third of this. */
  private static final long FOR_A_LESSON = 64_000_000;

  private SpaceForLessons() {}

  /**
   * Checks the free space before a lesson is started, because a lesson that fails half-way has to
   * be processed from the start.
   *
   * @param lessons how many lessons are processed at once
   * @throws TemporaryFailure if sheets or results would not fit
   */
  static void require(Home home, int lessons) {
    for (Path folder : List.of(home.results(), home.sheets())) {
      long free = free(folder);
      long needed = lessons * FOR_A_LESSON;
      if (free < needed) {
        throw new TemporaryFailure(
            "Cannot start a lesson: %s has %d MB left, but a lesson may need %d MB. Free some space there."
                .formatted(home.relative(folder), free / 1_000_000, needed / 1_000_000));
      }
    }
  }

  private static long free(Path folder) {
    try {
      return FreeSpace.below(folder);
    } catch (IOException e) {
      throw new TemporaryFailure(
          "Cannot read the free space of %s: %s. Check that its drive is connected."
              .formatted(folder, e),
          e);
    }
  }
}
