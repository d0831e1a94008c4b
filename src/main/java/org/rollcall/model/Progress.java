package org.rollcall.model;

import java.time.Duration;

/** Hears how far the work is. Called often, from the working thread. */
public interface Progress {
  /** Hears nothing. */
  Progress NONE = new Progress() {};

  /**
   * A piece of work begins.
   *
   * @param what what is worked on, for people
   */
  default void begin(String what) {}

  /**
   * A recording is about to be read, by libraries that it may bring down.
   *
   * @param sha256 hash of its content
   */
  default void reading(String sha256) {}

  /**
   * How far into a recording the work is.
   *
   * @param position time of the frame being looked at
   * @param length length of the recording, as far as known; zero when not
   */
  default void recording(Duration position, Duration length) {}

  /**
   * How many of a number of like things are done.
   *
   * @param done number done
   * @param all number of all
   */
  default void things(int done, int all) {}

  /** The piece of work is over. */
  default void end() {}
}
