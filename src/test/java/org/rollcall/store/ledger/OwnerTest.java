package org.rollcall.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OwnerTest {
  @Test
  void self_thisProcess_isNotGone() {
    assertThat(Owner.self().isGone()).isFalse();
    assertThat(Owner.self().pid()).isEqualTo(ProcessHandle.current().pid());
  }

  @Test
  void parse_written_isTheSame() {
    assertThat(Owner.parse(Owner.self().toString())).isEqualTo(Owner.self());
  }

  @Test
  void isGone_sameNumberStartedAtAnotherTime_isAnotherProcess() {
    Owner self = Owner.self();

    assertThat(new Owner(self.host(), self.pid(), self.started() - 1).isGone()).isTrue();
  }

  @Test
  void isGone_processOfAnotherMachine_isNotKnownToBe() {
    assertThat(new Owner("elsewhere", Long.MAX_VALUE, 1).isGone()).isFalse();
  }
}
