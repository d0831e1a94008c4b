package org.rollcall.identity.cohort;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.rollcall.model.picture.Embedding;

/** Makes a {@link Cohort} from faces of people who are in no class. */
public final class CohortBuilder {
  /** Classes are drawn from each group to count how often strangers of the group are mistaken. */
  private static final int CLASSES = 15;

  private static final int CLASS_SIZE = 20;

  /** A smaller half of a group makes no class. */
  private static final int FEWEST = 6;

  private final Map<String, List<Person>> groups = new LinkedHashMap<>();

  /**
   * A person.
   *
   * @param photo as an enrolment photo shows the face
   * @param sighting as a camera in a classroom sees it
   */
  private record Person(Embedding photo, Embedding sighting) {}

  /**
   * Adds a person.
   *
   * @param group people of the same region and age
   * @param photo as an enrolment photo shows the face
   * @param sighting as a camera in a classroom sees it
   */
  public void add(String group, Embedding photo, Embedding sighting) {
    groups.computeIfAbsent(group, name -> new ArrayList<>()).add(new Person(photo, sighting));
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

  /** {@return the cohort of all people added} */
  public Cohort build() {
    Map<String, List<Person>> one = new LinkedHashMap<>();
    Map<String, List<Person>> other = new LinkedHashMap<>();
    Map<String, List<Person>> all = new LinkedHashMap<>();
    Random random = new Random(0);
    groups.forEach(
        (name, people) -> {
          List<Person> shuffled = new ArrayList<>(people);
          Collections.shuffle(shuffled, random);
          int half = shuffled.size() / 2;
          all.put(name, shuffled);
          one.put(name, shuffled.subList(0, half));
          other.put(name, shuffled.subList(half, shuffled.size()));
        });
    // A face's own share in the covariance would flatter it: count on people who had no part in it.
    Map<String, List<Double>> scores = new LinkedHashMap<>();
    countStrangers(statistics(one, Ends.NONE), other, random, scores);
    countStrangers(statistics(other, Ends.NONE), one, random, scores);
    return statistics(all, Ends.of(scores));
  }

  private static void countStrangers(
      Cohort cohort,
      Map<String, List<Person>> groups,
      Random random,
      Map<String, List<Double>> scores) {
    groups.forEach(
        (name, group) -> {
          List<Double> ofGroup = scores.computeIfAbsent(name, other -> new ArrayList<>());
          for (int i = 0; group.size() >= FEWEST && i < CLASSES; i++) {
            List<Person> people = new ArrayList<>(group);
            Collections.shuffle(people, random);
            int size = Math.min(CLASS_SIZE, people.size() / 2);
            List<Embedding> students = people.subList(0, size).stream().map(Person::photo).toList();
            List<Person> strangers = people.subList(size, people.size());
            ofGroup.addAll(scores(cohort.adaptedTo(students), students, strangers));
          }
        });
  }

  private static List<Double> scores(
      Cohort adapted, List<Embedding> students, List<Person> strangers) {
    List<Cohort.Measured> enrolled = students.stream().map(adapted::measure).toList();
    List<Double> scores = new ArrayList<>();
    for (Person stranger : strangers) {
      Cohort.Measured seen = adapted.measure(stranger.sighting());
      enrolled.forEach(student -> scores.add(student.score(seen)));
    }
    return scores;
  }

  private static Cohort statistics(Map<String, List<Person>> groups, Ends ends) {
    List<Cohort.Group> stated = new ArrayList<>();
    int people = groups.values().stream().mapToInt(List::size).sum();
    int dimension = groups.values().iterator().next().get(0).photo().dimension();
    float[] covariance = new float[dimension * dimension];
    groups.forEach(
        (name, members) -> {
          float[] mean = mean(members);
          stated.add(new Cohort.Group(name, members.size(), ends.spread(name), mean));
          for (Person member : members) {
            addProduct(covariance, deviation(member.photo().values(), mean), 2 * people - 1);
            addProduct(covariance, deviation(member.sighting().values(), mean), 2 * people - 1);
          }
        });
    return new Cohort(stated, covariance, ends.tail());
  }

  private static float[] mean(List<Person> people) {
    float[] mean = new float[people.get(0).photo().dimension()];
    for (Person person : people) {
      person.photo().addTo(mean, 0.5f / people.size());
      person.sighting().addTo(mean, 0.5f / people.size());
    }
    return mean;
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
