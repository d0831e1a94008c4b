package org.rollcall.basics.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTypeTest {
  private static final SettingsType<Bell> BELL = SettingsType.of(Bell.class);

  /** How loud a bell is. */
  public enum Tone {
    LOW,
    HIGH
  }

  /** A school bell. */
  @Section("bell")
  @Help("When the bell rings.")
  public record Bell(
      @Setting(key = "bell.ring", fallback = "3s", limits = "1s to 1m") @Help("How long.")
          Duration ring,
      @Setting(key = "bell.tone", fallback = "high") @Help("How high.") Tone tone,
      @Setting(
              key = "bell.pauses",
              fallback = {"09:45", "11:30"},
              expected = "times of day")
          @Help("When.")
          List<LocalTime> pauses,
      Sound sound,
      @Fixed("true") boolean electric) {
    public Bell {
      BELL.check(ring, tone, pauses, sound, electric);
      if (ring.toMillisPart() != 0) {
        throw new IllegalArgumentException("a bell rings for whole seconds");
      }
    }
  }

  /** What it sounds like. */
  @Section("sound")
  @Help("What the bell sounds like.")
  public record Sound(
      @Setting(key = "sound.decibels", limits = "40 to 110 dB") @Help("How loud.")
          Optional<Integer> decibels,
      @Setting(key = "sound.names", expected = "names") @Help("Names.")
          Optional<List<String>> names) {
    public Sound {
      SettingsType.of(Sound.class).check(decibels, names);
    }
  }

  /** Forgets to check one component. */
  public record Forgetful(
      @Setting(key = "a.b", fallback = "1", limits = "0 to 1") @Help("A.") int one,
      @Setting(key = "a.c", fallback = "1", limits = "0 to 1") @Help("B.") int two) {
    public Forgetful {
      SettingsType.of(Forgetful.class).check(one);
    }
  }

  /** Has nothing to hold when nothing is set. */
  public record WithoutDefault(@Setting(key = "a.b") @Help("A.") String text) {}

  /** Of a type that no file can hold. */
  public record OfStrangeType(@Setting(key = "a.b", fallback = "1") @Help("A.") Thread thread) {}

  private static final Sound SILENT = new Sound(Optional.empty(), Optional.empty());
  private static final Bell USUAL =
      new Bell(
          Duration.ofSeconds(3),
          Tone.HIGH,
          List.of(LocalTime.of(9, 45), LocalTime.of(11, 30)),
          SILENT,
          true);

  @Test
  void defaults_ofAllComponents_areThoseOfTheAnnotations() {
    assertThat(BELL.defaults()).isEqualTo(USUAL);
  }

  @Test
  void values_ofARecord_areInItsOrderAndWrittenAsInTheFile() {
    Map<String, List<String>> written =
        SettingsType.values(USUAL).entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey().key(), e -> e.getKey().write(e.getValue())));

    assertThat(SettingsType.values(USUAL).keySet())
        .extracting(Definition::key)
        .containsExactly("bell.ring", "bell.tone", "bell.pauses", "sound.decibels", "sound.names");
    assertThat(written)
        .containsEntry("bell.ring", List.of("3s"))
        .containsEntry("bell.tone", List.of("high"))
        .containsEntry("bell.pauses", List.of("09:45", "11:30"))
        .containsEntry("sound.decibels", List.of());
  }

  @Test
  void fill_someValues_keepsTheRest() {
    Bell loud =
        BELL.fill(
            setting ->
                setting.key().equals("sound.decibels") ? Optional.of(90) : setting.fallback());

    assertThat(loud).isEqualTo(BELL.with(USUAL, new Sound(Optional.of(90), Optional.empty())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "bell.ring | a time from 1s to 1m",
        "bell.tone | one of low, high",
        "bell.pauses | a list of times of day",
        "sound.decibels | a whole number from 40 to 110 dB, or nothing",
        "sound.names | a list of names, or nothing"
      })
  void expected_ofASetting_tellsTypeAndLimits(String key, String expected) {
    assertThat(setting(key).expected()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "bell.ring, 999ms",
    "bell.ring, 61s",
    "bell.ring, long",
    "bell.ring,",
    "bell.tone, HIGH",
    "bell.pauses, 25:00",
    "bell.pauses,",
    "sound.decibels, 39",
    "sound.decibels, 111",
    "sound.decibels, 4.5",
    "sound.names, ' '"
  })
  void read_somethingElse_isRefused(String key, String text) {
    Definition setting = setting(key);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> setting.read(Stream.ofNullable(text).toList()));
  }

  @Test
  void read_valueThatTheRecordItselfRefuses_isRefused() {
    assertThat(setting("bell.ring").read(List.of("2s"))).isEqualTo(Duration.ofSeconds(2));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> setting("bell.ring").read(List.of("2500ms")))
        .withMessage("a bell rings for whole seconds");
  }

  @Test
  void check_valueOutOfLimits_saysWhichAndWhatIsExpected() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sound(Optional.of(111), Optional.empty()))
        .withMessage(
            "sound.decibels must be a whole number from 40 to 110 dB, or nothing, got '111'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Sound(Optional.empty(), Optional.of(List.of())))
        .withMessage("sound.names must be a list of names, or nothing, got ''");
  }

  @Test
  void check_aComponentLeftOut_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Forgetful(1, 1))
        .withMessage("Forgetful has 2 components, got 1 to check");
  }

  @Test
  void check_null_namesTheKey() {
    assertThatExceptionOfType(NullPointerException.class)
        .isThrownBy(() -> new Sound(null, Optional.empty()))
        .withMessage("sound.decibels");
  }

  @Test
  void of_settingThatIsNotWellTold_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SettingsType.of(WithoutDefault.class))
        .withMessage("a.b must be one value, got []");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SettingsType.of(OfStrangeType.class))
        .withMessage("no setting can be a java.lang.Thread");
  }

  @Test
  void sections_ofARecord_areItsOwnAndThoseWithin() {
    assertThat(BELL.sections())
        .containsExactly(
            Map.entry("bell", "When the bell rings."),
            Map.entry("sound", "What the bell sounds like."));
  }

  private static Definition setting(String key) {
    return SettingsType.values(USUAL).keySet().stream()
        .filter(setting -> setting.key().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
