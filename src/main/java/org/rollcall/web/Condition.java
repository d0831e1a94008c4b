package org.rollcall.web;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.rollcall.basics.FreeSpace;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;
import org.rollcall.lesson.Vitals;
import org.rollcall.model.RollcallException;
import org.rollcall.night.Alarm;

/**
 * How the service gets on.
 *
 * @param at when it was looked at
 * @param vitals how the work stands; empty if the database could not be read
 * @param troubles what a person should look at, a sentence each
 * @param freeBytes space that is free where each folder lies, by its name; only those that are
 *     there
 */
record Condition(
    Instant at, Optional<Vitals> vitals, List<String> troubles, Map<String, Long> freeBytes) {
  Condition {
    troubles = List.copyOf(troubles);
    freeBytes = Collections.unmodifiableMap(new LinkedHashMap<>(freeBytes));
  }

  static Condition of(Home home, Settings settings, Clock clock, Supplier<List<Alarm>> alarms) {
    List<String> troubles = new ArrayList<>();
    Optional<Vitals> vitals = vitals(home, settings, clock, troubles);
    alarms.get().stream()
        // That the alarms cannot be told without a database needs no second sentence.
        .filter(alarm -> vitals.isPresent() || alarm.kind() != Alarm.Kind.UNCHECKED)
        .forEach(alarm -> troubles.add(alarm.sentence()));
    return new Condition(clock.instant(), vitals, troubles, freeBytes(home));
  }

  private static Optional<Vitals> vitals(
      Home home, Settings settings, Clock clock, List<String> troubles) {
    try {
      return Optional.of(Vitals.of(home, settings, clock));
    } catch (RollcallException e) {
      troubles.add(e.getMessage());
      return Optional.empty();
    }
  }

  private static Map<String, Long> freeBytes(Home home) {
    Map<String, Long> free = new LinkedHashMap<>();
    for (String name : List.of("footage", "attendance", "output")) {
      // One that is not made yet, or whose drive is away, shows as a folder without space.
      FreeSpace.at(home.resolve(Path.of(name))).ifPresent(bytes -> free.put(name, bytes));
    }
    return free;
  }

  boolean isWell() {
    return troubles.isEmpty();
  }
}
