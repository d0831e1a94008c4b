package org.rollcall.lesson;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rollcall.face.FaceEngine;
import org.rollcall.home.Version;
import org.rollcall.identity.MatchLimit;
import org.rollcall.model.Footage;
import org.rollcall.model.Message;
import org.rollcall.model.RunFacts;
import org.rollcall.settings.Settings;

/** Builds the facts about how a register was made. */
final class RunFactsBuilder {
  /** Prefixes of the settings that affect the contents of a sheet. */
  private static final List<String> SHAPING =
      List.of("school.", "sampling.", "detection.", "enrolment.", "recognition.", "marks.");

  private final Settings settings;
  private final FaceEngine engine;
  private final Clock clock;

  RunFactsBuilder(Settings settings, FaceEngine engine, Clock clock) {
    this.settings = settings;
    this.engine = engine;
    this.clock = clock;
  }

  RunFacts facts(Instant began, List<Footage> footage, MatchLimit limit, List<Message> warnings) {
    Instant now = clock.instant();
    return new RunFacts(
        Version.current(),
        now,
        Duration.between(began, now),
        footage,
        engine.models(),
        settingsAnd(limit),
        warnings);
  }

  private Map<String, String> settingsAnd(MatchLimit limit) {
    Map<String, String> facts = new LinkedHashMap<>(settings.byKey());
    facts.keySet().removeIf(key -> SHAPING.stream().noneMatch(key::startsWith));
    facts.put(
        "recognition.limit",
        String.format(
            Locale.ROOT,
            "%.2f standard deviations above strangers of the same region and age",
            limit.score()));
    facts.put(
        "recognition.expectedFalseMarks",
        "at most %s %% of the absent students"
            .formatted(
                BigDecimal.valueOf(limit.falseAcceptRate())
                    .movePointRight(2)
                    .stripTrailingZeros()
                    .toPlainString()));
    return facts;
  }
}
