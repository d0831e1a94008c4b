package org.rollcall.model;

import java.time.Duration;

/** Receives progress reports. Called often, on the thread that does the work. */
public interface Progress {
  /** Ignores all reports. */
  Progress NONE = new Progress() {};

  /**
   * A piece of work starts.
   *
   * @param what what is being worked on, worded for people
   */
  default void start(String what) {}

  /**
   * A recording is about to be read by native libraries, which it may crash.
   *
   * @param sha256 SHA-256 hash of its content
   */
  default void reading(String sha256) {}

  /**
   * A photo is about to be read by native libraries, which it may crash.
   *
   * @param sha256 SHA-256 hash of its content; empty if no photo is read any longer
   */
  default void photo(String sha256) {}

  /**
   * Reports the position reached in a recording.
   *
   * @param position time of the current frame
   * @param length length of the recording, as far as known; zero if unknown
   */
  default void recording(Duration position, Duration length) {}

  /**
   * Reports how many of a number of similar items are done.
   *
   * @param done number done
   * @param all total number
   */
  default void items(int done, int all) {}

  /** The piece of work is finished. */
  default void end() {}
}
