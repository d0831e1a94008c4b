package org.rollcall.cli.console;

/** Shows how far one piece of work is. */
interface Meter extends AutoCloseable {
  /**
   * Shows it.
   *
   * @param done how much is done
   * @param all how much there is; 0 when nobody knows
   */
  void show(long done, long all);

  /** Takes the display away. */
  @Override
  void close();
}
