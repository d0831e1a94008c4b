package org.rollcall.settings;

import java.time.ZoneId;
import java.util.Optional;
import org.rollcall.basics.setting.Help;
import org.rollcall.basics.setting.Section;
import org.rollcall.basics.setting.Setting;
import org.rollcall.basics.setting.SettingsType;

/**
 * Settings that describe the school.
 *
 * @param name name shown in sheets
 * @param zone the school's time zone; empty to use the machine's
 */
@Section("school")
@Help("Which school this is.")
public record SchoolSettings(
    @Setting(key = "school.name", fallback = "School")
        @Help("Name of the school, as the sheets show it.")
        String name,
    @Setting(key = "school.zone")
        @Help("Time zone of the school. Leave empty to use the machine's.")
        Optional<ZoneId> zone) {
  public SchoolSettings {
    SettingsType.of(SchoolSettings.class).check(name, zone);
  }

  /** {@return the zone of all wall-clock times: the school's if set, else the machine's} */
  public ZoneId clockZone() {
    return zone.orElseGet(ZoneId::systemDefault);
  }
}
