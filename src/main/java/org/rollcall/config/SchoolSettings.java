package org.rollcall.config;

import java.time.ZoneId;
import java.util.Optional;

/**
 * Which school this is.
 *
 * @param name as the sheets show it (not blank)
 * @param zone the school's time zone; empty for the machine's
 */
public record SchoolSettings(String name, Optional<ZoneId> zone) {
  /** What holds when nothing is set. */
  public static final SchoolSettings DEFAULT = new SchoolSettings("School", Optional.empty());

  public SchoolSettings {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name must not be blank");
    }
  }

  /** {@return the zone of all wall-clock times: the school's, else the machine's} */
  public ZoneId clockZone() {
    return zone.orElseGet(ZoneId::systemDefault);
  }
}
