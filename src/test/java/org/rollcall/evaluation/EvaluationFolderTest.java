package org.rollcall.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvaluationFolderTest {
  @Test
  void freeName_namesThatCollide_areNumbered() {
    Set<String> taken = new HashSet<>();

    assertThat(
            List.of("confusion-a-svm.png", "confusion-A-svm.png", "confusion-b-svm.png").stream()
                .map(name -> EvaluationFolder.freeName(name, taken)))
        .containsExactly("confusion-a-svm.png", "confusion-A-svm_2.png", "confusion-b-svm.png");
  }
}
