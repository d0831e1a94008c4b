package org.rollcall.night;

/** How a pass over all that waits came out. */
public enum RunOutcome {
  /** Nothing is left to take, or the time to take any has passed: the run is over. */
  COMPLETE,
  /** Nothing is left to take now; something that failed is to be tried again later. */
  COMPLETE_BUT_WAITING,
  /** Nothing is left to take, but others still work on what they took, and may fail to. */
  OTHERS_AT_WORK,
  /** It could not be gone through, and trying again soon would not help. */
  FAILED
}
