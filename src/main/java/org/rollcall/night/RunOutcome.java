package org.rollcall.night;

/** How a pass over the waiting recordings ended. */
public enum RunOutcome {
  /** Nothing is left to take, or the window for taking lessons has closed: the run is over. */
  COMPLETE,
  /** Nothing is left to take now, but something that failed will be tried again later. */
  COMPLETE_BUT_WAITING,
  /** Nothing is left to take, but other nodes are still working on what they took and may fail. */
  OTHERS_AT_WORK,
  /** The pass failed, and trying again soon would not help. */
  FAILED
}
