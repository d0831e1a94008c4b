package org.rollcall.cli;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.rollcall.config.Settings;

/** Does a piece of work at the times of the settings. */
@FunctionalInterface
public interface Service {
  /**
   * Works until the calling thread is interrupted.
   *
   * @param settings say when
   * @param lastRun when the last work began that came to its end
   * @param work what to do; one that throws a {@link org.rollcall.model.TemporaryFailure} is tried
   *     again a little later
   * @param next hears when work is next due: at the begin and after each work; a time that is past
   *     means that work was missed and begins now
   * @throws InterruptedException when the thread is interrupted, which is how the service ends
   */
  void serve(Settings settings, Optional<Instant> lastRun, Runnable work, Consumer<Instant> next)
      throws InterruptedException;
}
