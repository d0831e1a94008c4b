package org.rollcall.night;

/**
 * The PostgreSQL database in which nodes share one schedule. The store creates its tables.
 *
 * @param jdbcUrl its address, starting with {@code jdbc:postgresql:}
 * @param user the database user
 * @param password that user's password, which is never shown
 */
public record ScheduleStore(String jdbcUrl, String user, String password) {
  @Override
  public String toString() {
    return "ScheduleStore[jdbcUrl=%s, user=%s]".formatted(jdbcUrl, user);
  }
}
