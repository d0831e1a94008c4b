package org.rollcall.worker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import org.rollcall.basics.Daemons;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.RollcallException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Enrols classes whose photos have changed, one after the other, in the background. Nothing is lost
 * if this process ends: processing a lesson enrols its class as well.
 *
 * <p>Thread-safe.
 */
public final class PhotoChecks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PhotoChecks.class);
  private static final CheckedClass NOTHING = new CheckedClass(false, Optional.empty(), List.of());

  private final Function<String, List<Message>> enrolment;
  private final Map<String, CheckedClass> results = new ConcurrentHashMap<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Daemons.named("photo-checks"));

  /**
   * Creates it with nothing to check.
   *
   * @param worker examines the photos; stays the caller's
   */
  public PhotoChecks(PhotoWorker worker) {
    this(worker::enrol);
  }

  PhotoChecks(Function<String, List<Message>> enrolment) {
    this.enrolment = enrolment;
  }

  /**
   * The result of checking the photos of a class.
   *
   * @param inProgress whether a check is in progress or queued
   * @param problem why the last check failed; empty if it succeeded
   * @param remarks what a person should know
   */
  public record CheckedClass(boolean inProgress, Optional<Message> problem, List<Message> remarks) {
    public CheckedClass {
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * Gives the result for a class.
   *
   * @param className name of the class
   * @return the result, as far as this process knows
   */
  public CheckedClass result(String className) {
    return results.getOrDefault(className, NOTHING);
  }

  /**
   * Queues a check of the photos of a class.
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
      results.put(className, new CheckedClass(false, Optional.empty(), enrolment.apply(className)));
    } catch (RollcallException e) {
      LOG.warn("Cannot check the photos of {}: {}", className, e.getMessage());
      results.put(className, new CheckedClass(false, Optional.of(e.message()), List.of()));
    } catch (RuntimeException e) {
      LOG.error("Unexpected failure while checking the photos of {}", className, e);
      Message failure = Message.of(Reason.UNEXPECTED_FAILURE, e);
      results.put(className, new CheckedClass(false, Optional.of(failure), List.of()));
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
