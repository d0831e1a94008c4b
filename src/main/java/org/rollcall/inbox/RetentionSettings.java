package org.rollcall.inbox;

import java.nio.file.Path;
import java.time.Period;
import org.rollcall.basics.setting.Help;
import org.rollcall.basics.setting.Setting;
import org.rollcall.basics.setting.SettingsType;
import org.rollcall.model.RollcallException;

/**
 * Settings for what happens to a recording after processing.
 *
 * <p>Folders are absolute, or relative to the parent of the watched folder.
 *
 * @param afterSuccess what happens to a recording whose lessons have their sheets
 * @param afterFailure what happens to a recording that could not be used
 * @param afterDays how many days later it happens
 * @param doneFolder target folder after success
 * @param failedFolder target folder after failure
 */
public record RetentionSettings(
    @Setting(key = "footage.afterSuccess", fallback = "stay")
        @Help(
            "What happens to a recording that has its sheet: it stays, is moved to"
                + " footage.doneFolder, or is deleted.")
        AfterSuccess afterSuccess,
    @Setting(key = "footage.afterFailure", fallback = "stay")
        @Help(
            "What happens to a recording that could not be used: it stays, or is moved to"
                + " footage.failedFolder, with the reason in a text file beside it.")
        AfterFailure afterFailure,
    @Setting(key = "footage.fateAfterDays", fallback = "0", limits = "0 to 3650 days")
        @Help("How many days after processing a recording is moved or deleted.")
        int afterDays,
    @Setting(key = "footage.doneFolder", fallback = "footage/_done", expected = Setting.FOLDER)
        @Help("Where recordings that have their sheets are moved, with their subfolders.")
        Path doneFolder,
    @Setting(key = "footage.failedFolder", fallback = "footage/_failed", expected = Setting.FOLDER)
        @Help("Where recordings that could not be used are moved, with their subfolders.")
        Path failedFolder) {
  /** The defaults: every recording stays. */
  public static final RetentionSettings DEFAULT =
      SettingsType.of(RetentionSettings.class).defaults();

  /** What happens to a recording whose lessons have their sheets. */
  public enum AfterSuccess {
    /** It stays where it is. */
    STAY,
    /** It is moved to the folder for processed recordings. */
    MOVE,
    /** It is deleted. */
    DELETE
  }

  /** What happens to a recording that could not be used. */
  public enum AfterFailure {
    /** It stays where it is. */
    STAY,
    /** It is moved to the folder for failed recordings, with the reason in a file next to it. */
    MOVE
  }

  public RetentionSettings {
    SettingsType.of(RetentionSettings.class)
        .check(afterSuccess, afterFailure, afterDays, doneFolder, failedFolder);
  }

  Period delay() {
    return Period.ofDays(afterDays);
  }

  /** {@return target folder after success for recordings of a watched folder (absolute)} */
  Path doneFolder(Path footage) {
    return resolve(footage, doneFolder, "footage.doneFolder");
  }

  /** {@return target folder after failure for recordings of a watched folder (absolute)} */
  Path failedFolder(Path footage) {
    return resolve(footage, failedFolder, "footage.failedFolder");
  }

  private static Path resolve(Path footage, Path folder, String key) {
    Path watched = footage.toAbsolutePath().normalize();
    Path resolved = watched.resolveSibling(folder).normalize();
    if (watched.startsWith(resolved)) {
      throw new RollcallException(
          ("Cannot use %s as %s: it is the watched folder %s or contains it, expected one beside it"
                  + " or below it. Change the setting.")
              .formatted(folder, key, watched));
    }
    return resolved;
  }
}
