package org.rollcall.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiPredicate;
import org.rollcall.model.Student;
import org.rollcall.model.picture.Embedding;

/**
 * Says which unknown persons of a lesson are those of earlier lessons.
 *
 * <ol>
 *   <li>Persons are assigned to the known ones one to one, where they score above the limit.
 *   <li>Who is left joins somebody of the lesson whom they are like, and with whom no camera ever
 *       saw them at the same time.
 *   <li>Who is left then is new.
 * </ol>
 *
 * <p>Nobody gets a mark by this: a mistake costs a look at two pictures.
 */
public final class Reidentifier {
  /** How often somebody is taken for one of some known people without being any of them. */
  private static final double FALSE_MATCH_RATE = 0.001;

  /** At least so many people are reckoned with: see {@link Identifier#FEWEST_STRANGERS}. */
  private static final int FEWEST_KNOWN = Identifier.FEWEST_STRANGERS;

  private final Cohort cohort;

  /**
   * Prepares for one embedding space.
   *
   * @param cohort what strangers score in that space
   */
  public Reidentifier(Cohort cohort) {
    this.cohort = cohort;
  }

  /**
   * Recognises the unknown persons of a lesson.
   *
   * @param persons who is nobody of the class
   * @param known what the unknown persons of other lessons are recognised by
   * @return everybody once, the most often seen first
   */
  public List<Reidentified> reidentify(List<PersonCluster> persons, List<Embedding> known) {
    return new PersonSearch(persons, known).run();
  }

  /**
   * Looks for students among unknown persons.
   *
   * @param known what the unknown persons are recognised by
   * @param templates the students
   * @return for each unknown person the student whom they are like, where there is one
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
   * Looks for somebody who is known twice, because two lessons saw too little to tell.
   *
   * @param known what the unknown persons are recognised by
   * @param together says of two of them, counted from 0, whether one lesson saw both: then they are
   *     two people
   * @return the two that are most alike, where that is above the limit
   */
  public Optional<Duplicate> duplicate(
      List<Embedding> known, BiPredicate<Integer, Integer> together) {
    List<Cohort.Measured> faces = measured(known);
    double highest = limit(known.size());
    Optional<Duplicate> found = Optional.empty();
    for (int second = 1; second < faces.size(); second++) {
      for (int first = 0; first < second; first++) {
        double score = faces.get(first).score(faces.get(second));
        if (score >= highest && !together.test(first, second)) {
          highest = score;
          found = Optional.of(new Duplicate(first, second));
        }
      }
    }
    return found;
  }

  private static Optional<EnrolledFace> mostAlike(
      List<EnrolledFace> students, Cohort.Measured person) {
    return students.stream().max(Comparator.comparingDouble(s -> s.face.score(person)));
  }

  private List<Cohort.Measured> measured(List<Embedding> faces) {
    return faces.stream().map(cohort::measure).toList();
  }

  /** {@return the score that somebody else reaches by chance, among so many} */
  private double limit(int people) {
    return cohort.limit(FALSE_MATCH_RATE / Math.max(FEWEST_KNOWN, people));
  }

  /** A student and the face on the photos. */
  private record EnrolledFace(Student student, Cohort.Measured face) {}

  /** The work on one lesson. */
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
          found.add(new ReidentifiedPair(persons.get(p), OptionalInt.of(knownOf[p])));
        }
      }
    }

    private void joinOrAdd(PersonCluster person) {
      Cohort.Measured face = cohort.measure(person.mean());
      found.stream()
          .filter(one -> !one.person.excludes(person) && likeness(one, face) >= limit)
          .max(Comparator.comparingDouble(one -> likeness(one, face)))
          .ifPresentOrElse(
              one -> one.join(person),
              () -> found.add(new ReidentifiedPair(person, OptionalInt.empty())));
    }

    /** {@return how alike a face is to what this lesson or the earlier ones saw of a person} */
    private double likeness(ReidentifiedPair one, Cohort.Measured face) {
      double now = one.face.score(face);
      return one.known.isPresent()
          ? Math.max(now, known.get(one.known.getAsInt()).score(face))
          : now;
    }
  }

  /** Somebody of the lesson, as far as brought together. */
  private final class ReidentifiedPair {
    private final OptionalInt known;
    private PersonCluster person;
    private Cohort.Measured face;

    ReidentifiedPair(PersonCluster person, OptionalInt known) {
      this.known = known;
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
