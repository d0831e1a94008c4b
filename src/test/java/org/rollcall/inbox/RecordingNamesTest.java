package org.rollcall.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.inbox.name.NameWords;
import org.rollcall.inbox.name.NamedTime;
import org.rollcall.inbox.name.RecordingName;

/** What is read from names is in {@code NamesOfRecordingsTest}; this is about where it is read. */
class RecordingNamesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 16);
  private static final LocalTime NINE = LocalTime.of(9, 0);

  private final RecordingNames names = new RecordingNames(InboxSettings.DEFAULT);

  @ParameterizedTest
  @CsvSource({
    "7A/2026-11-16_0900_part3.mp4, 3",
    "7A/2026-11-16_0900_p12.mp4, 12",
    "7A/2026-11-16_0900_P0.mp4, 0",
    "7A/2026-11-16_0900-part 2.mp4, 2",
    "7A/2026-11-16_0900 Teil 2.mp4, 2",
    "7A_2026-11-16_0900_cam2_Part2.mp4, 2",
    "room 12/ch01_20261116_0900_main_p2.mp4, 2",
    "7A/GH020042.MP4, 2",
    "7A/2026-11-16_0900_p2_cam2.mp4, ",
    "7A/2026-11-16_0900_p.mp4, ",
    "7A/2026-11-16_0900_p12345.mp4, ",
    "7A/2026-11-16_0900_2.mp4, ",
  })
  void ofPath_numberOfAChunk_isTold(String path, Integer part) {
    assertThat(names.ofPath(path).part())
        .isEqualTo(part == null ? OptionalInt.empty() : OptionalInt.of(part));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "7A/holiday.mp4",
        "7A/a/b/clip 7.mp4",
        "7A/=cmd|..mp4",
        "7A/two\nlines.mp4",
        "7A/a\nb/clip.mp4",
        "7A/\uD83C\uDF93.mp4",
      })
  void ofPath_nameSaysNothing_tellsTheFoldersAlone(String path) {
    RecordingName name = names.ofPath(path);

    assertThat(name.words().first()).isEqualTo("7A");
    assertThat(name.start()).isEmpty();
    assertThat(name.words().before()).isEmpty();
  }

  @Test
  void ofPath_ownPattern_wins() {
    InboxSettings own = patterns("(?<date>[\\d-]+)T(?<time>[\\d-]+)_(?<class>.+)_(?<camera>\\w+)");

    assertThat(new RecordingNames(own).ofPath("2026-11-16T09-00-30_7A_2.mp4"))
        .isEqualTo(
            new RecordingName(
                Optional.of("7A"),
                Optional.empty(),
                NameWords.NONE,
                start(DAY.atTime(9, 0, 30)),
                Optional.empty(),
                Optional.of("2"),
                OptionalInt.empty()));
  }

  @Test
  void ofPath_ownPatternDoesNotFit_isReadAsUsual() {
    InboxSettings own = patterns("(?<room>.+)-(?<date>\\d{8})-(?<time>\\d{4})");

    assertThat(new RecordingNames(own).ofPath("7A/2026-11-16_0900.mp4").start())
        .isEqualTo(start(DAY.atTime(NINE)));
  }

  @Test
  void ofPath_ownPatternFindsAnImpossibleLesson_isAskedAbout() {
    InboxSettings own = patterns("(?<class>.+)/(?<date>\\d{8})-(?<time>\\d{4})");

    assertThatExceptionOfType(UnclearName.class)
        .isThrownBy(() -> new RecordingNames(own).ofPath("7A/20260230-0900.mp4"))
        .satisfies(e -> assertThat(e.isDoubtful()).isTrue())
        .withMessageContainingAll("impossible lesson", "'7A'", "'20260230'", "'0900'");
  }

  /** The patterns in every settings file that an earlier version came with. */
  @Test
  void ofPath_patternsOfEarlierVersions_doNotCount() {
    InboxSettings former =
        patterns(
            "(?<class>[^/]+)/(?<date>\\d{4}-\\d{2}-\\d{2})_(?<time>\\d{4}(?:\\d{2})?)(?:_(?<camera>"
                + "[^/]+?))??(?:_[pP](?:art)?(?<part>\\d{1,4}))?",
            "(?<class>[^/]+?)_(?<date>\\d{4}-\\d{2}-\\d{2})_(?<time>\\d{4}(?:\\d{2})?)(?:_(?<camera"
                + ">[^/]+?))??(?:_[pP](?:art)?(?<part>\\d{1,4}))?",
            "(?<room>[^/]+)/(?<date>\\d{8})[_-]?(?<time>\\d{4}(?:\\d{2})?)(?:_(?<camera>[^/]+?))??("
                + "?:_[pP](?:art)?(?<part>\\d{1,4}))?",
            "(?<room>[^/]+)/(?<camera>[^/]+)[_-](?<date>\\d{8})[_-]?(?<time>\\d{4}(?:\\d{2})?)(?:_["
                + "^/]+?)??(?:_[pP](?:art)?(?<part>\\d{1,4}))?",
            "(?<place>[^/]+)/(?:[^/]+/)+(?:[^/]*[_-])?(?<date>\\d{4}-?\\d{2}-?\\d{2})[_-]?(?<time>"
                + "\\d{4}(?:\\d{2})?)(?:_(?<camera>[^/]+?))??(?:_[pP](?:art)?(?<part>\\d{1,4}))?",
            "(?<place>[^/]+)/(?:[^/]+/)*[^/]+");

    assertThat(former.ownPatterns()).isEmpty();
    assertThat(new RecordingNames(former).ofPath("R1/main_20261116090000_20261116094500.mp4").end())
        .isEqualTo(start(DAY.atTime(9, 45)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"holiday.mp4", "2026-11-16_0900.mp4", "=cmd|..mp4", ".mp4"})
  void ofPath_noPlace_saysWhatIsExpected(String path) {
    assertThatExceptionOfType(UnclearName.class)
        .isThrownBy(() -> names.ofPath(path))
        .satisfies(e -> assertThat(e.isDoubtful()).isFalse())
        .withMessageContainingAll(path.substring(0, path.length() - 4), "7A/2026-11-16_0900.mp4");
  }

  @Test
  void ofPath_doubtfulDay_isAskedAboutInTheReadersLanguage() {
    assertThatExceptionOfType(UnclearName.class)
        .isThrownBy(() -> names.ofPath("7A/2026-13-01_0900.mp4"))
        .satisfies(
            e -> {
              assertThat(e.isDoubtful()).isTrue();
              assertThat(e.in(Locale.GERMAN)).get().asString().contains("diesen Tag gibt es nicht");
            });
  }

  @Test
  void ofFile_farFromTheWatchedFolder_takesFolderAndName() {
    RecordingName name = names.ofFile(Path.of("/mnt/usb/7A/2026-11-16_0900.mp4"));

    assertThat(name.words().all()).containsExactly("7A");
    assertThat(name.start()).isEqualTo(start(DAY.atTime(NINE)));
  }

  @Test
  void ofFile_nothingFits_throws() {
    assertThatExceptionOfType(UnclearName.class)
        .isThrownBy(() -> names.ofFile(Path.of("/holiday.mp4")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/2026-11-16_0900.mp4", "/8B/2026-11-16_0900.mp4", "/8B_2026-11-16_0900.mp4"})
  void ofFile_classGiven_winsOverTheName(String path) {
    assertThat(names.ofFile(Path.of(path), "7A").className()).contains("7A");
    assertThat(names.ofFile(Path.of(path), "7A").start()).isEqualTo(start(DAY.atTime(NINE)));
  }

  @Test
  void ofFile_classGivenButNoDay_leavesThemToTheFile() {
    RecordingName name = names.ofFile(Path.of("/mnt/holiday.mp4"), "7A");

    assertThat(name.className()).contains("7A");
    assertThat(name.start()).isEmpty();
  }

  @Test
  void ofFile_classGivenAndImpossibleDay_throws() {
    assertThatExceptionOfType(UnclearName.class)
        .isThrownBy(() -> names.ofFile(Path.of("/mnt/2026-02-30_0900.mp4"), "7A"));
  }

  @Test
  void recordingName_nothingTellsThePlace_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new RecordingName(
                    Optional.empty(),
                    Optional.empty(),
                    NameWords.NONE,
                    start(DAY.atTime(NINE)),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty()))
        .withMessageContaining("class, room");
  }

  private static InboxSettings patterns(String... patterns) {
    return new InboxSettings(
        Optional.of(List.of(patterns).stream().map(Pattern::compile).toList()),
        List.of("mp4"),
        ReadinessSettings.DEFAULT,
        RetentionSettings.DEFAULT);
  }

  private static Optional<NamedTime> start(LocalDateTime time) {
    return Optional.of(NamedTime.local(time));
  }
}
