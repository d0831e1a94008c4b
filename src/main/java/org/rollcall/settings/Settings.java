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
 * All settings of an installation, grouped by the stage that owns them.
 *
 * @param school the school's name and time zone
 * @param inbox which files are recordings, and when they are complete
 * @param sampling how densely a recording is sampled
 * @param face how faces are detected and embedded
 * @param enrolment requirements for enrolment photos
 * @param matching how certain an identification must be
 * @param attendance when a student counts as late or as having left early
 * @param unknown how long unknown people continue to be recognised
 * @param models where model packs come from
 * @param schedule when the service processes waiting recordings
 * @param alarm when alarms are raised, and who is notified
 * @param work how lessons are processed in worker processes
 * @param store which database is used
 * @param web where the service is reachable over the network
 * @param log how much of the log is kept
 * @param warnings when a student's absences deserve attention
 * @param mail how mails are sent, and what they contain
 * @param audit how long the audit log is kept
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
  /** The defaults. */
  public static final Settings DEFAULT = SettingsType.of(Settings.class).defaults();

  /**
   * Replaces the settings of one stage.
   *
   * @param part the new settings, for instance {@link SamplingSettings}
   * @return a copy
   * @throws IllegalArgumentException if they belong to no stage
   */
  public Settings with(Record part) {
    return SettingsType.of(Settings.class).with(this, part);
  }

  /** {@return every setting in its file notation, by key, in file order} */
  public Map<String, String> byKey() {
    Map<String, String> written = new LinkedHashMap<>();
    SettingsType.values(this)
        .forEach(
            (setting, value) ->
                written.put(setting.key(), String.join(", ", setting.write(value))));
    return Collections.unmodifiableMap(written);
  }

  /** {@return the definitions of all settings, in file order} */
  static Set<Definition> definitions() {
    return SettingsType.values(DEFAULT).keySet();
  }
}
