package org.rollcall.sheet;

import org.junit.jupiter.api.Test;
import org.rollcall.testing.WordLists;

class RosterFaultTest {
  @Test
  void patterns_all_areThereInEveryLanguage() {
    WordLists.assertComplete(RosterFault.class);
  }
}
