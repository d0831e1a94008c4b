package org.rollcall.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Message;
import org.rollcall.testing.WordLists;

class ServiceHealthTest {
  private static final long MEGABYTE = 1_000_000;

  @Test
  void fullDisks_hardlyAnythingFree_areNamed() {
    Map<String, Long> free = Map.of("output", 200 * MEGABYTE, "attendance", 99 * MEGABYTE);

    assertThat(ServiceHealth.fullDisks(free))
        .extracting(Message::toString)
        .containsExactly(
            "The disk of attendance/ is full: only 99 MB are free. Free some space there.");
  }

  @Test
  void heap_nearlyFull_isATrouble() {
    assertThat(new HeapUse(94 * MEGABYTE, 100 * MEGABYTE).trouble()).isEmpty();
    assertThat(new HeapUse(96 * MEGABYTE, 100 * MEGABYTE).trouble().orElseThrow())
        .asString()
        .contains("96 of 100 MB");
    assertThat(HeapUse.now().most()).isPositive();
  }

  @Test
  void words_allTroubles_areInBothLanguages() {
    WordLists.assertComplete(ServiceTrouble.class);
  }
}
