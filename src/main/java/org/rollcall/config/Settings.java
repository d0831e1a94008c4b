package org.rollcall.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.rollcall.face.FaceSettings;
import org.rollcall.identity.AttendanceSettings;
import org.rollcall.identity.EnrolmentSettings;
import org.rollcall.identity.MatchingSettings;
import org.rollcall.inbox.InboxSettings;
import org.rollcall.store.StoreSettings;
import org.rollcall.video.SamplingSettings;

/**
 * All settings of an installation, by the stage that owns them.
 *
 * @param school which school this is
 * @param inbox which files are recordings, and when they are complete
 * @param sampling how densely a recording is looked at
 * @param face how faces are found and described
 * @param enrolment what an enrolment photo must be like
 * @param matching how sure an identification has to be
 * @param attendance when a student counts as late or as gone early
 * @param unknown how long unknown persons are recognised again
 * @param models where model packs come from
 * @param schedule when the service processes what waits
 * @param alarm when somebody should be told that the installation needs a look
 * @param work how recordings are worked on, in processes of their own
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
  public static final Settings DEFAULT =
      new Settings(
          SchoolSettings.DEFAULT,
          InboxSettings.DEFAULT,
          SamplingSettings.DEFAULT,
          FaceSettings.DEFAULT,
          EnrolmentSettings.DEFAULT,
          MatchingSettings.DEFAULT,
          AttendanceSettings.DEFAULT,
          UnknownSettings.DEFAULT,
          ModelsSettings.DEFAULT,
          ScheduleSettings.DEFAULT,
          AlarmSettings.DEFAULT,
          WorkSettings.DEFAULT,
          StoreSettings.DEFAULT,
          WebSettings.DEFAULT,
          LogSettings.DEFAULT,
          WarningSettings.DEFAULT,
          MailSettings.DEFAULT,
          AuditSettings.DEFAULT);

  /**
   * The same with another inbox.
   *
   * @param other which files are recordings, and when they are complete
   * @return a copy
   */
  public Settings with(InboxSettings other) {
    return withPart(other);
  }

  /**
   * The same with another sampling.
   *
   * @param other how densely a recording is looked at
   * @return a copy
   */
  public Settings with(SamplingSettings other) {
    return withPart(other);
  }

  /**
   * The same with another search for faces.
   *
   * @param other how faces are found
   * @return a copy
   */
  public Settings with(FaceSettings other) {
    return withPart(other);
  }

  /**
   * The same for another school.
   *
   * @param other which school this is
   * @return a copy
   */
  public Settings with(SchoolSettings other) {
    return withPart(other);
  }

  /**
   * The same with another schedule.
   *
   * @param other when the service processes what waits
   * @return a copy
   */
  public Settings with(ScheduleSettings other) {
    return withPart(other);
  }

  /**
   * The same with another database.
   *
   * @param other which database is used
   * @return a copy
   */
  public Settings with(StoreSettings other) {
    return withPart(other);
  }

  /**
   * The same with other mails.
   *
   * @param other how mails are sent
   * @return a copy
   */
  public Settings with(MailSettings other) {
    return withPart(other);
  }

  private Settings withPart(Record part) {
    return new Settings(
        one(school, part),
        one(inbox, part),
        one(sampling, part),
        one(face, part),
        one(enrolment, part),
        one(matching, part),
        one(attendance, part),
        one(unknown, part),
        one(models, part),
        one(schedule, part),
        one(alarm, part),
        one(work, part),
        one(store, part),
        one(web, part),
        one(log, part),
        one(warnings, part),
        one(mail, part),
        one(audit, part));
  }

  /** {@return the new one of two parts if it is of the same kind, else the old one} */
  private static <T extends Record> T one(T old, Record part) {
    @SuppressWarnings("unchecked")
    Class<T> kind = (Class<T>) old.getClass();
    return kind.isInstance(part) ? kind.cast(part) : old;
  }

  /** {@return every setting as it would be written in the file, by key, in the file's order} */
  public Map<String, String> byKey() {
    Map<String, String> written = new LinkedHashMap<>();
    SettingsTable.all().forEach(setting -> written.put(setting.key(), setting.written(this)));
    return Collections.unmodifiableMap(written);
  }
}
