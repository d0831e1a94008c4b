package org.rollcall.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.Message;
import org.rollcall.school.Home;
import org.rollcall.school.InvalidConfiguration;
import org.rollcall.school.InvalidConfiguration.Problem;
import org.rollcall.school.Problems;
import org.rollcall.testing.SchoolFolder;

class SettingsFileTest {
  private static final String OTHER_VALUES =
      """
      school: {name: Hill School, zone: Europe/Zurich}
      footage:
        patterns: ['(?<room>.+)-(?<date>\\d{8})-(?<time>\\d{4})']
        extensions: [mp4, 264]
        readyWhen: marked
        stillFor: 2m
        sentinel: .connected
        afterSuccess: delete
        afterFailure: move
        fateAfterDays: 30
        doneFolder: /archive/done
        failedFolder: failed
      sampling.interval: 500ms
      sampling.longestGap: 4s
      detection: {pack: mtcnn, smallestFacePixels: 32, wholePictureEvery: 4s}
      recognition: {pack: facenet, falseAcceptRate: 0.0005, minSightings: 7}
      recognition.classifier: svm
      enrolment: {minFacePixels: 60, minSharpness: 0.3}
      marks: {lateAfter: 5m, leftEarlyBefore: 1h}
      unknown.keepDays: 7
      models.from: ../shared/models
      schedule: {nightly: 0 30 2 ? * MON-FRI, until: 06:30, catchUpWithin: 5h, every: 15m}
      alarm: {nightGrace: 3h, waiting: 20, oldest: 4d, freeSpace: 0}
      alarm.command: [mail, -s, It is Rollcall, admin@school.example]
      store.url: jdbc:postgresql://db.school.example:5433/rollcall?sslmode=verify-full
      store: {user: rollcall, passwordFile: /etc/rollcall/password}
      work: {processes: 3, memoryMegabytes: 2000, patience: 20m}
      web:
        port: 9090
        address: 0.0.0.0
        keyStore: config/web.p12
        keyStorePasswordFile: /etc/rollcall/web-password
        publicAddress: https://rollcall.school.example:8443
        proxies: [10.0.0.7]
      log: {keepFiles: 3, fileMegabytes: 2}
      audit.keepDays: 90
      warnings: {attendanceBelow: 90, fromLessons: 10, absencesInARow: 2}
      alarm.mailTo: [head@school.example, admin@school.example]
      mail: {host: mail.school.example, port: 465, security: tls, language: de}
      mail.from: rollcall@school.example
      mail.user: rollcall
      mail.passwordFile: /etc/rollcall/mail
      mail.weeklyDay: friday
      mail.weeklyTime: 17:30
      mail.warningsADay: 3
      """;

  static final List<Arguments> VALUES_THAT_ARE_REFUSED =
      List.of(
          arguments("school.name", "''"),
          arguments("school.name", "[a, b]"),
          arguments("school.zone", "Europe/Zuerich"),
          arguments("footage.patterns", "'(?<class>.+)'"),
          arguments("footage.patterns", "['(?<class>.+)_(?<date>\\d+)']"),
          arguments("footage.patterns", "['(?<class>.+)_(?<time>\\d+)']"),
          arguments("footage.patterns", "['(?<date>\\d+)_(?<time>\\d+)']"),
          arguments("footage.patterns", "['(?<class>.+)(?<date>.+)(?<time>(']"),
          arguments("footage.readyWhen", "closed"),
          arguments("footage.sentinel", "a/b"),
          arguments("footage.sentinel", ".."),
          arguments("footage.afterSuccess", "keep"),
          arguments("footage.afterFailure", "delete"),
          arguments("footage.doneFolder", ""),
          arguments("footage.extensions", "mp4"),
          arguments("footage.extensions", "[]"),
          arguments("sampling.interval", "1"),
          arguments("sampling.interval", "1 minute"),
          arguments("sampling.interval", "-1s"),
          arguments("sampling.interval", "9999999999s"),
          arguments("detection.smallestFacePixels", "20px"),
          arguments("detection.smallestFacePixels", "20.5"),
          arguments("detection.smallestFacePixels", "99999999999"),
          arguments("detection.pack", ""),
          arguments("enrolment.minSharpness", "NaN"),
          arguments("enrolment.minSharpness", "sharp"),
          arguments("recognition.falseAcceptRate", "true"),
          arguments("recognition.classifier", "forest"),
          arguments("recognition.classifier", "SVM"),
          arguments("models.from", "[a]"),
          arguments("schedule.nightly", "01:00"),
          arguments("schedule.nightly", "0 0 1 * *"),
          arguments("schedule.until", "6.30"),
          arguments("schedule.until", "24:00"),
          arguments("alarm.waiting", "many"),
          arguments("alarm.command", "mail"),
          arguments("schedule.every", "never"),
          arguments("store.url", "output/rollcall.db"),
          arguments("store.url", "jdbc:mysql://db/rollcall"),
          arguments("store.url", "jdbc:postgresql://db"),
          arguments("store.url", "jdbc:postgresql://rollcall:secret@db/rollcall"),
          arguments("store.url", "'jdbc:postgresql://db/rollcall?user=a&password=secret'"),
          arguments("web.port", "http"),
          arguments("web.address", "''"),
          arguments("web.publicAddress", "rollcall.school.example"),
          arguments("web.publicAddress", "ftp://school.example"),
          arguments("web.publicAddress", "https://a:b@school.example"),
          arguments("web.publicAddress", "https://school.example/?page=1"),
          arguments("mail.port", "0"),
          arguments("mail.security", "ssl"),
          arguments("mail.from", "Rollcall"),
          arguments("mail.from", "Rollcall <rollcall@school.example>"),
          arguments("mail.from", "\"a@school.example\\nBcc: b@school.example\""),
          arguments("mail.language", "fr"),
          arguments("mail.weeklyDay", "mon"),
          arguments("alarm.mailTo", "[head@school.example, nobody]"),
          arguments("web.publicAddress", "ftp://rollcall.school.example"),
          arguments("web.publicAddress", "https://rollcall.school.example/pages"),
          arguments("web.publicAddress", "https://me@rollcall.school.example"),
          arguments("audit.keepDays", "0"),
          arguments("log.keepFiles", "0"));

  @TempDir private Path root;

  @Test
  void read_noFile_givesTheDefaults() {
    assertThat(SettingsFile.read(Home.of(root))).isEqualTo(Settings.DEFAULT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing but a comment\n",
        "sampling:\n",
        "models:\n  from:\n",
        "alarm:\n  command:\n"
      })
  void read_nothingSet_givesTheDefaults(String text) {
    assertThat(read(text)).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void read_everyKeySet_holdsWhatIsWritten() {
    Map<String, String> written = new HashMap<>();
    YamlEntries.read(OTHER_VALUES, new Problems("other values"))
        .forEach((key, entry) -> written.put(key, String.join(", ", entry.texts())));

    assertThat(read(OTHER_VALUES).byKey()).containsExactlyInAnyOrderEntriesOf(written);
  }

  @Test
  void read_everyKeySet_leavesNoDefault() {
    Map<String, String> defaults = Settings.DEFAULT.byKey();

    assertThat(read(OTHER_VALUES).byKey())
        .hasSameSizeAs(defaults)
        .allSatisfy((key, value) -> assertThat(value).isNotEqualTo(defaults.get(key)));
  }

  @Test
  void read_extensionsInCapitals_areTakenAsSmallLetters() {
    assertThat(read("footage.extensions: [MP4, Mkv]").inbox().extensions())
        .containsExactly("mp4", "mkv");
  }

  @Test
  void read_mailServerWithoutSender_isRefused() {
    assertThat(fault("mail.host: mail.school.example\n"))
        .hasMessageContaining("mail.host without mail.from");
  }

  @Test
  void read_severalProblems_tellsAllByLine() {
    InvalidConfiguration bad =
        fault(
            """
            sampling:
              interval: 50ms
              intervall: 1s
            marks:
              lateAfter: soon
              lateAfter: 5m
            """);

    assertThat(bad)
        .hasMessage(
            """
            Cannot use config/rollcall.yaml: 4 problems.
              line 2, sampling.interval: found '50ms', expected a time from 100ms to 60s
              line 3, sampling.intervall: found an unknown key, expected one such as\
             'sampling.interval'
              line 5, marks.lateAfter: found 'soon', expected a time from 0s to 4h
              line 6, marks.lateAfter: found it again (first in line 5), expected each\
             setting once\
            """);
    assertThat(bad.problems())
        .first()
        .isEqualTo(
            new Problem(
                OptionalInt.of(2),
                "sampling.interval",
                Message.english("'50ms'"),
                Message.english("a time from 100ms to 60s")));
  }

  @Test
  void read_oneProblem_tellsItInOneSentence() {
    assertThat(fault("school:\n  zone: Mars\n"))
        .hasMessage(
            "Cannot use config/rollcall.yaml: line 2, school.zone: found 'Mars', expected a time"
                + " zone such as Europe/Zurich, or nothing.");
  }

  @ParameterizedTest
  @FieldSource("VALUES_THAT_ARE_REFUSED")
  void read_valueOfAnotherForm_isRefused(String key, String value) {
    assertThat(fault("%s: %s".formatted(key, value)).problems())
        .extracting(Problem::subject)
        .containsExactly(key);
  }

  @ParameterizedTest
  @CsvSource({
    "sampling.intervall, sampling.interval",
    "interval, sampling.interval",
    "detection.minSightings, recognition.minSightings",
    "marks.lateafter, marks.lateAfter",
    "sampling.interval.seconds, sampling.interval",
    "SCHOOL.NAME, school.name",
  })
  void read_unknownKey_namesTheNearest(String key, String nearest) {
    assertThat(fault(key + ": 1").problems().get(0).expected().toString())
        .contains("'" + nearest + "'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sampling: {interval: 1s",
        "\tsampling: 1",
        "a: 1\n  b: 2",
        "just text",
        "- a\n- b",
        "school: {name: a}\n---\nschool: {name: b}",
        "? [a]\n: b",
        "school: !!binary x\n\0",
      })
  void read_notYaml_isRefused(String text) {
    assertThat(fault(text).problems()).isNotEmpty();
  }

  @Test
  void read_aliases_areRefusedInsteadOfExpanded() {
    String laughs = "footage:\n  extensions: &a [mp4, mp4]\n  patterns: [*a, *a, *a]\n";

    assertThat(fault(laughs).problems())
        .filteredOn(problem -> problem.found().toString().equals("the alias '*a'"))
        .hasSize(3);
  }

  @Test
  void read_nestedList_isRefused() {
    assertThat(fault("footage:\n  extensions: [[mp4]]").problems().get(0).found())
        .hasToString("a list within the list");
  }

  @Test
  void read_deepNesting_isRefused() {
    assertThat(fault("{a: ".repeat(100_000)).problems()).isNotEmpty();
  }

  @Test
  void read_otherEncodings_areUnderstood() {
    String text = "school.name: Schüle";

    assertThat(read(text, Charset.forName("windows-1252")).school().name()).isEqualTo("Schüle");
    assertThat(read("\uFEFF" + text, StandardCharsets.UTF_8).school().name()).isEqualTo("Schüle");
    assertThat(read(text, StandardCharsets.UTF_16).school().name()).isEqualTo("Schüle");
  }

  @Test
  void read_folderInPlaceOfTheFile_saysThatItCannotBeRead() throws Exception {
    Files.createDirectories(root.resolve("config/rollcall.yaml"));

    assertThatExceptionOfType(InvalidConfiguration.class)
        .isThrownBy(() -> SettingsFile.read(Home.of(root)))
        .withMessageStartingWith("Cannot read config/rollcall.yaml: ")
        .satisfies(bad -> assertThat(bad.problems()).isEmpty());
  }

  private Settings read(String text) {
    return read(text, StandardCharsets.UTF_8);
  }

  private Settings read(String text, Charset charset) {
    return SettingsFile.read(new SchoolFolder(root).with("config/rollcall.yaml", text, charset));
  }

  private InvalidConfiguration fault(String text) {
    return catchThrowableOfType(InvalidConfiguration.class, () -> read(text));
  }
}
