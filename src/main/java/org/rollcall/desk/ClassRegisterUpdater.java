package org.rollcall.desk;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.rollcall.basics.Daemons;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rewrites class registers shortly after marks have changed, once for all changes within the delay.
 * Registers not yet written on closing are left to the next run.
 *
 * <p>Thread-safe.
 */
public final class ClassRegisterUpdater implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClassRegisterUpdater.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Home home;
  private final Supplier<Store> store;
  private final Duration delay;
  private final Set<String> waiting = ConcurrentHashMap.newKeySet();
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Daemons.named("registers"));

  /**
   * Creates an updater with nothing to do.
   *
   * @param home the installation
   * @param store provides its open store
   * @param delay how long to wait for further changes
   */
  public ClassRegisterUpdater(Home home, Supplier<Store> store, Duration delay) {
    this.home = home;
    this.store = store;
    this.delay = delay;
  }

  /**
   * Schedules a rewrite of a class register, because marks have changed.
   *
   * @param className name of the class
   */
  public void changed(String className) {
    if (waiting.add(className)) {
      var unused = thread.schedule(() -> write(className), delay.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void write(String className) {
    waiting.remove(className);
    try {
      new ClassRegisters(home, store.get()).writeDue(className);
    } catch (RuntimeException e) {
      LOG.warn("The class register of {} will be written later: {}", className, e.getMessage());
    }
  }

  /** Stops after finishing a register that is being written. */
  @Override
  public void close() {
    if (!Daemons.stop(thread, PATIENCE)) {
      LOG.warn("Stopped while writing a class register; the next run will write it again.");
    }
  }
}
