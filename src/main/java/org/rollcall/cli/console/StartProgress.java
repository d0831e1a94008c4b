package org.rollcall.cli.console;

import org.rollcall.model.Progress;

/** Shows only that each piece of work starts, for when several run at once. */
public final class StartProgress implements Progress {
  private final Console console;

  /**
   * Writes to a console.
   *
   * @param console receives a line for each piece of work, on standard error
   */
  public StartProgress(Console console) {
    this.console = console;
  }

  @Override
  public void start(String what) {
    console.err().printf("%s: started.%n", what);
  }
}
