package org.rollcall.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rollcall.basics.setting.Definition;
import org.rollcall.basics.setting.SettingsType;
import org.rollcall.inbox.ReadinessSettings;
import org.rollcall.video.SamplingSettings;

class SettingsTest {
  private static final SettingsType<Settings> TYPE = SettingsType.of(Settings.class);
  private static final Pattern LIMITS = Pattern.compile(" from (\\S+) to ([^ ,]+)");
  private static final String SENTENCE = "[A-Z0].{15,}\\.";
  private static final double TINY = 1e-9;

  @Test
  void definitions_ofNumbersAndTimes_allHaveLimits() {
    assertThat(Settings.definitions())
        .extracting(Definition::expected)
        .filteredOn(expected -> expected.matches("a (whole )?number.*|a time(?! zone| of day).*"))
        .hasSize(31)
        .allSatisfy(expected -> assertThat(expected).containsPattern(LIMITS));
  }

  @ParameterizedTest
  @MethodSource("limited")
  void limits_ofASetting_holdInTheFileAndInTheRecord(Definition setting) {
    MatchResult ends = LIMITS.matcher(setting.expected()).results().findFirst().orElseThrow();
    Object lowest = setting.read(List.of(ends.group(1)));
    Object highest = setting.read(List.of(ends.group(2)));

    for (Object beyond : List.of(beyond(lowest, -1), beyond(highest, 1))) {
      assertThatIllegalArgumentException().isThrownBy(() -> setting.read(setting.write(beyond)));
      assertThatIllegalArgumentException()
          .as("%s in the record itself", beyond)
          .isThrownBy(() -> with(setting, beyond))
          .withMessageStartingWith("%s must be %s, got '", setting.key(), setting.expected());
    }
  }

  private static Stream<Definition> limited() {
    return Settings.definitions().stream()
        .filter(setting -> LIMITS.matcher(setting.expected()).find());
  }

  private static Object beyond(Object limit, int by) {
    if (limit instanceof Optional<?> some) {
      return Optional.of(beyond(some.orElseThrow(), by));
    }
    if (limit instanceof Duration time) {
      return time.plusMillis(by);
    }
    return limit instanceof Double number ? number + by * TINY : (Object) ((int) limit + by);
  }

  private static Settings with(Definition setting, Object value) {
    return TYPE.fill(each -> each.equals(setting) ? value : each.fallback());
  }

  @Test
  void definitions_all_areExplained() {
    assertThat(Settings.definitions())
        .extracting(Definition::help)
        .doesNotHaveDuplicates()
        .allMatch(help -> help.matches(SENTENCE));
  }

  @Test
  void sections_all_areExplained() {
    assertThat(TYPE.sections())
        .containsOnlyKeys(Settings.definitions().stream().map(Definition::section).toList())
        .allSatisfy((name, help) -> assertThat(help).matches(SENTENCE));
  }

  @Test
  void with_anotherStage_leavesTheRest() {
    SamplingSettings other = new SamplingSettings(Duration.ofSeconds(5));

    assertThat(Settings.DEFAULT.with(other).sampling()).isEqualTo(other);
    assertThat(Settings.DEFAULT.with(other).with(SamplingSettings.DEFAULT))
        .isEqualTo(Settings.DEFAULT);
  }

  @Test
  void with_settingsOfNoStage_areRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Settings.DEFAULT.with(ReadinessSettings.DEFAULT))
        .withMessage("Settings holds no ReadinessSettings");
  }
}
