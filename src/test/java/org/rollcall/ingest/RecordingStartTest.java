package org.rollcall.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.inbox.name.NamedTime;
import org.rollcall.ingest.RecordingStart.StartSource;
import org.rollcall.model.Message;
import org.rollcall.model.RollcallException;
import org.rollcall.testing.FakeClock;

class RecordingStartTest {
  private static final ZoneId ZURICH = ZoneId.of("Europe/Zurich");
  private static final Instant NOW = Instant.parse("2026-11-17T01:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  @Test
  void ofName_plain_isTakenWithoutRemarks() {
    RecordingStart start = ofName("2026-11-16T09:00:07");

    assertThat(start.time()).isEqualTo(LocalDateTime.parse("2026-11-16T09:00:07").atZone(ZURICH));
    assertThat(start.source()).isEqualTo(StartSource.NAME);
    assertThat(start.remarks()).isEmpty();
  }

  @Test
  void ofName_moreThanADayAhead_remarksOnTheClock() {
    assertThat(ofName("2026-11-18T02:00:00").remarks()).isEmpty();
    assertThat(ofName("2026-11-18T02:00:01").remarks())
        .singleElement()
        .asString()
        .contains("2026-11-18T02:00:01", "check the recorder's clock");
  }

  @Test
  void ofName_inTheHourThatWasLeftOut_isMovedForward() {
    RecordingStart start = ofName("2026-03-29T02:30:00");

    assertThat(start.time().toLocalDateTime()).isEqualTo("2026-03-29T03:30:00");
    assertThat(start.remarks()).singleElement().asString().contains("went forward");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-03-29T01:59:59", "2026-03-29T03:00:00"})
  void ofName_besideTheHourThatWasLeftOut_isTakenAsItIs(String name) {
    assertThat(ofName(name).time().toLocalDateTime()).isEqualTo(LocalDateTime.parse(name));
    assertThat(ofName(name).remarks()).isEmpty();
  }

  @Test
  void ofName_inTheHourThatCameTwice_isTheFirst() {
    RecordingStart start = ofName("2026-10-25T02:30:00");

    assertThat(start.time().getOffset()).isEqualTo(ZoneOffset.ofHours(2));
    assertThat(start.remarks()).singleElement().asString().contains("went back");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-10-25T01:59:59", "2026-10-25T03:00:00"})
  void ofName_besideTheHourThatCameTwice_isPlain(String name) {
    assertThat(ofName(name).remarks()).isEmpty();
  }

  @Test
  void ofName_statedInUtc_isOnTheSchoolsClock() {
    NamedTime name =
        new NamedTime(LocalDateTime.parse("2026-11-16T09:00:00"), Optional.of(ZoneOffset.UTC));

    RecordingStart start = reader().ofName(name);

    assertThat(start.time()).isEqualTo(LocalDateTime.parse("2026-11-16T10:00:00").atZone(ZURICH));
    assertThat(start.remarks()).isEmpty();
  }

  @Test
  void ofName_inTheHourThatCameTwiceButWithAnOffset_isPlain() {
    NamedTime name =
        new NamedTime(LocalDateTime.parse("2026-10-25T01:30:00"), Optional.of(ZoneOffset.UTC));

    RecordingStart start = reader().ofName(name);

    assertThat(start.time().getOffset()).isEqualTo(ZoneOffset.ofHours(1));
    assertThat(start.time().toLocalTime()).hasToString("02:30");
    assertThat(start.remarks()).isEmpty();
  }

  /** The file ends at 10:00 in Zurich, 09:00 UTC, after an hour. */
  @ParameterizedTest
  @CsvSource({
    "2026-11-16T08:00:00Z, 09:00:00", // UTC, as it should be
    "2026-11-16T09:00:00Z, 09:00:00", // what the clock on the wall showed
    "2026-11-16T08:15:00Z, 09:15:00",
    "2026-11-16T09:15:00Z, 09:15:00",
    "2026-11-16T09:15:01Z, 10:15:01", // fits neither way
    "2026-11-16T08:45:00Z, 08:45:00",
    "2026-11-16T08:44:59Z, 09:44:59",
    "2026-11-15T08:00:00Z, 09:00:00",
  })
  void ofRecording_container_isReadAsItFitsTheFile(Instant created, LocalTime time) {
    RecordingStart start = read(timing(Optional.of(HOUR), created, "2026-11-16T09:00:00Z"));

    assertThat(start.source()).isEqualTo(StartSource.CONTAINER);
    assertThat(start.time().toLocalTime()).isEqualTo(time);
    assertThat(start.remarks())
        .extracting(Message::toString)
        .containsExactly(
            "The date and time come from the creation time in the recording, because the name does"
                + " not give them.");
  }

  @Test
  void ofRecording_containerOfUnknownLength_isUtc() {
    RecordingStart start =
        read(
            timing(
                Optional.empty(), Instant.parse("2026-11-16T09:00:00Z"), "2026-11-16T09:00:00Z"));

    assertThat(start.time().toLocalTime()).hasToString("10:00");
  }

  @Test
  void ofRecording_containerAheadUnlessOnTheWall_isReadAsTheWall() {
    Instant wall = NOW.plus(Duration.ofMinutes(30));

    RecordingStart start = read(timing(Optional.empty(), wall, "2026-11-16T09:00:00Z"));

    assertThat(start.source()).isEqualTo(StartSource.CONTAINER);
    assertThat(start.time().toInstant()).isEqualTo(NOW.minus(Duration.ofMinutes(30)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1904-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        "1999-12-31T23:59:59Z",
        "2026-11-17T02:00:01Z",
        "2107-12-31T23:59:58Z",
      })
  void ofRecording_senselessContainer_givesWayToTheFile(Instant created) {
    RecordingStart start = read(timing(Optional.of(HOUR), created, "2026-11-16T09:00:00.9Z"));

    assertThat(start.source()).isEqualTo(StartSource.FILE);
    assertThat(start.time().toLocalDateTime()).isEqualTo("2026-11-16T09:00:00");
    assertThat(start.remarks())
        .extracting(Message::toString)
        .containsExactly(
            "The date and time come from the file's modification time, because the name does not"
                + " give them.");
  }

  @Test
  void ofRecording_earliestContainer_isTaken() {
    Instant earliest = Instant.parse("2000-01-01T00:00:00Z");

    assertThat(read(timing(Optional.of(HOUR), earliest, "2026-11-16T09:00:00Z")).source())
        .isEqualTo(StartSource.CONTAINER);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, -1, 7 * 86_400 + 1})
  void ofRecording_senselessLength_countsAsUnknown(long seconds) {
    Timing timing =
        new Timing(
            Optional.of(Duration.ofSeconds(seconds)),
            Optional.empty(),
            Instant.parse("2026-11-16T09:00:00Z"));

    assertThat(timing.length()).isEmpty();
    assertThat(read(timing).time().toLocalTime()).hasToString("10:00");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1999-12-31T23:59:59Z", "2026-11-18T01:00:01Z"})
  void ofRecording_nothingTellsIt_isRefused(Instant modified) {
    Timing timing = new Timing(Optional.of(HOUR), Optional.empty(), modified);

    assertThatExceptionOfType(RollcallException.class)
        .isThrownBy(() -> read(timing))
        .withMessageContainingAll(modified.toString(), "Name it like");
  }

  private static RecordingStart ofName(String name) {
    return reader().ofName(NamedTime.local(LocalDateTime.parse(name)));
  }

  private static RecordingStart read(Timing timing) {
    return reader().ofRecording(timing);
  }

  private static RecordingStart.Reader reader() {
    Clock clock = new FakeClock(NOW);
    return new RecordingStart.Reader(ZURICH, clock);
  }

  private static Timing timing(Optional<Duration> length, Instant created, String modified) {
    return new Timing(length, Optional.of(created), Instant.parse(modified));
  }
}
