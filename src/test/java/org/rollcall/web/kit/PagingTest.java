package org.rollcall.web.kit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PagingTest {
  @Test
  void last_fullAndOverfullPages_areCounted() {
    assertThat(new Paging(1, 50, 0).last()).isEqualTo(1);
    assertThat(new Paging(1, 50, 50).last()).isEqualTo(1);
    assertThat(new Paging(1, 50, 51).last()).isEqualTo(2);
  }

  @Test
  void paging_secondOfThree_hasBothNeighbours() {
    Paging second = new Paging(2, 50, 120);

    assertThat(second.skipped()).isEqualTo(50);
    assertThat(second.hasNewer()).isTrue();
    assertThat(second.hasOlder()).isTrue();
  }

  @Test
  void paging_only_hasNoNeighbour() {
    assertThat(new Paging(1, 50, 50).hasNewer()).isFalse();
    assertThat(new Paging(1, 50, 50).hasOlder()).isFalse();
  }
}
