package org.rollcall.worker;

import org.junit.jupiter.api.Test;
import org.rollcall.testing.WordLists;

class PhotoFailureTest {
  @Test
  void patterns_all_areThereInEveryLanguage() {
    WordLists.assertComplete(PhotoFailure.class);
  }
}
