package org.rollcall.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.Student;

/**
 * Identifies the students of a class among the persons in a lesson. Several cameras may have
 * recorded the lesson: no one appears twice in one frame, but two cameras may see the same person.
 *
 * <ol>
 *   <li>Tracks that show the same person are grouped.
 *   <li>Persons are assigned to students one to one if they score above the limit.
 *   <li>Remaining fragments of a student already found join that student's sightings.
 *   <li>Students not yet found are searched for again among the rest, combining the evidence of all
 *       tracks that fit them best.
 * </ol>
 *
 * <p>The limit follows from the rate of false marks that the school accepts and from the number of
 * persons in the recordings who could be mistaken for an absent student.
 */
public final class Identifier {
  /** How often an absent student may be put up for review in a lesson. */
  private static final double REVIEW_RATE = 0.03;

  /** A sure match must score this much higher than for any student still missing. */
  private static final double MARGIN = 1;

  /**
   * Least number of people assumed who could be mistaken for an absent student: the cohort does not
   * represent every school, and a lower limit would trust it too far.
   */
  static final int FEWEST_STRANGERS = 10;

  /** Share of strangers who are as much like a student as the least evidence for that student. */
  private static final double LEAST_EVIDENCE_RATE = 0.05;

  private final MatchingSettings settings;
  private final Cohort cohort;

  /**
   * Creates an identifier for one embedding space.
   *
   * @param settings how sure a match must be
   * @param cohort scores of strangers in that space
   */
  public Identifier(MatchingSettings settings, Cohort cohort) {
    this.settings = settings;
    this.cohort = cohort;
  }

  /**
   * Finds the students of a class by the nearest template.
   *
   * @param templates templates of the students who can be recognised
   * @param tracks all tracks of the lesson from all cameras, in lesson time
   * @return the students found, and the unknown persons
   */
  public Identification identify(List<Template> templates, List<Tracklet> tracks) {
    return identify(ClassModel.nearestTemplate(templates, cohort), tracks);
  }

  /**
   * Finds the students of a class.
   *
   * @param model the trained model of the class
   * @param tracks all tracks of the lesson from all cameras, in lesson time
   * @return the students found, and the unknown persons
   */
  public Identification identify(ClassModel model, List<Tracklet> tracks) {
    return new MissingSearch(model, Grouping.group(tracks, cohort)).run();
  }

  /** The identification of one lesson. */
  private final class MissingSearch {
    private final ClassModel model;
    private final List<Student> students;
    private final Found[] found;
    private final List<Assignable> left = new ArrayList<>();

    MissingSearch(ClassModel model, List<PersonCluster> persons) {
      this.model = model;
      this.students = model.students();
      this.found = new Found[students.size()];
      persons.forEach(person -> left.add(new Assignable(person, scores(person))));
    }

    Identification run() {
      MatchLimit limit = limit(settings.falseAcceptRate());
      assignOneToOne(limit.score());
      joinFragments();
      findMissing();
      return new Identification(matches(), unknown(), limit);
    }

    private void assignOneToOne(double limit) {
      double[][] gains = new double[left.size()][students.size()];
      for (int p = 0; p < left.size(); p++) {
        for (int s = 0; s < students.size(); s++) {
          gains[p][s] = left.get(p).scores[s] - limit;
        }
      }
      int[] studentOf = Assignment.best(gains);
      List<Assignable> assigned = new ArrayList<>();
      for (int p = 0; p < studentOf.length; p++) {
        if (studentOf[p] != Assignment.NONE) {
          Assignable candidate = left.get(p);
          assigned.add(candidate);
          int student = studentOf[p];
          found[student] = new Found(candidate.person, candidate.scores[student], limit);
        }
      }
      left.removeAll(assigned);
    }

    /**
     * Joins each remaining person to the best-matching student if that student was already found.
     * In the student's own seat, little evidence is enough.
     */
    private void joinFragments() {
      double limit = limit(REVIEW_RATE).score();
      left.sort(Comparator.comparingDouble(candidate -> -candidate.highest()));
      List<Assignable> joined = new ArrayList<>();
      for (Assignable candidate : left) {
        int student = bestStudent(candidate);
        if (student >= 0
            && found[student] != null
            && candidate.scores[student] >= fragmentLimit(candidate.person, student, limit)) {
          found[student] = found[student].with(candidate.person);
          joined.add(candidate);
        }
      }
      left.removeAll(joined);
    }

    private double fragmentLimit(PersonCluster fragment, int student, double elsewhere) {
      return Grouping.sameSeat(fragment, found[student].person) ? leastEvidence() : elsewhere;
    }

    private void findMissing() {
      double limit = limit(settings.falseAcceptRate()).score();
      double reviewLimit = limit(REVIEW_RATE).score();
      List<Assignable> used = new ArrayList<>();
      for (int s = 0; s < students.size(); s++) {
        if (found[s] == null) {
          used.addAll(lookFor(s, limit, reviewLimit));
        }
      }
      left.removeAll(used);
    }

    /** {@return the persons who together are the student; none if the student is not found} */
    private List<Assignable> lookFor(int student, double limit, double reviewLimit) {
      List<Assignable> evidence = evidence(student);
      if (evidence.isEmpty()) {
        return evidence;
      }
      PersonCluster person =
          evidence.stream().map(Assignable::person).reduce(PersonCluster::with).get();
      // The best track alone may outscore all together: the others may be turned away.
      double score = Math.max(scores(person)[student], evidence.get(0).scores[student]);
      if (score < reviewLimit) {
        return List.of();
      }
      found[student] = new Found(person, score, limit);
      return evidence;
    }

    /**
     * {@return remaining persons who match a missing student best and may all be one person, best
     * first}
     */
    private List<Assignable> evidence(int student) {
      List<Assignable> evidence = new ArrayList<>();
      left.stream()
          .filter(candidate -> candidate.scores[student] >= leastEvidence())
          .filter(candidate -> bestStudent(candidate) == student)
          .sorted(Comparator.comparingDouble(candidate -> -candidate.scores[student]))
          .filter(
              candidate -> evidence.stream().noneMatch(e -> e.person.excludes(candidate.person)))
          .forEach(evidence::add);
      return evidence;
    }

    /**
     * {@return index of the student most like a person, except those seen elsewhere by the same
     * camera at that time; or −1}
     */
    private int bestStudent(Assignable candidate) {
      int best = -1;
      for (int s = 0; s < found.length; s++) {
        boolean elsewhere = found[s] != null && found[s].person().excludes(candidate.person);
        if (!elsewhere && (best < 0 || candidate.scores[s] > candidate.scores[best])) {
          best = s;
        }
      }
      return best;
    }

    private List<Match> matches() {
      List<Match> matches = new ArrayList<>();
      for (int s = 0; s < found.length; s++) {
        if (found[s] != null) {
          matches.add(
              new Match(
                  students.get(s),
                  found[s].person(),
                  found[s].score(),
                  found[s].confidence(),
                  doubt(s)));
        }
      }
      return matches;
    }

    private Optional<Message> doubt(int student) {
      Found match = found[student];
      if (match.score() < match.limit()) {
        return Optional.of(Message.of(Reason.NOT_SURE));
      }
      if (!seenEnough(match.person())) {
        return Optional.of(Message.of(Reason.FEW_FRAMES, match.person().sightings()));
      }
      if (!match.person().best().readable()) {
        return Optional.of(Message.of(Reason.NOT_CLEAR));
      }
      double[] scores = scores(match.person());
      for (int s = 0; s < scores.length; s++) {
        if (found[s] == null && scores[s] >= match.limit() && scores[s] > match.score() - MARGIN) {
          return Optional.of(Message.of(Reason.COULD_BE_ANOTHER, students.get(s).id()));
        }
      }
      return Optional.empty();
    }

    private List<PersonCluster> unknown() {
      return left.stream()
          .map(Assignable::person)
          .filter(this::seenEnough)
          .filter(person -> person.best().readable())
          .sorted(Comparator.comparingInt(PersonCluster::sightings).reversed())
          .toList();
    }

    /**
     * {@return the limit that a given share of absent students reaches, given the persons still
     * left}
     */
    private MatchLimit limit(double rate) {
      return model.limit(rate, Math.max(FEWEST_STRANGERS, left.size()));
    }

    private double leastEvidence() {
      return model.limit(LEAST_EVIDENCE_RATE, 1).score();
    }

    private boolean seenEnough(PersonCluster person) {
      return person.sightings() >= settings.minSightings();
    }

    private double[] scores(PersonCluster person) {
      return model.scores(person.mean());
    }
  }

  /**
   * A student who has been found.
   *
   * @param score score of the evidence that decided it
   * @param limit limit for a sure match when it was decided
   */
  private record Found(PersonCluster person, double score, double limit) {
    Found with(PersonCluster fragment) {
      return new Found(person.with(fragment), score, limit);
    }

    /**
     * The confidence: 0.95 exactly at the limit, with an odds ratio of e per standard deviation.
     */
    double confidence() {
      return 1 / (1 + Math.exp(-(score - limit)) / 19);
    }
  }

  /** A person not yet identified, with a score for each student. */
  private static final class Assignable {
    final PersonCluster person;
    final double[] scores;

    Assignable(PersonCluster person, double[] scores) {
      this.person = person;
      this.scores = scores;
    }

    PersonCluster person() {
      return person;
    }

    double highest() {
      return Arrays.stream(scores).max().orElse(Double.NEGATIVE_INFINITY);
    }
  }
}
