package org.rollcall.settings;

import org.rollcall.basics.setting.Help;
import org.rollcall.basics.setting.Section;
import org.rollcall.basics.setting.Setting;
import org.rollcall.basics.setting.SettingsType;

/**
 * Settings for log rotation.
 *
 * @param keepFiles number of full files kept in addition to the current one
 * @param fileMegabytes size at which a file is full, in megabytes of 10^6 bytes
 */
@Section("log")
@Help("How much of the log is kept.")
public record LogSettings(
    @Setting(key = "log.keepFiles", fallback = "14", limits = "1 to 1000 files")
        @Help("How many full log files are kept in output/logs/, beside the one being written.")
        int keepFiles,
    @Setting(key = "log.fileMegabytes", fallback = "10", limits = "1 to 1000 megabytes")
        @Help("Size at which a log file is full.")
        int fileMegabytes) {
  private static final long MEGABYTE = 1_000_000;

  /** The defaults. */
  public static final LogSettings DEFAULT = SettingsType.of(LogSettings.class).defaults();

  public LogSettings {
    SettingsType.of(LogSettings.class).check(keepFiles, fileMegabytes);
  }

  /** {@return the size at which a file is full, in bytes} */
  public long fileBytes() {
    return fileMegabytes * MEGABYTE;
  }
}
