package org.rollcall.inbox;

import java.time.Duration;
import java.util.Optional;
import org.rollcall.basics.setting.Help;
import org.rollcall.basics.setting.Setting;
import org.rollcall.basics.setting.SettingsType;

/**
 * Settings that decide when a recording is complete, and whether the watched folder is available.
 *
 * @param when the criterion for completeness
 * @param stillFor how long the size and time of a file must stay unchanged, if that is the
 *     criterion
 * @param sentinel name of a file that exists in the watched folder whenever its share is connected;
 *     empty if the folder is always available
 */
public record ReadinessSettings(
    @Setting(key = "footage.readyWhen", fallback = "still")
        @Help(
            "When a recording is complete: once it has not changed for footage.stillFor (still); as"
                + " soon as it has a recording's extension, if the program that copies it first"
                + " writes x.mp4.part or a hidden file and renames it at the end (renamed); or once"
                + " a file x.mp4.done or x.done, written after it, lies beside x.mp4 (marked).")
        When when,
    @Setting(key = "footage.stillFor", fallback = "30s", limits = "0s to 1d")
        @Help(
            "How long a recording must have been unchanged before it is processed. Must be longer"
                + " than the longest pause of the program that copies the recordings. Only for"
                + " readyWhen: still.")
        Duration stillFor,
    @Setting(key = "footage.sentinel", expected = "the name of a file")
        @Help(
            "A file in footage/ that exists whenever its network share is connected. While it is"
                + " missing, Rollcall waits for the share instead of finding an empty folder. Leave"
                + " empty for a folder on a local disk.")
        Optional<String> sentinel) {
  /** The defaults. */
  public static final ReadinessSettings DEFAULT =
      SettingsType.of(ReadinessSettings.class).defaults();

  /** The criterion for a complete recording. */
  public enum When {
    /** Its size and time have not changed for a while: works with any copying program. */
    STILL,
    /**
     * It has a recording's extension: the copying program writes under a temporary or hidden name,
     * then renames the file.
     */
    RENAMED,
    /**
     * Next to it is a file of the same name, with or without its extension, plus {@code .done},
     * which is no older than the recording.
     */
    MARKED
  }

  public ReadinessSettings {
    SettingsType.of(ReadinessSettings.class).check(when, stillFor, sentinel);
    sentinel.ifPresent(ReadinessSettings::checkName);
  }

  private static void checkName(String name) {
    if (name.matches("\\.{1,2}|.*[/\\\\\0].*")) {
      throw new IllegalArgumentException(
          "sentinel must be the name of a file, without a folder, got '%s'".formatted(name));
    }
  }
}
