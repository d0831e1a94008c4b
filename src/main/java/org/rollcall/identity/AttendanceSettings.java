package org.rollcall.identity;

import java.time.Duration;
import org.rollcall.basics.setting.Help;
import org.rollcall.basics.setting.Section;
import org.rollcall.basics.setting.Setting;
import org.rollcall.basics.setting.SettingsType;

/**
 * When a student counts as late or as having left early.
 *
 * @param lateAfter time after the start of the lesson from which a first sighting counts as late,
 *     exclusive
 * @param leftEarlyBefore a last sighting earlier than this before the end of the lesson counts as
 *     leaving early
 */
@Section("marks")
@Help("When a student counts as late, or as having left early.")
public record AttendanceSettings(
    @Setting(key = "marks.lateAfter", fallback = "10m", limits = "0s to 4h")
        @Help("A student first seen later than this after the start of the lesson is late.")
        Duration lateAfter,
    @Setting(key = "marks.leftEarlyBefore", fallback = "10m", limits = "0s to 4h")
        @Help("A student last seen earlier than this before the end of the lesson left early.")
        Duration leftEarlyBefore) {
  public AttendanceSettings {
    SettingsType.of(AttendanceSettings.class).check(lateAfter, leftEarlyBefore);
  }
}
