package org.rollcall.desk;

import org.junit.jupiter.api.Test;
import org.rollcall.testing.WordLists;

class WorkNoticeTest {
  @Test
  void words_allNotices_areInBothLanguages() {
    WordLists.assertComplete(WorkNotice.class);
  }
}
