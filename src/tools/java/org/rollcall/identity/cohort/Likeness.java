package org.rollcall.identity.cohort;

import java.util.function.Function;
import org.rollcall.model.RollcallException;
import org.rollcall.model.picture.Embedding;

/** A face that is ready to be compared with many others, by one of two scores. */
public final class Likeness {
  private final Cohort.Measured measured;

  private Likeness(Cohort.Measured measured) {
    this.measured = measured;
  }

  /**
   * Scoring by the plain cosine.
   *
   * @param face the face
   * @return it, ready to be compared
   */
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

  /**
   * Compares two faces.
   *
   * @param other ready for the same score
   * @return how alike they are
   */
  public double score(Likeness other) {
    return measured.score(other.measured);
  }
}
