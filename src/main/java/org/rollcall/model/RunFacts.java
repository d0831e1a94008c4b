package org.rollcall.model;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a register was produced, in enough detail to reproduce it.
 *
 * @param version version of Rollcall
 * @param processed when processing ended
 * @param took how long processing took
 * @param footage the recordings
 * @param models id of the model pack used for each task, for instance {@code embedding → compact}
 * @param settings the settings that affected the result, by key, and the limits derived from them
 * @param warnings warnings for the reader, a sentence each
 */
public record RunFacts(
    String version,
    Instant processed,
    Duration took,
    List<Footage> footage,
    Map<String, String> models,
    Map<String, String> settings,
    List<Message> warnings) {
  /** Copies the collections; the maps keep their order. */
  public RunFacts {
    footage = List.copyOf(footage);
    models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    warnings = List.copyOf(warnings);
  }

  /** {@return the name of the school; empty if none was set} */
  public Optional<String> school() {
    return Optional.ofNullable(settings.get("school.name"))
        .filter(name -> !name.isBlank() && !name.equals("School"));
  }

  /** {@return the school's time zone; empty if none was set, so that the machine's was used} */
  public Optional<ZoneId> zone() {
    return Optional.ofNullable(settings.get("school.zone"))
        .filter(zone -> !zone.isBlank())
        .map(ZoneId::of);
  }

  RunFacts with(Message warning) {
    List<Message> all = new ArrayList<>(warnings);
    all.add(warning);
    return new RunFacts(version, processed, took, footage, models, settings, all);
  }
}
