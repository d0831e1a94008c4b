package org.rollcall.identity.cohort;

import java.util.ArrayList;
import java.util.List;
import org.rollcall.model.picture.Embedding;

/**
 * What people who resemble each other have in common: groups of people of one region and age, each
 * with the mean of its embeddings. A face belongs to several groups in part, more to those it is
 * closer to.
 *
 * <p>Two children, or two people of one region, have more similar embeddings than any two strangers
 * do, and the networks were trained on few of them. So a face is compared after what it shares with
 * its groups has been taken away; then strangers of all groups are alike by chance only, and one
 * limit serves them all.
 *
 * <p>Immutable and thread-safe.
 */
final class Population {
  /**
   * Softens the belonging to groups: with 1, a face would nearly always belong to one group alone.
   */
  private static final double TEMPERATURE = 4;

  /** The students of a group move its mean as much as this many people of the cohort keep it. */
  private static final double PRIOR_PEOPLE = 6;

  private final Whitening whitening;

  /** Mean of each group, of embeddings and of whitened ones. */
  private final Means groups;

  /** The same as seen from a class. */
  private final Means seen;

  /**
   * A population of groups.
   *
   * @param whitening by the covariance within the groups
   * @param groups mean embedding of each group (at least one)
   */
  Population(Whitening whitening, List<float[]> groups) {
    this.whitening = whitening;
    this.groups =
        new Means(
            groups.stream().map(Population::doubles).toList(),
            groups.stream().map(whitening::apply).toList());
    this.seen = this.groups;
  }

  private Population(Population all, Means seen) {
    this.whitening = all.whitening;
    this.groups = all.groups;
    this.seen = seen;
  }

  private record Means(List<double[]> raw, List<double[]> whitened) {}

  /**
   * Takes into account that the people of a class may be more alike than those of their groups:
   * moves the mean of each group towards the class's students in it. This is the maximum a
   * posteriori adaptation of means of Reynolds, Quatieri and Dunn ("Speaker verification using
   * adapted Gaussian mixture models", 2000).
   *
   * @param students an embedding of each student
   * @return the population as seen from the class
   */
  Population adaptedTo(List<Embedding> students) {
    List<double[]> whitened =
        students.stream().map(student -> whitening.apply(student.values())).toList();
    List<double[]> shares = whitened.stream().map(this::shares).toList();
    List<double[]> raw = students.stream().map(student -> doubles(student.values())).toList();
    return new Population(
        this,
        new Means(moved(groups.raw(), raw, shares), moved(groups.whitened(), whitened, shares)));
  }

  /** {@return means, moved towards the students who share in them} */
  private static List<double[]> moved(
      List<double[]> means, List<double[]> students, List<double[]> shares) {
    List<double[]> excesses = new ArrayList<>();
    for (int student = 0; student < students.size(); student++) {
      double[] excess = students.get(student).clone();
      add(mixed(means, shares.get(student)), -1, excess);
      excesses.add(excess);
    }
    List<double[]> moved = new ArrayList<>();
    for (int group = 0; group < means.size(); group++) {
      double[] sum = new double[means.get(group).length];
      double people = PRIOR_PEOPLE;
      for (int student = 0; student < students.size(); student++) {
        add(excesses.get(student), shares.get(student)[group], sum);
        people += shares.get(student)[group];
      }
      double[] mean = means.get(group).clone();
      add(sum, 1 / people, mean);
      moved.add(mean);
    }
    return moved;
  }

  /**
   * A face among the groups.
   *
   * @param difference direction in which it differs from people like it, whitened, of length 1
   * @param shares how much it belongs to each group (sum: 1)
   */
  @SuppressWarnings("ArrayRecordComponent") // carries numbers, is never compared
  record Placed(Embedding difference, double[] shares) {}

  /** {@return a face among the groups, as seen from the class} */
  Placed place(Embedding face) {
    double[] whitened = whitening.apply(face.values());
    double[] shares = shares(whitened);
    add(mixed(seen.whitened(), shares), -1, whitened);
    float[] difference = new float[whitened.length];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = (float) whitened[i];
    }
    return new Placed(Embedding.normalised(difference), shares);
  }

  private double[] shares(double... whitened) {
    double[] shares = new double[groups.whitened().size()];
    double nearest = Double.POSITIVE_INFINITY;
    for (int group = 0; group < shares.length; group++) {
      shares[group] =
          squaredDistance(whitened, groups.whitened().get(group)) / whitening.variance();
      nearest = Math.min(nearest, shares[group]);
    }
    double sum = 0;
    for (int group = 0; group < shares.length; group++) {
      shares[group] = Math.exp((nearest - shares[group]) / (2 * TEMPERATURE));
      sum += shares[group];
    }
    for (int group = 0; group < shares.length; group++) {
      shares[group] /= sum;
    }
    return shares;
  }

  /** {@return the mean embedding of each group, as seen from the class} */
  List<double[]> means() {
    return seen.raw();
  }

  private static double squaredDistance(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (one[i] - other[i]) * (one[i] - other[i]);
    }
    return sum;
  }

  private static double[] mixed(List<double[]> vectors, double... shares) {
    double[] mixed = new double[vectors.get(0).length];
    for (int group = 0; group < shares.length; group++) {
      add(vectors.get(group), shares[group], mixed);
    }
    return mixed;
  }

  private static void add(double[] vector, double factor, double[] sum) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * vector[i];
    }
  }

  private static double[] doubles(float... values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
