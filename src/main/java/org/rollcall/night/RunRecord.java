package org.rollcall.night;

import java.time.Instant;
import java.util.Optional;
import org.rollcall.store.ledger.Run;

/** Where runs are written down, so that a service started anew and other nodes know of them. */
public interface RunRecord {
  /**
   * Begins a run.
   *
   * @param run the run
   * @return whether it begins; otherwise one of that name began before
   * @throws org.rollcall.model.RollcallException if it cannot be written down
   */
  boolean begin(Run run);

  /**
   * Looks up the run under way.
   *
   * @param now a moment
   * @return the run begun last, if it has not ended and its window is open
   * @throws org.rollcall.model.RollcallException if that cannot be read
   */
  Optional<Run> open(Instant now);

  /**
   * Ends a run.
   *
   * @param run the run
   * @param ended when it ended
   * @param complete whether it counts as a run that came to its end
   * @throws org.rollcall.model.RollcallException if it cannot be written down
   */
  void end(Run run, Instant ended, boolean complete);
}
