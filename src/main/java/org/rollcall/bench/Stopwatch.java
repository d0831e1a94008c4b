package org.rollcall.bench;

import java.time.Duration;

/** Tells what the process took since the start of the watch. */
final class Stopwatch {
  private final long begun = System.nanoTime();
  private final Duration cpuBefore = cpu();

  Usage read() {
    return new Usage(Duration.ofNanos(System.nanoTime() - begun), cpu().minus(cpuBefore));
  }

  private static Duration cpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
