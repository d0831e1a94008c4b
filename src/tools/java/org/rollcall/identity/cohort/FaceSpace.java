package org.rollcall.identity.cohort;

import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import org.rollcall.model.picture.Embedding;

/**
 * An embedding space with people in it who exist only here.
 *
 * <p>A person is a random direction; two of them are nearly at right angles, as strangers are for a
 * good embedding network. How a camera sees a person is a direction nearby.
 */
public final class FaceSpace {
  private static final int DIMENSION = 128;
  private static final int STRANGERS = 300;

  /** By seed: to build one takes long. */
  private static final Map<Long, Cohort> COHORTS = new ConcurrentHashMap<>();

  private final Random random;
  private final Cohort cohort;

  /**
   * A space with a cohort of some hundred strangers.
   *
   * @param seed spaces of one seed are the same
   */
  public FaceSpace(long seed) {
    this.random = new Random(seed);
    CohortBuilder strangers = new CohortBuilder();
    for (int i = 0; i < STRANGERS; i++) {
      Embedding stranger = person();
      strangers.add("anybody", seen(stranger, 0.9), seen(stranger, 0.7));
    }
    this.cohort = COHORTS.computeIfAbsent(seed, other -> strangers.build());
  }

  /** {@return the strangers of the space} */
  public Cohort cohort() {
    return cohort;
  }

  /** {@return somebody new} */
  public Embedding person() {
    float[] values = new float[DIMENSION];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Embedding.normalised(values);
  }

  /**
   * Shows a person to a camera, each time a little differently.
   *
   * @param person the person
   * @param cosine how alike the sighting is (0..1)
   * @return the sighting
   */
  public Embedding seen(Embedding person, double cosine) {
    float[] other = person().values();
    Embedding deviation = Embedding.normalised(minus(other, person, along(other, person)));
    float[] seen = new float[DIMENSION];
    person.addTo(seen, (float) cosine);
    deviation.addTo(seen, (float) Math.sqrt(1 - cosine * cosine));
    return Embedding.normalised(seen);
  }

  /**
   * Finds somebody of a given score.
   *
   * @param person the person
   * @param score score against the person, in standard deviations
   * @return the other
   */
  public Embedding scoring(Embedding person, double score) {
    return scoring(person, score, cohort);
  }

  /**
   * Finds somebody of a given score for a class.
   *
   * @param person the person
   * @param score score against the person, in standard deviations
   * @param seen the cohort as the class sees it
   * @return the other
   */
  public Embedding scoring(Embedding person, double score, Cohort seen) {
    Embedding other = seen(person, 0);
    double low = 0;
    double high = Math.PI / 2;
    for (int i = 0; i < 40; i++) {
      double angle = (low + high) / 2;
      Cohort.Measured between = seen.measure(between(person, other, angle));
      if (seen.measure(person).score(between) > score) {
        low = angle;
      } else {
        high = angle;
      }
    }
    return between(person, other, low);
  }

  /**
   * Compares two people.
   *
   * @param one one
   * @param other the other
   * @return how alike they are, in standard deviations above strangers
   */
  public double score(Embedding one, Embedding other) {
    return cohort.measure(one).score(cohort.measure(other));
  }

  private static Embedding between(Embedding one, Embedding other, double angle) {
    float[] sum = new float[DIMENSION];
    one.addTo(sum, (float) Math.cos(angle));
    other.addTo(sum, (float) Math.sin(angle));
    return Embedding.normalised(sum);
  }

  private static float along(float[] values, Embedding direction) {
    float[] unit = direction.values();
    float dot = 0;
    for (int i = 0; i < DIMENSION; i++) {
      dot += values[i] * unit[i];
    }
    return dot;
  }

  private static float[] minus(float[] values, Embedding direction, float length) {
    direction.addTo(values, -length);
    return values;
  }
}
