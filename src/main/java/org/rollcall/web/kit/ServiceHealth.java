package org.rollcall.web.kit;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.basics.FreeSpace;
import org.rollcall.desk.WorkStatistics;
import org.rollcall.model.Message;
import org.rollcall.model.RollcallException;
import org.rollcall.night.Alarm;
import org.rollcall.school.Home;

/**
 * How well the service is.
 *
 * @param at when this was found out
 * @param work how the work stands; empty if the database could not be read
 * @param troubles what a person should look at; the first is about the database if that could not
 *     be read
 * @param freeBytes free space where each folder lies, by its name; without folders that are missing
 */
public record ServiceHealth(
    Instant at,
    Optional<WorkStatistics> work,
    List<Message> troubles,
    Map<String, Long> freeBytes) {
  public ServiceHealth {
    troubles = List.copyOf(troubles);
    freeBytes = Collections.unmodifiableMap(new LinkedHashMap<>(freeBytes));
  }

  /**
   * Finds out how well the service is. This may take long if a disk is slow.
   *
   * @param site whose service it is
   * @return how well it is now
   */
  public static ServiceHealth of(Site site) {
    List<Message> troubles = new ArrayList<>();
    Optional<WorkStatistics> work = work(site, troubles);
    site.service().alarms().get().stream()
        // Without the database there are no alarms either, which needs no second sentence.
        .filter(alarm -> work.isPresent() || alarm.kind() != Alarm.AlarmKind.UNCHECKED)
        .forEach(alarm -> troubles.add(alarm.sentence()));
    return new ServiceHealth(site.clock().instant(), work, troubles, freeBytes(site.home()));
  }

  private static Optional<WorkStatistics> work(Site site, List<Message> troubles) {
    try {
      return Optional.of(WorkStatistics.of(site.home(), site.settings(), site.clock()));
    } catch (RollcallException e) {
      troubles.add(e.message());
      return Optional.empty();
    }
  }

  private static Map<String, Long> freeBytes(Home home) {
    Map<String, Long> free = new LinkedHashMap<>();
    for (String name : List.of("footage", "attendance", "output")) {
      // A folder that does not exist yet, or whose drive is not connected, is left out.
      FreeSpace.at(home.resolve(Path.of(name))).ifPresent(bytes -> free.put(name, bytes));
    }
    return free;
  }

  /** {@return whether there is nothing to look at} */
  public boolean isWell() {
    return troubles.isEmpty();
  }
}
