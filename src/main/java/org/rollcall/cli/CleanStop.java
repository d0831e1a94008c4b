package org.rollcall.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.rollcall.cli.console.Console;

/**
 * Lets a command end cleanly when the process is told to stop: interrupts its thread and waits up
 * to 30 seconds for it.
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
   * @param console receives a message if the command had to be cut off
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
      // The process is already ending, and the hook is running or done.
    }
  }
}
