package org.rollcall.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.rollcall.model.picture.Embedding;

class CalibratedClassifierTest {
  private static final Embedding SOMEBODY = Embedding.normalised(new float[] {1, 1});

  /** As of a classifier that knows only yes and no. */
  @Test
  void scores_strangersAllScoreTheSame_areNumbers() {
    List<Embedding> strangers =
        IntStream.range(0, 50).mapToObj(i -> Embedding.normalised(new float[] {1, i})).toList();
    CalibratedClassifier classifier =
        new CalibratedClassifier(
            face -> new double[] {0}, face -> new double[] {face.values()[1]}, strangers);

    assertThat(classifier.scores(SOMEBODY)).hasSize(1).doesNotContain(Double.NaN);
    assertThat(classifier.scores(SOMEBODY)[0]).isFinite();
  }
}
