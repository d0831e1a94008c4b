package org.rollcall.cli;

import org.rollcall.lesson.Progress;

/** Shows no more than that something begins, where several things go on at once. */
final class BeginProgress implements Progress {
  private final Console console;

  BeginProgress(Console console) {
    this.console = console;
  }

  @Override
  public void begin(String what) {
    console.err().printf("%s: begun.%n", what);
  }
}
