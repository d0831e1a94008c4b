package org.rollcall.basics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HostNameTest {
  @Test
  void here_always_isOneName() {
    assertThat(HostName.here()).isNotBlank().doesNotContainAnyWhitespaces();
    assertThat(HostName.here()).isEqualTo(HostName.here());
  }
}
