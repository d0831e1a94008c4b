package org.rollcall.bench;

import java.time.Duration;

/** Measures the elapsed and CPU time of this process since the stopwatch was created. */
final class Stopwatch {
  private final long started = System.nanoTime();
  private final Duration cpuBefore = cpu();

  Usage read() {
    return new Usage(Duration.ofNanos(System.nanoTime() - started), cpu().minus(cpuBefore));
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
