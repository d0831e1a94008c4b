package org.rollcall.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.rollcall.school.Home;
import org.rollcall.settings.SchoolSettings;

/** Checks that the clock is plausible and that the drive's clock agrees with it. */
final class ClockCheck implements Check {
  /** Earlier than the first version of Rollcall. */
  private static final Instant FIRST = Instant.parse("2026-01-01T00:00:00Z");

  private static final Instant LAST = Instant.parse("2100-01-01T00:00:00Z");

  /** The largest difference: whether recordings or sheets have changed is told by file times. */
  private static final Duration FARTHEST = Duration.ofSeconds(10);

  private static final Set<String> NOWHERE = Set.of("UTC", "Etc/UTC", "GMT", "Z", "Etc/GMT");

  private final Home home;
  private final SchoolSettings school;
  private final Clock clock;

  ClockCheck(Home home, SchoolSettings school, Clock clock) {
    this.home = home;
    this.school = school;
    this.clock = clock;
  }

  @Override
  public List<Finding> run() {
    List<Finding> findings = new ArrayList<>();
    findings.add(time());
    findings.add(zone());
    Path output = home.database().getParent();
    if (Files.isWritable(output)) {
      findings.add(drive(output));
    }
    return findings;
  }

  private Finding time() {
    Instant now = clock.instant();
    boolean plausible = now.isAfter(FIRST) && now.isBefore(LAST);
    return plausible
        ? Finding.ok("clock", now.toString())
        : Finding.bad("clock", now + " cannot be right", "Set the clock of this machine.");
  }

  private Finding zone() {
    ZoneId zone = school.clockZone();
    return school.zone().isEmpty() && NOWHERE.contains(zone.getId())
        ? Finding.note(
            "time zone",
            "%s, that of the machine".formatted(zone),
            "Lesson times are read in that zone; set school.zone if the school is in another.")
        : Finding.ok("time zone", zone.getId());
  }

  private Finding drive(Path folder) {
    try {
      Path file = Files.createTempFile(folder, ".rollcall-check-", "");
      try {
        Duration apart =
            Duration.between(Files.getLastModifiedTime(file).toInstant(), clock.instant()).abs();
        return apart.compareTo(FARTHEST) <= 0
            ? Finding.ok("clock of output/", "agrees")
            : Finding.bad(
                "clock of output/",
                "differs by %d s from that of this machine".formatted(apart.toSeconds()),
                "Let both machines get the time from the same server.");
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      return Finding.note("clock of output/", "unknown: " + e, "");
    }
  }
}
