package org.rollcall.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.face.FaceSettings;
import org.rollcall.identity.AttendanceSettings;
import org.rollcall.identity.EnrolmentSettings;
import org.rollcall.identity.MatchingSettings;
import org.rollcall.inbox.FateSettings;
import org.rollcall.inbox.ReadinessSettings;
import org.rollcall.video.SamplingSettings;

/** The limits of the table are those of the settings records, no wider and no narrower. */
class SettingsLimitsTest {
  @ParameterizedTest
  @MethodSource("limits")
  void limits_ofTheTable_areThoseOfTheRecord(
      String key, String lowest, String highest, ThrowingCallable below, ThrowingCallable above) {
    read("%s: %s".formatted(key, lowest));
    read("%s: %s".formatted(key, highest));

    assertThatExceptionOfType(BadSettings.class)
        .isThrownBy(() -> read(key + ": nonsense"))
        .withMessageContaining(lowest + " to " + highest);
    assertThatIllegalArgumentException().isThrownBy(below);
    assertThatIllegalArgumentException().isThrownBy(above);
  }

  private static Stream<Arguments> limits() {
    Duration day = Duration.ofDays(1);
    Duration fourHours = Duration.ofHours(4);
    return Stream.of(
        limit("footage.stillFor", "0s", "1d", () -> still(-1), () -> still(day.toMillis() + 1)),
        limit("footage.fateAfterDays", "0", "3650", () -> fate(-1), () -> fate(3651)),
        limit("sampling.interval", "100ms", "60s", () -> every(99), () -> every(60_001)),
        limit("sampling.longestGap", "100ms", "60s", () -> gap(99), () -> gap(60_001)),
        limit("detection.smallestFacePixels", "12", "400", () -> face(11), () -> face(401)),
        limit("detection.wholePictureEvery", "0s", "60s", () -> whole(-1), () -> whole(60_001)),
        limit("enrolment.minFacePixels", "20", "400", () -> photo(19, 0), () -> photo(401, 0)),
        limit("enrolment.minSharpness", "0", "1", () -> photo(40, -0.01), () -> photo(40, 1.01)),
        limit(
            "recognition.falseAcceptRate",
            "0.00001",
            "0.05",
            () -> new MatchingSettings(0.000009, 3),
            () -> new MatchingSettings(0.051, 3)),
        limit(
            "recognition.minSightings",
            "1",
            "100",
            () -> new MatchingSettings(0.001, 0),
            () -> new MatchingSettings(0.001, 101)),
        limit(
            "marks.lateAfter",
            "0s",
            "4h",
            () -> new AttendanceSettings(Duration.ofMillis(-1), fourHours),
            () -> new AttendanceSettings(fourHours.plusMillis(1), fourHours)),
        limit(
            "marks.leftEarlyBefore",
            "0s",
            "4h",
            () -> new AttendanceSettings(fourHours, Duration.ofMillis(-1)),
            () -> new AttendanceSettings(fourHours, fourHours.plusMillis(1))),
        limit("unknown.keepDays", "0", "366", () -> days(-1), () -> days(367)),
        limit("schedule.catchUpWithin", "0s", "7d", () -> late(-1), () -> late(604_800_001)),
        limit("alarm.nightGrace", "10m", "2d", () -> grace(599), () -> grace(172_801)),
        limit("alarm.waiting", "1", "100000", () -> alarm(0, 5), () -> alarm(100_001, 5)),
        limit("alarm.oldest", "1h", "60d", () -> oldest(3599), () -> oldest(5_184_001)),
        limit("alarm.freeSpace", "0", "100000", () -> alarm(50, -1), () -> alarm(50, 100_001)),
        limit("work.processes", "0", "64", () -> work(-1, 3000, 9), () -> work(65, 3000, 9)),
        limit(
            "work.memoryMegabytes",
            "800",
            "64000",
            () -> work(0, 799, 9),
            () -> work(0, 64_001, 9)),
        limit("work.patience", "1m", "6h", () -> work(0, 3000, 0), () -> work(0, 3000, 361)),
        limit("schedule.every", "1m", "1d", () -> look(59_999), () -> look(day.toMillis() + 1)),
        limit("mail.port", "1", "65535", () -> smtp(0), () -> smtp(65_536)),
        limit("mail.warningsADay", "1", "1000", () -> warn(0), () -> warn(1001)),
        limit("web.port", "0", "65535", () -> port(-1), () -> port(65_536)),
        limit("log.keepFiles", "1", "1000", () -> log(0, 1), () -> log(1001, 1)),
        limit("log.fileMegabytes", "1", "1000", () -> log(1, 0), () -> log(1, 1001)),
        limit("warnings.attendanceBelow", "0", "100", () -> warn(-1, 5, 3), () -> warn(101, 5, 3)),
        limit("warnings.fromLessons", "1", "1000", () -> warn(80, 0, 3), () -> warn(80, 1001, 3)),
        limit(
            "warnings.absencesInARow", "0", "1000", () -> warn(80, 5, -1), () -> warn(80, 5, 1001)),
        limit("audit.keepDays", "1", "3660", () -> audit(0), () -> audit(3661)));
  }

  private static Arguments limit(
      String key, String lowest, String highest, ThrowingCallable below, ThrowingCallable above) {
    return arguments(key, lowest, highest, below, above);
  }

  private static void still(long millis) {
    var unused =
        new ReadinessSettings(
            ReadinessSettings.When.STILL, Duration.ofMillis(millis), Optional.empty());
  }

  private static void fate(int days) {
    FateSettings from = FateSettings.DEFAULT;
    var unused =
        new FateSettings(
            from.afterSuccess(), from.afterFailure(), days, from.doneFolder(), from.failedFolder());
  }

  private static void every(long millis) {
    var unused = new SamplingSettings(Duration.ofMillis(millis));
  }

  private static void gap(long millis) {
    var unused =
        new SamplingSettings(Duration.ofSeconds(1), Duration.ofMillis(millis), Duration.ZERO);
  }

  private static void face(int pixels) {
    var unused = new FaceSettings(FaceSettings.AUTO, FaceSettings.AUTO, pixels);
  }

  private static void whole(long millis) {
    var unused =
        new FaceSettings(FaceSettings.AUTO, FaceSettings.AUTO, 24, Duration.ofMillis(millis));
  }

  private static void photo(int pixels, double sharpness) {
    var unused = new EnrolmentSettings(pixels, sharpness);
  }

  private static void days(int days) {
    var unused = new UnknownSettings(days);
  }

  private static void look(long millis) {
    ScheduleSettings from = ScheduleSettings.DEFAULT;
    var unused =
        new ScheduleSettings(
            from.nightly(),
            from.until(),
            from.catchUpWithin(),
            Optional.of(Duration.ofMillis(millis)));
  }

  private static void late(long millis) {
    ScheduleSettings from = ScheduleSettings.DEFAULT;
    var unused =
        new ScheduleSettings(from.nightly(), from.until(), Duration.ofMillis(millis), from.every());
  }

  private static void work(int processes, int megabytes, long minutes) {
    var unused = new WorkSettings(processes, megabytes, Duration.ofMinutes(minutes));
  }

  private static void grace(long seconds) {
    AlarmSettings from = AlarmSettings.DEFAULT;
    var unused =
        new AlarmSettings(
            Duration.ofSeconds(seconds), 50, from.oldest(), 5, from.command(), from.mailTo());
  }

  private static void oldest(long seconds) {
    AlarmSettings from = AlarmSettings.DEFAULT;
    var unused =
        new AlarmSettings(
            from.nightGrace(), 50, Duration.ofSeconds(seconds), 5, from.command(), from.mailTo());
  }

  private static void alarm(int waiting, int freeSpace) {
    AlarmSettings from = AlarmSettings.DEFAULT;
    var unused =
        new AlarmSettings(
            from.nightGrace(), waiting, from.oldest(), freeSpace, from.command(), from.mailTo());
  }

  private static void port(int port) {
    var unused = new WebSettings(port, "127.0.0.1");
  }

  private static void smtp(int port) {
    MailSettings.Server from = MailSettings.DEFAULT.server();
    var unused = new MailSettings.Server(from.host(), port, from.security(), from.sender());
  }

  private static void warn(int mailsADay) {
    MailSettings usual = MailSettings.DEFAULT;
    var unused = new MailSettings(usual.server(), usual.language(), usual.weekly(), mailsADay);
  }

  private static void audit(int days) {
    var unused = new AuditSettings(days);
  }

  private static void log(int files, int megabytes) {
    var unused = new LogSettings(files, megabytes);
  }

  private static void warn(int below, int from, int inARow) {
    var unused = new WarningSettings(below, from, inARow);
  }

  @Test
  void limits_ofEverySettingThatHasSome_areCompared() {
    assertThat(SettingsTable.all())
        .filteredOn(setting -> setting.form().expected().matches(".* from .+ to .+"))
        .extracting(Setting::key)
        .containsExactlyInAnyOrderElementsOf(
            limits().map(arguments -> (String) arguments.get()[0]).toList());
  }

  private static Settings read(String text) {
    return SettingsReader.read(text, "rollcall.yaml");
  }
}
