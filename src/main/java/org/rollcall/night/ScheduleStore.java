package org.rollcall.night;

/**
 * A PostgreSQL database in which nodes share one schedule. Its tables are those of the store.
 *
 * @param jdbcUrl its address, beginning with {@code jdbc:postgresql:}
 * @param user who signs in
 * @param password the password, which is never shown
 */
public record ScheduleStore(String jdbcUrl, String user, String password) {
  @Override
  public String toString() {
    return "ScheduleStore[jdbcUrl=%s, user=%s]".formatted(jdbcUrl, user);
  }
}
