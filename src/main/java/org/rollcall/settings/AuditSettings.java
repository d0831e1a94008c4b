package org.rollcall.settings;

import org.rollcall.basics.setting.Help;
import org.rollcall.basics.setting.Section;
import org.rollcall.basics.setting.Setting;
import org.rollcall.basics.setting.SettingsType;

/**
 * Settings for the retention of the audit log.
 *
 * @param keepDays how many days entries are kept
 */
@Section("audit")
@Help("How long the audit trail is kept.")
public record AuditSettings(
    @Setting(key = "audit.keepDays", fallback = "365", limits = "1 to 3660 days")
        @Help(
            "How long the record is kept of who did what on the pages, and with the commands that"
                + " change accounts.")
        int keepDays) {
  public AuditSettings {
    SettingsType.of(AuditSettings.class).check(keepDays);
  }
}
