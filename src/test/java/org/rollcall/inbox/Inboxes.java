package org.rollcall.inbox;

import java.nio.file.Path;
import org.rollcall.basics.setting.SettingsType;
import org.rollcall.inbox.RetentionSettings.AfterFailure;
import org.rollcall.inbox.RetentionSettings.AfterSuccess;

/** Settings of watched folders. */
final class Inboxes {
  static final RetentionSettings MOVE =
      new RetentionSettings(
          AfterSuccess.MOVE,
          AfterFailure.MOVE,
          0,
          RetentionSettings.DEFAULT.doneFolder(),
          RetentionSettings.DEFAULT.failedFolder());

  private Inboxes() {}

  /** {@return the usual settings but for some parts} */
  static InboxSettings with(Record... parts) {
    InboxSettings settings = InboxSettings.DEFAULT;
    for (Record part : parts) {
      settings = SettingsType.of(InboxSettings.class).with(settings, part);
    }
    return settings;
  }

  static RetentionSettings doneIn(Path folder) {
    return new RetentionSettings(
        AfterSuccess.MOVE, AfterFailure.MOVE, 0, folder, MOVE.failedFolder());
  }

  static RetentionSettings deleteAfter(int days) {
    return new RetentionSettings(
        AfterSuccess.DELETE, AfterFailure.MOVE, days, MOVE.doneFolder(), MOVE.failedFolder());
  }
}
