package org.rollcall.ingest;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.inbox.InboxSettings;
import org.rollcall.inbox.RecordingNames;
import org.rollcall.inbox.name.NamedTime;
import org.rollcall.inbox.name.RecordingName;
import org.rollcall.model.RollcallException;
import org.rollcall.testing.TakesLong;

/** Checks every row of the tables in {@code src/docs/names.md}. */
class NamesOfRecordingsTest {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final String ASKED = "asked: ";

  private final RecordingNames names = new RecordingNames(InboxSettings.DEFAULT);
  private final PlaceFinder places =
      new PlaceFinder(List.of("7A", "8B", "10"), List.of("R1", "Room 12", "Gym"));

  @ParameterizedTest
  @MethodSource("rows")
  void read_name_isAsTheDocumentSays(String path, List<String> expected) {
    String asked = expected.get(0);
    List<String> read = read(path);

    if (asked.startsWith(ASKED)) {
      assertThat(read).singleElement().asString().contains(asked.substring(ASKED.length()));
    } else {
      assertThat(read).isEqualTo(expected);
    }
  }

  @Test
  void rows_ofTheDocument_areMany() throws IOException {
    assertThat(rows()).hasSizeGreaterThan(140);
  }

  /** Names put together at random from what names are made of. */
  @Test
  @TakesLong
  @Timeout(20)
  void read_anyName_isUnderstoodOrAskedAbout() {
    List<String> pieces =
        List.of(
            ("2026 11 19 09 00 0900 090000 20261119 2026-11-19 19.11.2026 1795075200 Nov November"
                 + " Mon AM pm h Uhr T Z UTC GMT GMT+1 +0100 CEST - _ . : / 7A R1 ch01 cam ( ) [ ]"
                 + " ~ 2 _09 25 99 000 IMG_ 1234 copy p2 ü \uD83C\uDF93")
                .split(" ", -1));
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      String name =
          Stream.generate(() -> pieces.get(random.nextInt(pieces.size())))
              .limit(1 + random.nextInt(12))
              .collect(joining());

      assertThat(read(name + ".mp4")).as(name).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1", "a", "_", "-", " ", ".", "2026-", "0900 ", "(1)", " copy", "Nov", "am"})
  @Timeout(5)
  void read_longestName_isReadAtOnce(String piece) {
    assertThat(read("7A/" + piece.repeat(255 / piece.length()) + ".mp4")).isNotEmpty();
  }

  private List<String> read(String path) {
    try {
      RecordingName name = names.ofPath(path);
      NamedPlace place = places.of(name);
      return List.of(
          name.start().map(NamesOfRecordingsTest::shown).orElse("from the file"),
          name.end().map(NamesOfRecordingsTest::shown).orElse(""),
          place.className().orElse(place.room()),
          place.camera().orElse(""));
    } catch (RollcallException e) {
      return List.of(e.getMessage());
    }
  }

  private static String shown(NamedTime time) {
    LocalDateTime shown =
        time.offset()
            .map(offset -> time.time().atOffset(offset).withOffsetSameInstant(ZoneOffset.UTC))
            .map(utc -> utc.toLocalDateTime())
            .orElse(time.time());
    return shown.format(shown.getSecond() == 0 ? MINUTE : SECOND)
        + (time.offset().isPresent() ? "Z" : "");
  }

  private static Stream<Arguments> rows() throws IOException {
    return Files.readAllLines(Path.of("src/docs/names.md")).stream()
        .filter(
            line -> line.startsWith("|") && line.contains("` |") && !line.contains("path below"))
        .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
        .map(NamesOfRecordingsTest::row);
  }

  /** The path is in the first or second cell; before it may be where such names come from. */
  private static Arguments row(List<String> cells) {
    int path = cells.get(1).startsWith("`") ? 1 : 2;
    return arguments(cells.get(path).replace("`", ""), cells.subList(path + 1, path + 5));
  }
}
