package org.rollcall.web.kit;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Objects;
import java.util.Optional;
import org.rollcall.model.Message;

/**
 * How full the memory of this process is.
 *
 * @param used what the last collection of garbage left, in bytes
 * @param most what there may be, in bytes
 */
record HeapUse(long used, long most) {
  /** With less than this left, nearly all time goes into collecting garbage. */
  private static final double FULL = 0.95;

  private static final long MEGABYTE = 1_000_000;

  /** {@return the use of the part of the heap where everything ends up that is kept} */
  static HeapUse now() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getCollectionUsage)
        .filter(Objects::nonNull)
        .map(HeapUse::of)
        .max((one, other) -> Long.compare(one.most, other.most))
        .orElse(new HeapUse(0, Long.MAX_VALUE));
  }

  private static HeapUse of(MemoryUsage usage) {
    return new HeapUse(usage.getUsed(), usage.getMax() > 0 ? usage.getMax() : Long.MAX_VALUE);
  }

  Optional<Message> trouble() {
    return used > FULL * most
        ? Optional.of(Message.of(ServiceTrouble.MEMORY_FULL, used / MEGABYTE, most / MEGABYTE))
        : Optional.empty();
  }
}
