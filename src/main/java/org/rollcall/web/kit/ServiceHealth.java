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
import org.rollcall.desk.RemovedRecordings;
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
 * @param notices what a person should know although the service is well
 * @param freeBytes free space where each folder lies, by its name; without folders that are missing
 */
public record ServiceHealth(
    Instant at,
    Optional<WorkStatistics> work,
    List<Message> troubles,
    List<Message> notices,
    Map<String, Long> freeBytes) {
  private static final long MEGABYTE = 1_000_000;

  /** With less than this, no sheet and no recording can be written any more. */
  private static final long FULL_BYTES = 100 * MEGABYTE;

  public ServiceHealth {
    troubles = List.copyOf(troubles);
    notices = List.copyOf(notices);
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
    Map<String, Long> free = freeBytes(site.home());
    fullDisks(free).forEach(troubles::add);
    HeapUse.now().trouble().ifPresent(troubles::add);
    List<Message> notices = work.map(now -> now.notices(site.zone())).orElse(List.of());
    return new ServiceHealth(site.clock().instant(), work, troubles, notices, free);
  }

  private static Optional<WorkStatistics> work(Site site, List<Message> troubles) {
    try {
      RemovedRecordings.notice(site.home(), site.startSettings());
      return Optional.of(WorkStatistics.of(site.home(), site.startSettings(), site.clock()));
    } catch (RollcallException e) {
      troubles.add(e.message());
      return Optional.empty();
    }
  }

  /** {@return a trouble for each full disk} */
  static List<Message> fullDisks(Map<String, Long> freeBytes) {
    return freeBytes.entrySet().stream()
        .filter(folder -> folder.getValue() < FULL_BYTES)
        .map(
            folder ->
                Message.of(ServiceTrouble.DISK_FULL, folder.getKey(), folder.getValue() / MEGABYTE))
        .toList();
  }

  private static Map<String, Long> freeBytes(Home home) {
    Map<String, Long> free = new LinkedHashMap<>();
    for (String name : List.of("footage", "attendance", "output")) {
      // A folder that does not exist yet, or whose drive is not connected, is left out.
      FreeSpace.at(home.resolve(Path.of(name))).ifPresent(bytes -> free.put(name, bytes));
    }
    return free;
  }

  /** {@return whether the service is well, although there may be notices} */
  public boolean isWell() {
    return troubles.isEmpty();
  }

  /** {@return whether there is nothing to look at} */
  public boolean isAllWell() {
    return isWell() && notices.isEmpty();
  }
}
