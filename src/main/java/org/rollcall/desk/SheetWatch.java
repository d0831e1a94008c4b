package org.rollcall.desk;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.rollcall.basics.Daemons;
import org.rollcall.lesson.Sheets;
import org.rollcall.model.RollcallException;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the sheets twice a minute, so that what people type counts soon, and sheets that were
 * open are written soon after they are closed.
 */
public final class SheetWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SheetWatch.class);
  private static final Duration USUAL = Duration.ofSeconds(30);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Home home;
  private final Supplier<Store> opener;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(Daemons.named("sheets"));

  private SheetWatch(Home home, Supplier<Store> opener) {
    this.home = home;
    this.opener = opener;
  }

  /**
   * Starts watching, with the first look at once.
   *
   * @param home the installation
   * @param opener opens the store, which is closed again after each look
   * @return the watch, which the caller closes
   */
  public static SheetWatch open(Home home, Supplier<Store> opener) {
    return open(home, opener, USUAL);
  }

  static SheetWatch open(Home home, Supplier<Store> opener, Duration every) {
    SheetWatch watch = new SheetWatch(home, opener);
    var unused =
        watch.thread.scheduleWithFixedDelay(
            watch::look, 0, every.toMillis(), TimeUnit.MILLISECONDS);
    return watch;
  }

  private void look() {
    try (Store store = opener.get()) {
      new Sheets(home, store).writePending();
      // Only these: another register may be due for a reason that lasts.
      new SheetRound(home, store).takeInAll().forEach(new ClassRegisters(home, store)::writeDue);
    } catch (RollcallException e) {
      LOG.warn("Cannot look at the sheets now: {}", e.getMessage());
    } catch (RuntimeException e) {
      // An exception that escapes would end the watch.
      LOG.error("Looking at the sheets failed", e);
    }
  }

  /** Stops after finishing a look under way, unless that takes long. */
  @Override
  public void close() {
    if (!Daemons.finish(thread, PATIENCE)) {
      LOG.warn("Stopped while looking at the sheets; the next run will look at them again.");
    }
  }
}
