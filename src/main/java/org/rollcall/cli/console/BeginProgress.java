package org.rollcall.cli.console;

import org.rollcall.model.Progress;

/** Shows no more than that something begins, where several things go on at once. */
public final class BeginProgress implements Progress {
  private final Console console;

  /**
   * Writes to a console.
   *
   * @param console takes a line for each piece of work, among the errors
   */
  public BeginProgress(Console console) {
    this.console = console;
  }

  @Override
  public void begin(String what) {
    console.err().printf("%s: begun.%n", what);
  }
}
