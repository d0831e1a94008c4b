package org.rollcall.identity;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.rollcall.model.picture.Embedding;

/** Makes a {@link Cohort} from faces of people who are in no class. */
public final class CohortBuilder {
  /** Rates that are counted, as far as there are enough pairs of strangers for them. */
  private static final double[] RATES = {0.1, 0.01, 0.001, 1e-4, 3e-5};

  private final List<Embedding> photos = new ArrayList<>();
  private final List<Embedding> sightings = new ArrayList<>();

  /**
   * Adds a person. Nobody may be added twice.
   *
   * @param photo as an enrolment photo shows the face
   * @param sighting as a camera in a classroom sees it
   */
  public void add(Embedding photo, Embedding sighting) {
    photos.add(photo);
    sightings.add(sighting);
  }

  /**
   * Writes the cohort of all people added.
   *
   * @param out where to; not closed
   * @throws IOException if it cannot be written
   */
  public void write(OutputStream out) throws IOException {
    build().write(out);
  }

  Cohort build() {
    List<Integer> people = new ArrayList<>();
    for (int i = 0; i < photos.size(); i++) {
      people.add(i);
    }
    Collections.shuffle(people, new Random(0));
    int half = people.size() / 2;
    List<Integer> one = people.subList(0, half);
    List<Integer> other = people.subList(half, people.size());
    // A face's own share in the covariance would flatter it: count on people who had no part in it.
    List<Double> scores = new ArrayList<>(strangerScores(statistics(one, List.of()), other));
    scores.addAll(strangerScores(statistics(other, List.of()), one));
    return statistics(people, tail(scores));
  }

  private List<Double> strangerScores(Cohort cohort, List<Integer> people) {
    List<Cohort.Measured> photo = people.stream().map(p -> cohort.measure(photos.get(p))).toList();
    List<Cohort.Measured> seen =
        people.stream().map(p -> cohort.measure(sightings.get(p))).toList();
    List<Double> scores = new ArrayList<>();
    for (int i = 0; i < photo.size(); i++) {
      for (int j = 0; j < seen.size(); j++) {
        if (i != j) {
          scores.add(photo.get(i).score(seen.get(j)));
        }
      }
    }
    return scores;
  }

  private static List<Cohort.Tail> tail(List<Double> scores) {
    scores.sort(Collections.reverseOrder());
    List<Cohort.Tail> tail = new ArrayList<>();
    for (double rate : RATES) {
      int rank = (int) (rate * scores.size());
      if (rank > 0) {
        tail.add(new Cohort.Tail(rate, scores.get(rank)));
      }
    }
    return tail;
  }

  private Cohort statistics(List<Integer> people, List<Cohort.Tail> tail) {
    List<float[]> rows = new ArrayList<>();
    for (int person : people) {
      rows.add(photos.get(person).values());
      rows.add(sightings.get(person).values());
    }
    int dimension = rows.get(0).length;
    float[] mean = new float[dimension];
    for (float[] row : rows) {
      for (int i = 0; i < dimension; i++) {
        mean[i] += row[i] / rows.size();
      }
    }
    float[] covariance = new float[dimension * dimension];
    for (float[] row : rows) {
      addProduct(covariance, deviation(row, mean), rows.size() - 1);
    }
    return new Cohort(mean, covariance, tail);
  }

  private static float[] deviation(float[] row, float... mean) {
    float[] deviation = new float[row.length];
    for (int i = 0; i < row.length; i++) {
      deviation[i] = row[i] - mean[i];
    }
    return deviation;
  }

  /** Adds the outer product of a vector with itself, divided by a number. */
  private static void addProduct(float[] sum, float[] vector, int divisor) {
    for (int i = 0; i < vector.length; i++) {
      float share = vector[i] / divisor;
      for (int j = 0; j < vector.length; j++) {
        sum[i * vector.length + j] += share * vector[j];
      }
    }
  }
}
