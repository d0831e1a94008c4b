package org.rollcall.settings;

import org.rollcall.basics.setting.Help;
import org.rollcall.basics.setting.Section;
import org.rollcall.basics.setting.Setting;
import org.rollcall.basics.setting.SettingsType;

/**
 * How long unknown persons are recognised again.
 *
 * @param keepDays days after which a person is forgotten who was in no recording processed since; 0
 *     forgets everybody with the lesson
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

  /** {@return whether anybody is recognised from lesson to lesson} */
  public boolean kept() {
    return keepDays > 0;
  }
}
