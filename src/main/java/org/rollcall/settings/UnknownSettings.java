package org.rollcall.settings;

import org.rollcall.basics.setting.Help;
import org.rollcall.basics.setting.Section;
import org.rollcall.basics.setting.Setting;
import org.rollcall.basics.setting.SettingsType;

/**
 * Settings for recognising unknown people across lessons.
 *
 * @param keepDays number of days without a newly processed recording of a person after which that
 *     person is forgotten; 0 to recognise nobody across lessons
 */
@Section("unknown")
@Help("How long unknown persons are recognised again.")
public record UnknownSettings(
    @Setting(key = "unknown.keepDays", fallback = "30", limits = "0 to 366 days")
        @Help(
            "How long an unknown person is recognised again in the lessons of the class, counted"
                + " from the last processed recording that shows the person; then the template is"
                + " deleted. 0 recognises nobody again.")
        int keepDays) {
  public UnknownSettings {
    SettingsType.of(UnknownSettings.class).check(keepDays);
  }

  /** {@return whether unknown people are recognised across lessons} */
  public boolean kept() {
    return keepDays > 0;
  }
}
