package org.rollcall.tools.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The median time of some work; the first time, which also warms up, does not count. */
final class MedianTimer {
  private final List<Long> nanos = new ArrayList<>();

  <R> R time(Supplier<R> work) {
    long start = System.nanoTime();
    R result = work.get();
    nanos.add(System.nanoTime() - start);
    return result;
  }

  double milliseconds() {
    List<Long> sorted = nanos.stream().skip(1).sorted().toList();
    return sorted.get(sorted.size() / 2) / 1e6;
  }
}
