package org.rollcall.cli.console;

/** Shows the progress of one piece of work. */
interface Meter extends AutoCloseable {
  /**
   * Updates the display, if it is time to.
   *
   * @param done how much is done
   * @param all how much there is in all; 0 if unknown
   */
  void show(long done, long all);

  /** Erases the display; lines already written to a log or pipe stay. */
  @Override
  void close();
}
