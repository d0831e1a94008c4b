package org.rollcall.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Waits for what other threads and processes do. */
public final class Waiting {
  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(20);

  private Waiting() {}

  /** {@return the first answer to a question that is as wanted; a test fails after two minutes} */
  public static <T> T until(Callable<T> question, Predicate<? super T> wanted) throws Exception {
    long end = System.nanoTime() + LONGEST.toNanos();
    T answer = question.call();
    while (!wanted.test(answer)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Waited for two minutes, and it is still: " + answer);
      }
      Thread.sleep(PAUSE.toMillis());
      answer = question.call();
    }
    return answer;
  }
}
