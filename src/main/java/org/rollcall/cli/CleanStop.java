package org.rollcall.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.rollcall.cli.console.Console;

/**
 * Lets a command come to a clean end when the process is told to stop: its thread is interrupted,
 * and the process waits for it a while.
 */
final class CleanStop {
  private static final int PATIENCE_SECONDS = 30;

  private final Console console;
  private final Thread worker = Thread.currentThread();
  private final CountDownLatch ended = new CountDownLatch(1);

  private CleanStop(Console console) {
    this.console = console;
  }

  /**
   * Runs a command in this thread.
   *
   * @param console hears when the command had to be cut off
   * @param command the command
   * @return its exit code
   */
  static int guard(Console console, IntSupplier command) {
    CleanStop stop = new CleanStop(console);
    Thread hook = new Thread(stop::stop, "clean-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return command.getAsInt();
    } finally {
      stop.ended.countDown();
      forget(hook);
    }
  }

  private void stop() {
    worker.interrupt();
    try {
      if (!ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        console.err().printf("Cut off: the command did not end within %d s.%n", PATIENCE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void forget(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process ends already: the hook has done its part.
    }
  }
}
