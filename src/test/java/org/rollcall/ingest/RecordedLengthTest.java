package org.rollcall.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.inbox.InboxSettings;
import org.rollcall.inbox.RecordingNames;
import org.rollcall.inbox.name.RecordingName;

class RecordedLengthTest {
  private static final String OF_45_MINUTES = "7A/2026-11-19_0900-0945.mp4";
  private static final String OF_5_MINUTES = "7A/2026-11-19_0900-0905.mp4";

  @Test
  void of_fileStatesNone_isThatOfTheName() {
    RecordedLength length = RecordedLength.of(name(OF_45_MINUTES), timing(Optional.empty()));

    assertThat(length.time()).contains(Duration.ofMinutes(45));
    assertThat(length.remarks()).isEmpty();
  }

  @Test
  void of_neitherStatesIt_isUnknown() {
    RecordingName name = name("7A/2026-11-19_0900.mp4");

    assertThat(RecordedLength.of(name, timing(Optional.empty())).time()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {44 * 60, 45 * 60, 46 * 60})
  void of_nameIsAboutRight_isThatOfTheFile(long seconds) {
    RecordedLength length = of(OF_45_MINUTES, seconds);

    assertThat(length.time()).contains(Duration.ofSeconds(seconds));
    assertThat(length.remarks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {44 * 60 - 1, 46 * 60 + 1})
  void of_nameIsMoreThanAMinuteOff_isRemarked(long seconds) {
    RecordedLength length = of(OF_45_MINUTES, seconds);

    assertThat(length.time()).contains(Duration.ofSeconds(seconds));
    assertThat(length.remarks()).singleElement().asString().contains("its name says 45:00 min");
  }

  @Test
  void of_nameIsMoreThanATenthOff_isRemarked() {
    assertThat(of(OF_5_MINUTES, 270).remarks()).isEmpty();
    assertThat(of(OF_5_MINUTES, 269).remarks()).hasSize(1);
  }

  private static RecordedLength of(String path, long seconds) {
    return RecordedLength.of(name(path), timing(Optional.of(Duration.ofSeconds(seconds))));
  }

  private static Timing timing(Optional<Duration> length) {
    return new Timing(length, Optional.empty(), Instant.EPOCH);
  }

  private static RecordingName name(String path) {
    return new RecordingNames(InboxSettings.DEFAULT).ofPath(path);
  }
}
