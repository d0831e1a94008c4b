package org.rollcall.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.rollcall.basics.FreeSpace;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.school.Home;

/** Whether there is room for the results of another lesson. */
final class RoomForLessons {
  /** Sheet, pictures and register of a class of sixty take a third of this. */
  private static final long FOR_A_LESSON = 64_000_000;

  private RoomForLessons() {}

  /**
   * Checks before anything is begun, because what fails half-way has to be done again.
   *
   * @param lessons how many are under way at once
   * @throws TemporaryFailure if sheets or results would not fit
   */
  static void require(Home home, int lessons) {
    for (Path folder : List.of(home.results(), home.sheets())) {
      long free = free(folder);
      long needed = lessons * FOR_A_LESSON;
      if (free < needed) {
        throw new TemporaryFailure(
            "Cannot begin a lesson: %s has %d MB left, and it may take %d MB. Free some space there."
                .formatted(home.relative(folder), free / 1_000_000, needed / 1_000_000));
      }
    }
  }

  private static long free(Path folder) {
    try {
      return FreeSpace.below(folder);
    } catch (IOException e) {
      throw new TemporaryFailure(
          "Cannot tell the free space of %s: %s. Check that its drive is there."
              .formatted(folder, e),
          e);
    }
  }
}
