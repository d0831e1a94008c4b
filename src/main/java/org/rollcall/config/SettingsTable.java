package org.rollcall.config;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.face.FaceSettings;
import org.rollcall.identity.AttendanceSettings;
import org.rollcall.identity.EnrolmentSettings;
import org.rollcall.identity.MatchingSettings;
import org.rollcall.video.SamplingSettings;

/**
 * Every setting, once: its key, its form with the limits, where it stands among the settings, what
 * it does. The place of the call says what it fills. Those of the watched folder are in {@link
 * FootageTable}.
 *
 * <p>The limits repeat those of the settings records, so that all values out of limits are told at
 * once and the manual can show them; a test holds the two together.
 */
final class SettingsTable {
  /** Gives the value of each setting that it is asked for. */
  interface Source {
    /**
     * The value to use.
     *
     * @param setting the setting, asked for once
     * @return its value
     */
    <T> T take(Setting<T> setting);
  }

  private SettingsTable() {}

  static Settings fill(Source from) {
    return new Settings(
        school(from),
        FootageTable.fill(from),
        sampling(from),
        face(from),
        enrolment(from),
        matching(from),
        attendance(from),
        unknown(from),
        models(from),
        ServiceTable.schedule(from),
        ServiceTable.alarm(from),
        ServiceTable.work(from),
        ServiceTable.store(from),
        SightTable.web(from),
        SightTable.log(from),
        SightTable.warnings(from),
        MailTable.fill(from),
        SightTable.audit(from));
  }

  /** All settings, in the order in which they are filled. */
  static List<Setting<?>> all() {
    Collector collector = new Collector();
    fill(collector);
    return collector.settings;
  }

  private static final class Collector implements Source {
    private final List<Setting<?>> settings = new ArrayList<>();

    @Override
    public <T> T take(Setting<T> setting) {
      settings.add(setting);
      return setting.fallback();
    }
  }

  private static SchoolSettings school(Source from) {
    return new SchoolSettings(
        from.take(
            new Setting<>(
                "school.name",
                Form.text("a text"),
                settings -> settings.school().name(),
                "Name of the school, as the sheets show it.")),
        from.take(
            new Setting<>(
                "school.zone",
                Form.zone().orNothing(),
                settings -> settings.school().zone(),
                "Time zone of the school; nothing for the machine's own.")));
  }

  private static SamplingSettings sampling(Source from) {
    return new SamplingSettings(
        from.take(
            new Setting<>(
                "sampling.interval",
                Form.time("100ms", "60s"),
                settings -> settings.sampling().interval(),
                "Time between two pictures that are looked at. A shorter one finds more faces and"
                    + " takes longer.")),
        from.take(
            new Setting<>(
                "sampling.longestGap",
                Form.time("100ms", "60s"),
                settings -> settings.sampling().longestGap(),
                "Longest time between two pictures where that saves time: recordings with key"
                    + " frames as near as this are read several times as fast. Without effect where"
                    + " it is shorter than the interval, or the interval shorter than 1s, and in"
                    + " recordings shorter than 75s.")),
        SamplingSettings.DEFAULT.shortLength());
  }

  private static FaceSettings face(Source from) {
    return new FaceSettings(
        from.take(
            new Setting<>(
                "detection.pack",
                Form.text("the id of an installed model pack, or auto"),
                settings -> settings.face().detector(),
                "What finds faces; auto for the best pack installed.")),
        from.take(
            new Setting<>(
                "recognition.pack",
                Form.text("the id of an installed model pack, or auto"),
                settings -> settings.face().embedder(),
                "What tells faces apart; auto for the best pack installed. Another pack means that"
                    + " all photos are enrolled anew.")),
        from.take(
            new Setting<>(
                "detection.smallestFacePixels",
                Form.wholeNumber(12, 400, " pixels"),
                settings -> settings.face().smallestFacePixels(),
                "Width of the smallest face that is looked for, in the recording. Half the width"
                    + " takes four times as long.")),
        from.take(
            new Setting<>(
                "detection.wholePictureEvery",
                Form.time("0s", "60s"),
                settings -> settings.face().wholePictureEvery(),
                "How often faces are looked for everywhere in the picture. In the pictures between,"
                    + " they are looked for where faces were seen shortly before or after; 0s"
                    + " searches every picture as a whole.")));
  }

  private static EnrolmentSettings enrolment(Source from) {
    return new EnrolmentSettings(
        from.take(
            new Setting<>(
                "enrolment.minFacePixels",
                Form.wholeNumber(20, 400, " pixels"),
                settings -> settings.enrolment().minFacePixels(),
                "Width that the face in an enrolment photo must have.")),
        from.take(
            new Setting<>(
                "enrolment.minSharpness",
                Form.number(0, 1),
                settings -> settings.enrolment().minSharpness(),
                "How sharp the face in an enrolment photo must be; 0 takes every photo.")));
  }

  private static MatchingSettings matching(Source from) {
    return new MatchingSettings(
        from.take(
            new Setting<>(
                "recognition.falseAcceptRate",
                Form.number(0.00001, 0.05),
                settings -> settings.matching().falseAcceptRate(),
                "How often a student may be taken for seen in a lesson without having been there,"
                    + " at most: 0.001 is once in a thousand. A smaller one leaves more to review"
                    + " by hand.")),
        from.take(
            new Setting<>(
                "recognition.minSightings",
                Form.wholeNumber(1, 100, " pictures"),
                settings -> settings.matching().minSightings(),
                "In how many pictures a student must be seen to be marked without a look by a"
                    + " person.")),
        from.take(
            new Setting<>(
                "recognition.classifier",
                Form.choice(MatchingSettings.Method.class),
                settings -> settings.matching().method(),
                "How a face is compared with the class: with the mean of each student's photos"
                    + " (template), with the nearest ones of them (knn), by a support vector"
                    + " machine (svm) or a trained softmax layer (softmax). The same limits hold"
                    + " for all.")));
  }

  private static AttendanceSettings attendance(Source from) {
    return new AttendanceSettings(
        from.take(
            new Setting<>(
                "marks.lateAfter",
                Form.time("0s", "4h"),
                settings -> settings.attendance().lateAfter(),
                "Who is first seen later than this after the begin of the lesson is late.")),
        from.take(
            new Setting<>(
                "marks.leftEarlyBefore",
                Form.time("0s", "4h"),
                settings -> settings.attendance().leftEarlyBefore(),
                "Who is last seen earlier than this before the end of the lesson left early.")));
  }

  private static UnknownSettings unknown(Source from) {
    return new UnknownSettings(
        from.take(
            new Setting<>(
                "unknown.keepDays",
                Form.wholeNumber(0, 366, " days"),
                settings -> settings.unknown().keepDays(),
                "How long an unknown person is recognised again in the lessons of the class,"
                    + " counted from the last recording with the person that was processed; then"
                    + " the template is deleted. 0 recognises nobody again.")));
  }

  private static ModelsSettings models(Source from) {
    return new ModelsSettings(
        from.take(
            new Setting<>(
                "models.from",
                Form.folder().orNothing(),
                settings -> settings.models().from(),
                "Where model packs are installed from; nothing for their public addresses.")));
  }
}
