package org.rollcall.store.ledger;

import java.time.Instant;
import org.rollcall.basics.HostName;

/**
 * A process that holds something in the store.
 *
 * @param host name of its machine
 * @param pid its process id there
 * @param started when it started, in milliseconds since 1970; 0 if the system does not say
 */
public record Owner(String host, long pid, long started) {
  private static final String HERE = HostName.here().replace('/', '-');
  private static final Owner SELF = of(ProcessHandle.current());

  /** {@return this process} */
  public static Owner self() {
    return SELF;
  }

  /**
   * Parses the result of {@link #toString}.
   *
   * @param text the text; anything after a further {@code /} is ignored
   * @return the owner
   */
  public static Owner parse(String text) {
    String[] parts = text.split("/", -1);
    return new Owner(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
  }

  /**
   * Returns whether the process is known to have ended, in whatever way. Processes of other
   * machines never are.
   *
   * @return true only for a process of this machine that no longer exists
   */
  public boolean isGone() {
    return host.equals(HERE)
        && ProcessHandle.of(pid).filter(handle -> of(handle).equals(this)).isEmpty();
  }

  private static Owner of(ProcessHandle handle) {
    long started = handle.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    return new Owner(HERE, handle.pid(), started);
  }

  @Override
  public String toString() {
    return host + "/" + pid + "/" + started;
  }
}
