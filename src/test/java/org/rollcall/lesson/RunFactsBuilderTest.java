package org.rollcall.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollcall.home.Version;
import org.rollcall.identity.AttendanceSettings;
import org.rollcall.identity.MatchLimit;
import org.rollcall.model.Footage;
import org.rollcall.model.Message;
import org.rollcall.model.RunFacts;
import org.rollcall.settings.Settings;
import org.rollcall.testing.BlindEngine;
import org.rollcall.testing.FakeClock;

class RunFactsBuilderTest {
  private static final Instant BEGAN = Instant.parse("2026-11-17T01:00:00Z");
  private static final MatchLimit LIMIT = new MatchLimit(0.0005, 28, 4.734);

  private final FakeClock clock = new FakeClock(BEGAN);

  @Test
  void facts_run_tellsWhenItEndedAndHowLongItTook() {
    Instant ended = clock.pass(Duration.ofSeconds(312));

    RunFacts facts = facts(Settings.DEFAULT);

    assertThat(facts.processed()).isEqualTo(ended);
    assertThat(facts.took()).isEqualTo(Duration.ofSeconds(312));
    assertThat(facts.version()).isEqualTo(Version.current());
  }

  @Test
  void facts_engine_tellsItsModelsAndEditions() {
    assertThat(facts(Settings.DEFAULT).models())
        .containsExactly(
            Map.entry("detection", "blind"),
            Map.entry("detectionEdition", "1"),
            Map.entry("recognition", "compact"),
            Map.entry("recognitionEdition", "1"));
  }

  @Test
  void facts_footageAndWarnings_areListed() {
    List<Footage> footage = List.of(new Footage("a.mp4", "abc", Duration.ofMinutes(45)));
    Message dark = Message.english("Dark.");

    RunFacts facts = builder(Settings.DEFAULT).facts(BEGAN, footage, LIMIT, List.of(dark));

    assertThat(facts.footage()).isEqualTo(footage);
    assertThat(facts.warnings()).containsExactly(dark);
  }

  @Test
  void facts_settings_areThoseThatShapeASheet() {
    Settings settings =
        Settings.DEFAULT.with(new AttendanceSettings(Duration.ofMinutes(7), Duration.ofMinutes(8)));

    Map<String, String> shown = facts(settings).settings();

    assertThat(shown).containsEntry("marks.lateAfter", "7m").containsKey("sampling.interval");
    assertThat(shown.keySet())
        .allMatch(
            key -> key.matches("(school|sampling|detection|enrolment|recognition|marks)\\..+"));
  }

  @Test
  void facts_limit_isToldInWordsOfTheSchool() {
    assertThat(facts(Settings.DEFAULT).settings())
        .containsEntry(
            "recognition.limit",
            "4.73 standard deviations above strangers of the same region and age")
        .containsEntry("recognition.expectedFalseMarks", "at most 0.05 % of the absent students");
  }

  private RunFactsBuilder builder(Settings settings) {
    return new RunFactsBuilder(settings, new BlindEngine(), clock);
  }

  private RunFacts facts(Settings settings) {
    return builder(settings).facts(BEGAN, List.of(), LIMIT, List.of());
  }
}
