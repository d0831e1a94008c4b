package org.rollcall.night;

import java.time.Instant;
import java.util.Optional;
import org.rollcall.store.ledger.Run;

/** The record of runs, which a restarted service and other nodes can read. */
public interface RunRecord {
  /**
   * Starts a run.
   *
   * @param run the run
   * @return true if it starts; false if a run of that name was started before
   * @throws org.rollcall.model.RollcallException if it cannot be recorded
   */
  boolean start(Run run);

  /**
   * Records that this process works on a run, which another one may have started.
   *
   * @param run the run
   * @throws org.rollcall.model.RollcallException if it cannot be recorded
   */
  default void join(Run run) {}

  /**
   * Finds the last complete run.
   *
   * @return the complete run that started last, nightly or not
   * @throws org.rollcall.model.RollcallException if the record cannot be read
   */
  Optional<Run> last();

  /**
   * Finds the run in progress.
   *
   * @param now the current time
   * @return the run started last, if it has not ended and its window is open
   * @throws org.rollcall.model.RollcallException if the record cannot be read
   */
  Optional<Run> open(Instant now);

  /**
   * Ends a run.
   *
   * @param run the run
   * @param ended when it ended
   * @param complete whether it counts as completed
   * @throws org.rollcall.model.RollcallException if it cannot be recorded
   */
  void end(Run run, Instant ended, boolean complete);
}
