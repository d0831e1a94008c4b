package org.rollcall.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.rollcall.testing.UsesNatives;

@UsesNatives
class ProcessMemoryTest {
  private static final int MUCH = 256 << 20;

  @Test
  @EnabledOnOs(OS.LINUX)
  void peak_memoryOutsideTheHeap_isCounted() {
    ProcessMemory.forgetPeak();
    long before = ProcessMemory.peak();

    ByteBuffer much = ByteBuffer.allocateDirect(MUCH);

    assertThat(ProcessMemory.isResident()).isTrue();
    assertThat(ProcessMemory.peak() - before).isGreaterThan(much.capacity() / 2);
  }
}
