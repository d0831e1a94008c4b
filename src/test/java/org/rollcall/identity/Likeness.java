package org.rollcall.identity;

import java.util.function.Function;
import org.rollcall.model.Embedding;
import org.rollcall.model.RollcallException;

/** A face that is ready to be compared with many others, by one of two scores. */
public final class Likeness {
  private final Cohort.Measured measured;

  private Likeness(Cohort.Measured measured) {
    this.measured = measured;
  }

  /** {@return the face, scored by the plain cosine} */
  public static Likeness byCosine(Embedding face) {
    return new Likeness(new Cohort.Measured(face, 1));
  }

  /**
   * Scoring as {@link Identifier} does it: in standard deviations above strangers.
   *
   * @param space of the embeddings
   * @return what makes a face ready
   * @throws RollcallException if no cohort of the space comes with Rollcall
   */
  public static Function<Embedding, Likeness> againstCohort(String space) {
    Cohort cohort = Cohort.of(space);
    return face -> new Likeness(cohort.measure(face));
  }

  /** {@return how alike two faces are; both ready for the same score} */
  public double score(Likeness other) {
    return measured.score(other.measured);
  }
}
