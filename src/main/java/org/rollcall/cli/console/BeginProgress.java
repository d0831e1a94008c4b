package org.rollcall.cli.console;

import org.rollcall.model.Progress;

/** Shows no more than that something begins, where several things go on at once. */
public final class BeginProgress implements Progress {
  private final Console console;

  public BeginProgress(Console console) {
    this.console = console;
  }

  @Override
  public void begin(String what) {
    console.err().printf("%s: begun.%n", what);
  }
}
