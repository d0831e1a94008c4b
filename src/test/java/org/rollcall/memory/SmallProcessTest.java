package org.rollcall.memory;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SmallProcessTest {
  private final HotSpotDiagnosticMXBean machine =
      ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

  private final String before = option("MaxHeapFreeRatio");

  @Test
  void request_onHotSpot_letsLittleOfTheHeapBeFree() {
    SmallProcess.request();

    assertThat(option("MinHeapFreeRatio")).isEqualTo("10");
    assertThat(option("MaxHeapFreeRatio")).isEqualTo("30");
  }

  @AfterEach
  void restore() {
    machine.setVMOption("MaxHeapFreeRatio", before);
  }

  private String option(String name) {
    return machine.getVMOption(name).getValue();
  }
}
