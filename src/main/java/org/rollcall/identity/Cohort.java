package org.rollcall.identity;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.rollcall.model.RollcallException;
import org.rollcall.model.picture.Embedding;

/**
 * Statistics of how similar the faces of strangers are in one embedding space. They aggregate many
 * people, so no individual's face can be derived from them.
 *
 * <p>A plain cosine means little: some faces resemble many others, dark or blurred ones resemble
 * each other, and all vary with light or sex. So embeddings are whitened, and the cosine of two of
 * them is expressed in standard deviations of their cosines with strangers, averaged over both
 * sides (symmetric score normalisation, as in speaker verification: Shin et al., "Speaker
 * verification with score normalisation", and the NIST evaluations). The strangers are not kept
 * individually: the mean μ and the covariance Σ of their embeddings suffice.
 *
 * <p>How often strangers reach a score was counted, not derived from a normal distribution.
 *
 * <p>Immutable and thread-safe.
 */
public final class Cohort {
  private static final int FORMAT = 1;

  /** Cohorts by space, cached for the life of the process: whitening inverts a large matrix. */
  private static final Map<String, Cohort> BY_SPACE = new ConcurrentHashMap<>();

  private final float[] mean;
  private final float[] covariance;
  private final List<Tail> tail;
  private final Whitening whitening;

  /**
   * How often two strangers reach a score.
   *
   * @param rate share of pairs of strangers (0..1)
   * @param score the score that this share reaches or exceeds
   */
  public record Tail(double rate, double score) {}

  /**
   * Creates a cohort from the statistics of a space.
   *
   * @param mean μ, one number per coordinate
   * @param covariance Σ in row-major order (length: the square of the mean's)
   * @param tail score frequencies from frequent to rare (rates falling, scores rising); limits need
   *     at least two
   */
  Cohort(float[] mean, float[] covariance, List<Tail> tail) {
    if (covariance.length != mean.length * mean.length) {
      throw new IllegalArgumentException(
          "Cohort of %d coordinates with %d covariances".formatted(mean.length, covariance.length));
    }
    this.mean = mean.clone();
    this.covariance = covariance.clone();
    this.tail = List.copyOf(tail);
    this.whitening = new Whitening(this.mean, this.covariance);
  }

  /**
   * Returns the cohort that ships with Rollcall for an embedding space; read once per process.
   *
   * @param space id of the space
   * @return the cohort of the space
   * @throws RollcallException if there is none or it cannot be read
   */
  public static Cohort of(String space) {
    return BY_SPACE.computeIfAbsent(space, Cohort::load);
  }

  private static Cohort load(String space) {
    String name = "cohort/" + space + ".bin";
    try (InputStream in = Cohort.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new RollcallException(
            "No limits are known for the model pack '%s'. Choose another pack in the settings."
                .formatted(space));
      }
      return read(in);
    } catch (IOException e) {
      throw new RollcallException("Cannot read the limits of the pack '%s'.".formatted(space), e);
    }
  }

  static Cohort read(InputStream in) throws IOException {
    DataInputStream data = new DataInputStream(new BufferedInputStream(in));
    int format = data.readInt();
    if (format != FORMAT) {
      throw new IOException("Cohort file of format %d, expected %d".formatted(format, FORMAT));
    }
    float[] mean = new float[data.readInt()];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = data.readFloat();
    }
    float[] covariance = new float[mean.length * mean.length];
    for (int row = 0; row < mean.length; row++) {
      for (int column = row; column < mean.length; column++) {
        float value = data.readFloat();
        covariance[row * mean.length + column] = value;
        covariance[column * mean.length + row] = value;
      }
    }
    List<Tail> tail = new ArrayList<>();
    for (int left = data.readInt(); left > 0; left--) {
      tail.add(new Tail(data.readDouble(), data.readDouble()));
    }
    return new Cohort(mean, covariance, tail);
  }

  void write(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(new BufferedOutputStream(out));
    data.writeInt(FORMAT);
    data.writeInt(mean.length);
    for (float value : mean) {
      data.writeFloat(value);
    }
    for (int row = 0; row < mean.length; row++) {
      for (int column = row; column < mean.length; column++) {
        data.writeFloat(covariance[row * mean.length + column]);
      }
    }
    data.writeInt(tail.size());
    for (Tail step : tail) {
      data.writeDouble(step.rate());
      data.writeDouble(step.score());
    }
    data.flush();
  }

  /**
   * Prepares an embedding for many comparisons.
   *
   * @param embedding the embedding
   * @return the whitened embedding with the spread of strangers' scores against it
   */
  Measured measure(Embedding embedding) {
    Embedding whitened = whiten(embedding);
    return new Measured(whitened, whitening.deviation(whitened));
  }

  /** {@return the whitened embedding: strangers then scatter equally in all directions} */
  Embedding whiten(Embedding embedding) {
    if (embedding.dimension() != mean.length) {
      throw new IllegalArgumentException(
          "Embedding of %d numbers in a space of %d".formatted(embedding.dimension(), mean.length));
    }
    return whitening.apply(embedding);
  }

  /** {@return a copy of μ} */
  float[] mean() {
    return mean.clone();
  }

  /** {@return the covariance Σ of two coordinates} */
  float covariance(int row, int column) {
    return covariance[row * mean.length + column];
  }

  /**
   * Returns the score that a pair of strangers exceeds with a given probability.
   *
   * @param rate probability (above 0, below 1)
   * @return the score in standard deviations, interpolated and extrapolated linearly over the
   *     logarithm of the counted rates
   */
  double limit(double rate) {
    int next = 1;
    while (next < tail.size() - 1 && tail.get(next).rate() > rate) {
      next++;
    }
    Tail from = tail.get(next - 1);
    Tail to = tail.get(next);
    double share = Math.log(rate / from.rate()) / Math.log(to.rate() / from.rate());
    return from.score() + share * (to.score() - from.score());
  }

  /**
   * An embedding with the spread of strangers' scores against it.
   *
   * @param whitened the whitened embedding: its mean cosine with strangers is 0
   * @param deviation standard deviation of the cosine with strangers
   */
  record Measured(Embedding whitened, double deviation) {
    /** {@return the similarity of two embeddings, in standard deviations above strangers} */
    double score(Measured other) {
      return whitened.cosine(other.whitened) * (1 / deviation + 1 / other.deviation) / 2;
    }
  }
}
