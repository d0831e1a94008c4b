package org.rollcall.worker;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.rollcall.basics.Daemons;
import org.rollcall.model.RollcallException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Enrols classes whose photos were changed, one after the other, while nobody waits. Nothing is
 * lost with this process: a lesson enrols its class as well.
 *
 * <p>For any number of threads.
 */
public final class PhotoChecks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PhotoChecks.class);
  private static final CheckedClass NOTHING = new CheckedClass(false, "", List.of());

  private final PhotoWorker worker;
  private final Map<String, CheckedClass> results = new ConcurrentHashMap<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Daemons.named("photo-checks"));

  /**
   * Starts without any.
   *
   * @param worker looks at the photos; stays the caller's
   */
  public PhotoChecks(PhotoWorker worker) {
    this.worker = worker;
  }

  /**
   * How it stands with the photos of a class.
   *
   * @param underWay whether somebody looks at them, or will in a moment
   * @param problem why that did not work the last time, a sentence; empty if it did
   * @param remarks what a person should know, a sentence each
   */
  public record CheckedClass(boolean underWay, String problem, List<String> remarks) {
    public CheckedClass {
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * Tells how it stands with a class.
   *
   * @param className name of the class
   * @return how, as far as this process knows
   */
  public CheckedClass result(String className) {
    return results.getOrDefault(className, NOTHING);
  }

  /**
   * Has the photos of a class looked at soon.
   *
   * @param className name of the class
   */
  public void request(String className) {
    CheckedClass before = result(className);
    results.put(className, new CheckedClass(true, before.problem, before.remarks));
    thread.execute(() -> check(className));
  }

  private void check(String className) {
    try {
      results.put(className, new CheckedClass(false, "", worker.enrol(className)));
    } catch (RollcallException e) {
      LOG.warn("Photos of {} could not be looked at: {}", className, e.getMessage());
      results.put(className, new CheckedClass(false, e.getMessage(), List.of()));
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
