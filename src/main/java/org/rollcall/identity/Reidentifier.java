package org.rollcall.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.model.Student;
import org.rollcall.model.picture.Embedding;

/**
 * Re-identifies unknown persons from earlier lessons.
 *
 * <ol>
 *   <li>Persons are assigned to known ones one to one if they score above the limit.
 *   <li>Each remaining person joins a similar person of the lesson whom no camera saw at the same
 *       time.
 *   <li>Those still left are new.
 * </ol>
 *
 * <p>No mark depends on the result: a mistake only costs a glance at two images.
 */
public final class Reidentifier {
  /** How often a person is taken for one of the known people without being any of them. */
  private static final double FALSE_MATCH_RATE = 0.001;

  /** Least number of known people assumed: see {@link Identifier#FEWEST_STRANGERS}. */
  private static final int FEWEST_KNOWN = Identifier.FEWEST_STRANGERS;

  private final Cohort cohort;

  /**
   * Creates a re-identifier for one embedding space.
   *
   * @param cohort scores of strangers in that space
   */
  public Reidentifier(Cohort cohort) {
    this.cohort = cohort;
  }

  /**
   * Re-identifies the unknown persons of a lesson.
   *
   * @param persons the persons who match no student of the class
   * @param known embeddings of the unknown persons of other lessons
   * @return each person once, most often seen first
   */
  public List<Reidentified> reidentify(List<PersonCluster> persons, List<Embedding> known) {
    return new PersonSearch(persons, known).run();
  }

  /**
   * Finds students among unknown persons.
   *
   * @param known embeddings of the unknown persons
   * @param templates templates of the students
   * @return for each unknown person, the student whom they resemble, if any
   */
  public List<Optional<Student>> students(List<Embedding> known, List<Template> templates) {
    double limit = limit(templates.size());
    List<EnrolledFace> students =
        templates.stream()
            .map(template -> new EnrolledFace(template.student(), cohort.measure(template.mean())))
            .toList();
    return measured(known).stream()
        .map(person -> mostAlike(students, person).filter(s -> s.face.score(person) >= limit))
        .map(student -> student.map(EnrolledFace::student))
        .toList();
  }

  /**
   * Finds an unknown person who is kept twice because two lessons showed too little to tell.
   *
   * @param known embeddings of the unknown persons
   * @param together whether one lesson showed both of two persons, given by index from 0: then they
   *     are two people
   * @return the two who are most alike, if they score above the limit
   */
  public Optional<Duplicate> duplicate(
      List<Embedding> known, BiPredicate<Integer, Integer> together) {
    List<Cohort.Measured> faces = measured(known);
    double limit = limit(known.size());
    return pairs(faces.size())
        .filter(pair -> score(faces, pair) >= limit)
        .filter(pair -> !together.test(pair.first(), pair.second()))
        .max(Comparator.comparingDouble(pair -> score(faces, pair)));
  }

  private static Stream<Duplicate> pairs(int size) {
    return IntStream.range(1, size)
        .boxed()
        .flatMap(
            second -> IntStream.range(0, second).mapToObj(first -> new Duplicate(first, second)));
  }

  private static double score(List<Cohort.Measured> faces, Duplicate pair) {
    return faces.get(pair.first()).score(faces.get(pair.second()));
  }

  private static Optional<EnrolledFace> mostAlike(
      List<EnrolledFace> students, Cohort.Measured person) {
    return students.stream().max(Comparator.comparingDouble(s -> s.face.score(person)));
  }

  private List<Cohort.Measured> measured(List<Embedding> faces) {
    return faces.stream().map(cohort::measure).toList();
  }

  /** {@return the score that a different person reaches by chance among this many people} */
  private double limit(int people) {
    return cohort.limit(FALSE_MATCH_RATE / Math.max(FEWEST_KNOWN, people));
  }

  /** A student and the face in the enrolment photos. */
  private record EnrolledFace(Student student, Cohort.Measured face) {}

  /** The re-identification of one lesson. */
  private final class PersonSearch {
    private final List<PersonCluster> persons;
    private final List<Cohort.Measured> known;
    private final double limit;
    private final List<ReidentifiedPair> found = new ArrayList<>();
    private final List<PersonCluster> left = new ArrayList<>();

    PersonSearch(List<PersonCluster> persons, List<Embedding> known) {
      this.persons = persons;
      this.known = measured(known);
      this.limit = limit(known.size());
    }

    List<Reidentified> run() {
      assignOneToOne();
      left.sort(Comparator.comparingInt(PersonCluster::sightings).reversed());
      left.forEach(this::joinOrAdd);
      return found.stream()
          .map(one -> new Reidentified(one.person, one.known))
          .sorted(
              Comparator.comparingInt((Reidentified one) -> one.person().sightings()).reversed())
          .toList();
    }

    private void assignOneToOne() {
      double[][] gains = new double[persons.size()][known.size()];
      for (int p = 0; p < persons.size(); p++) {
        Cohort.Measured face = cohort.measure(persons.get(p).mean());
        for (int k = 0; k < known.size(); k++) {
          gains[p][k] = known.get(k).score(face) - limit;
        }
      }
      int[] knownOf = Assignment.best(gains);
      for (int p = 0; p < knownOf.length; p++) {
        if (knownOf[p] == Assignment.NONE) {
          left.add(persons.get(p));
        } else {
          found.add(new ReidentifiedPair(persons.get(p), knownOf[p]));
        }
      }
    }

    private void joinOrAdd(PersonCluster person) {
      Cohort.Measured face = cohort.measure(person.mean());
      found.stream()
          .filter(one -> !one.person.excludes(person) && likeness(one, face) >= limit)
          .max(Comparator.comparingDouble(one -> likeness(one, face)))
          .ifPresentOrElse(one -> one.join(person), () -> found.add(new ReidentifiedPair(person)));
    }

    /** {@return the score of a face against a person as seen in this lesson or in earlier ones} */
    private double likeness(ReidentifiedPair one, Cohort.Measured face) {
      double now = one.face.score(face);
      return one.known.isPresent()
          ? Math.max(now, known.get(one.known.getAsInt()).score(face))
          : now;
    }
  }

  /** A person of the lesson, with the tracks joined so far. */
  private final class ReidentifiedPair {
    private final OptionalInt known;
    private PersonCluster person;
    private Cohort.Measured face;

    ReidentifiedPair(PersonCluster person) {
      this.known = OptionalInt.empty();
      see(person);
    }

    ReidentifiedPair(PersonCluster person, int known) {
      this.known = OptionalInt.of(known);
      see(person);
    }

    void join(PersonCluster fragment) {
      see(person.with(fragment));
    }

    private void see(PersonCluster whole) {
      person = whole;
      face = cohort.measure(whole.mean());
    }
  }
}
