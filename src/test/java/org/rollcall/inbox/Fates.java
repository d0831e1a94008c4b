package org.rollcall.inbox;

import java.nio.file.Path;
import org.rollcall.inbox.FateSettings.AfterFailure;
import org.rollcall.inbox.FateSettings.AfterSuccess;

/** What becomes of recordings in the tests. */
final class Fates {
  static final FateSettings MOVE =
      new FateSettings(
          AfterSuccess.MOVE,
          AfterFailure.MOVE,
          0,
          FateSettings.DEFAULT.doneFolder(),
          FateSettings.DEFAULT.failedFolder());

  private Fates() {}

  static FateSettings doneIn(Path folder) {
    return new FateSettings(AfterSuccess.MOVE, AfterFailure.MOVE, 0, folder, MOVE.failedFolder());
  }

  static FateSettings deleteAfter(int days) {
    return new FateSettings(
        AfterSuccess.DELETE, AfterFailure.MOVE, days, MOVE.doneFolder(), MOVE.failedFolder());
  }
}
