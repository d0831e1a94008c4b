package org.rollcall.identity.cohort;

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
 * Statistics of how similar the faces of strangers are in one embedding space: of groups of people
 * of one region and age each. They aggregate many people, so no individual's face can be derived
 * from them.
 *
 * <p>A plain cosine means little: children resemble each other, and so do people of one region,
 * dark or blurred pictures, and all vary with light. So what a face has in common with people like
 * it is taken away ({@link Population}), the rest is whitened, and the cosine of two faces is
 * expressed in standard deviations of their cosines with strangers, averaged over both sides
 * (symmetric score normalisation, as in speaker verification: Shin et al., "Speaker verification
 * with score normalisation"; with people like them, as in Matejka et al., "Analysis of score
 * normalization in multilingual speaker recognition", 2017). The strangers are not kept
 * individually: the mean of each group and the covariance Σ within the groups suffice.
 *
 * <p>How often strangers <em>of the same group</em> reach a score was counted, not derived from a
 * normal distribution: these are the pairs that are hardest to tell apart. In some groups their
 * scores go further than in others; the deviations follow that, so one limit serves all groups.
 *
 * <p>Immutable and thread-safe.
 */
public final class Cohort {
  private static final int FORMAT = 2;

  /** Cohorts by space, cached for the life of the process: whitening inverts a large matrix. */
  private static final Map<String, Cohort> BY_SPACE = new ConcurrentHashMap<>();

  private final List<Group> groups;
  private final float[] covariance;
  private final List<Tail> tail;
  private final Whitening whitening;
  private final Population population;

  /**
   * People of one region and age.
   *
   * @param name who they are
   * @param people how many there were
   * @param spread how far the highest scores of strangers of the group go, against those of all
   *     groups (1: as far)
   * @param mean mean of their embeddings
   */
  @SuppressWarnings("ArrayRecordComponent") // carries numbers, is never compared
  record Group(String name, int people, double spread, float[] mean) {}

  /**
   * How often two strangers of one group reach a score.
   *
   * @param rate share of pairs of strangers (0..1)
   * @param score the score that this share reaches or exceeds
   */
  public record Tail(double rate, double score) {}

  /**
   * Creates a cohort from the statistics of a space.
   *
   * @param groups the groups (at least one)
   * @param covariance Σ in row-major order (length: the square of a mean's)
   * @param tail score frequencies from frequent to rare (rates falling, scores rising); limits need
   *     at least two
   */
  Cohort(List<Group> groups, float[] covariance, List<Tail> tail) {
    int dimension = groups.get(0).mean().length;
    if (covariance.length != dimension * dimension) {
      throw new IllegalArgumentException(
          "Cohort of %d coordinates with %d covariances".formatted(dimension, covariance.length));
    }
    this.groups = List.copyOf(groups);
    this.covariance = covariance.clone();
    this.tail = List.copyOf(tail);
    this.whitening = new Whitening(this.covariance, dimension);
    this.population = new Population(whitening, groups.stream().map(Group::mean).toList());
  }

  private Cohort(Cohort all, Population population) {
    this.groups = all.groups;
    this.covariance = all.covariance;
    this.tail = all.tail;
    this.whitening = all.whitening;
    this.population = population;
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
    String name = space + ".bin";
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
    int dimension = data.readInt();
    List<Group> groups = new ArrayList<>();
    for (int left = data.readInt(); left > 0; left--) {
      groups.add(
          new Group(
              data.readUTF(), data.readInt(), data.readDouble(), readVector(data, dimension)));
    }
    float[] covariance = new float[dimension * dimension];
    for (int row = 0; row < dimension; row++) {
      for (int column = row; column < dimension; column++) {
        float value = data.readFloat();
        covariance[row * dimension + column] = value;
        covariance[column * dimension + row] = value;
      }
    }
    List<Tail> tail = new ArrayList<>();
    for (int left = data.readInt(); left > 0; left--) {
      tail.add(new Tail(data.readDouble(), data.readDouble()));
    }
    return new Cohort(groups, covariance, tail);
  }

  private static float[] readVector(DataInputStream data, int dimension) throws IOException {
    float[] vector = new float[dimension];
    for (int i = 0; i < dimension; i++) {
      vector[i] = data.readFloat();
    }
    return vector;
  }

  void write(OutputStream out) throws IOException {
    DataOutputStream data = new DataOutputStream(new BufferedOutputStream(out));
    data.writeInt(FORMAT);
    data.writeInt(dimension());
    data.writeInt(groups.size());
    for (Group group : groups) {
      data.writeUTF(group.name());
      data.writeInt(group.people());
      data.writeDouble(group.spread());
      for (float value : group.mean()) {
        data.writeFloat(value);
      }
    }
    for (int row = 0; row < dimension(); row++) {
      for (int column = row; column < dimension(); column++) {
        data.writeFloat(covariance(row, column));
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
   * Takes into account that the people of a school may be more alike than those of the cohort: two
   * of its students are two different people, so what they have in common tells nobody apart.
   *
   * @param students an embedding of each student of a class
   * @return the cohort as seen from the class
   */
  public Cohort adaptedTo(List<Embedding> students) {
    return students.isEmpty() ? this : new Cohort(this, population.adaptedTo(students));
  }

  /**
   * Prepares an embedding for many comparisons.
   *
   * @param embedding the embedding
   * @return what sets it apart from people like it, with the spread of strangers' scores against it
   */
  public Measured measure(Embedding embedding) {
    Population.Placed placed = place(embedding);
    Embedding difference = placed.difference();
    return new Measured(
        difference, spread(placed.shares()) * whitening.deviation(difference.values()));
  }

  private double spread(double... shares) {
    double spread = 0;
    for (int group = 0; group < shares.length; group++) {
      spread += shares[group] * groups.get(group).spread();
    }
    return spread;
  }

  /**
   * Takes away what a face has in common with people like it.
   *
   * @param embedding the embedding
   * @return the rest, whitened: strangers then scatter equally in all directions
   */
  public Embedding whiten(Embedding embedding) {
    return place(embedding).difference();
  }

  private Population.Placed place(Embedding embedding) {
    if (embedding.dimension() != dimension()) {
      throw new IllegalArgumentException(
          "Embedding of %d numbers in a space of %d".formatted(embedding.dimension(), dimension()));
    }
    return population.place(embedding);
  }

  private int dimension() {
    return groups.get(0).mean().length;
  }

  /** {@return the groups, each with its mean as seen from the class} */
  Population population() {
    return population;
  }

  /** {@return the covariance Σ of two coordinates within the groups} */
  float covariance(int row, int column) {
    return covariance[row * dimension() + column];
  }

  /**
   * Returns the score that a pair of strangers exceeds with a given probability.
   *
   * @param rate probability (above 0, below 1)
   * @return the score in standard deviations, interpolated and extrapolated linearly over the
   *     logarithm of the counted rates
   */
  public double limit(double rate) {
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
   * @param whitened the whitened difference from people like it: its mean cosine with strangers is
   *     0
   * @param deviation standard deviation of the cosine with strangers
   */
  public record Measured(Embedding whitened, double deviation) {
    /**
     * Compares two embeddings.
     *
     * @param other measured by the same cohort
     * @return their similarity, in standard deviations above strangers
     */
    public double score(Measured other) {
      return whitened.cosine(other.whitened) * (1 / deviation + 1 / other.deviation) / 2;
    }
  }
}
