package org.rollcall.settings;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.rollcall.basics.setting.Definition;
import org.rollcall.basics.setting.SettingsType;
import org.rollcall.face.FaceSettings;
import org.rollcall.identity.AttendanceSettings;
import org.rollcall.identity.EnrolmentSettings;
import org.rollcall.identity.MatchingSettings;
import org.rollcall.inbox.InboxSettings;
import org.rollcall.store.db.StoreSettings;
import org.rollcall.video.SamplingSettings;

/**
 * All settings of an installation, by the stage that owns them.
 *
 * @param school which school this is
 * @param inbox which files are recordings, and when they are complete
 * @param sampling how densely a recording is sampled
 * @param face how faces are found and embedded
 * @param enrolment what an enrolment photo must be like
 * @param matching how sure an identification has to be
 * @param attendance when a student counts as late, or as having left early
 * @param unknown how long unknown persons are recognised again
 * @param models where model packs come from
 * @param schedule when the service processes what waits
 * @param alarm when somebody must be told that something is wrong
 * @param work how recordings are processed, in processes of their own
 * @param store which database is used
 * @param web where the service can be looked at
 * @param log how much of the log is kept
 * @param warnings when a student's absences should be looked at
 * @param mail how mails are sent, and what is in them
 * @param audit how long it is known who did what
 */
public record Settings(
    SchoolSettings school,
    InboxSettings inbox,
    SamplingSettings sampling,
    FaceSettings face,
    EnrolmentSettings enrolment,
    MatchingSettings matching,
    AttendanceSettings attendance,
    UnknownSettings unknown,
    ModelsSettings models,
    ScheduleSettings schedule,
    AlarmSettings alarm,
    WorkSettings work,
    StoreSettings store,
    WebSettings web,
    LogSettings log,
    WarningSettings warnings,
    MailSettings mail,
    AuditSettings audit) {
  /** What holds when nothing is set. */
  public static final Settings DEFAULT = SettingsType.of(Settings.class).defaults();

  /**
   * The same with other settings of a stage.
   *
   * @param part the settings, such as {@link SamplingSettings}
   * @return a copy
   * @throws IllegalArgumentException if they are of no stage
   */
  public Settings with(Record part) {
    return SettingsType.of(Settings.class).with(this, part);
  }

  /** {@return every setting as it would be written in the file, by key, in the file's order} */
  public Map<String, String> byKey() {
    Map<String, String> written = new LinkedHashMap<>();
    SettingsType.values(this)
        .forEach(
            (setting, value) ->
                written.put(setting.key(), String.join(", ", setting.write(value))));
    return Collections.unmodifiableMap(written);
  }

  /** {@return all settings, in the file's order} */
  public static Set<Definition> definitions() {
    return SettingsType.values(DEFAULT).keySet();
  }
}
