package org.rollcall.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.rollcall.model.Student;

/**
 * Says which persons of a lesson are which students of the class. It may have been recorded by
 * several cameras: nobody is in one picture twice, but in the pictures of two cameras.
 *
 * <ol>
 *   <li>Tracks that show the same person are grouped.
 *   <li>Persons are assigned to students one to one, where they score above the limit.
 *   <li>What is left of a student already found joins that student's sightings.
 *   <li>Students not found yet are looked for once more among what is left then, with the evidence
 *       of all tracks that fit them best taken together.
 * </ol>
 *
 * <p>The limit follows from the rate of false marks that the school accepts, and from how many
 * persons in the recordings could be mistaken for an absent student.
 */
public final class Identifier {
  /** How often an absent student may be shown to the teacher for review, in a lesson. */
  private static final double REVIEW_RATE = 0.03;

  /** A student's match must be this much better than that of another student still missing. */
  private static final double MARGIN = 1;

  /**
   * At least so many people are reckoned with who could be mistaken for an absent student: the
   * cohort does not look like every school, and a lower limit would trust it too far.
   */
  static final int FEWEST_STRANGERS = 10;

  /** Below this score a track is no evidence for a student at all. */
  private static final double LEAST_EVIDENCE = 2;

  private final MatchingSettings settings;
  private final Cohort cohort;

  /**
   * Prepares for one embedding space.
   *
   * @param settings how sure a match has to be
   * @param cohort what strangers score in that space
   */
  public Identifier(MatchingSettings settings, Cohort cohort) {
    this.settings = settings;
    this.cohort = cohort;
  }

  /**
   * Finds the students of a class by the nearest template.
   *
   * @param templates the students that can be recognised
   * @param tracks all tracks of the lesson, of all its cameras, in the time of the lesson
   * @return who was found, and who else was there
   */
  public Identification identify(List<Template> templates, List<Tracklet> tracks) {
    return identify(ClassModel.nearestTemplate(templates, cohort), tracks);
  }

  /**
   * Finds the students of a class.
   *
   * @param model recognises the students of the class
   * @param tracks all tracks of the lesson, of all its cameras, in the time of the lesson
   * @return who was found, and who else was there
   */
  public Identification identify(ClassModel model, List<Tracklet> tracks) {
    return new MissingSearch(model, Grouping.group(tracks, cohort)).run();
  }

  /** The work on one lesson. */
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
      lookForTheMissing();
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
     * A person who can be nobody better than a student already found, and then, is that student. In
     * the student's own seat, little evidence is enough.
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
      return Grouping.sameSeat(fragment, found[student].person) ? LEAST_EVIDENCE : elsewhere;
    }

    private void lookForTheMissing() {
      double limit = limit(settings.falseAcceptRate()).score();
      double reviewLimit = limit(REVIEW_RATE).score();
      List<Assignable> used = new ArrayList<>();
      for (int s = 0; s < students.size(); s++) {
        if (found[s] == null) {
          List<Assignable> evidence = evidence(s);
          if (!evidence.isEmpty()) {
            PersonCluster person =
                evidence.stream().map(Assignable::person).reduce(PersonCluster::with).get();
            // The best track alone may say more than all together: the others may be turned away.
            double score = Math.max(scores(person)[s], evidence.get(0).scores[s]);
            if (score >= reviewLimit) {
              found[s] = new Found(person, score, limit);
              used.addAll(evidence);
            }
          }
        }
      }
      left.removeAll(used);
    }

    /** {@return persons that fit a missing student best and may be one, best first} */
    private List<Assignable> evidence(int student) {
      List<Assignable> evidence = new ArrayList<>();
      left.stream()
          .filter(candidate -> candidate.scores[student] >= LEAST_EVIDENCE)
          .filter(candidate -> bestStudent(candidate) == student)
          .sorted(Comparator.comparingDouble(candidate -> -candidate.scores[student]))
          .filter(
              candidate -> evidence.stream().noneMatch(e -> e.person.excludes(candidate.person)))
          .forEach(evidence::add);
      return evidence;
    }

    /**
     * {@return the student a person is most like, of those its camera did not see elsewhere then;
     * or −1}
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

    private String doubt(int student) {
      Found match = found[student];
      if (match.score() < match.limit()) {
        return "Someone like this student was seen, but not surely enough.";
      }
      if (!seenEnough(match.person())) {
        return "Seen in %d frames only.".formatted(match.person().sightings());
      }
      if (!match.person().best().readable()) {
        return "Seen too dimly, blurred or hidden.";
      }
      double[] scores = scores(match.person());
      for (int s = 0; s < scores.length; s++) {
        if (found[s] == null && scores[s] >= match.limit() && scores[s] > match.score() - MARGIN) {
          return "Could be the student with id %s as well.".formatted(students.get(s).id());
        }
      }
      return "";
    }

    private List<PersonCluster> unknown() {
      return left.stream()
          .map(Assignable::person)
          .filter(this::seenEnough)
          .filter(person -> person.best().readable())
          .sorted(Comparator.comparingInt(PersonCluster::sightings).reversed())
          .toList();
    }

    /** {@return what a given share of absent students reaches, by whoever is not yet known} */
    private MatchLimit limit(double rate) {
      return model.limit(rate, Math.max(FEWEST_STRANGERS, left.size()));
    }

    private boolean seenEnough(PersonCluster person) {
      return person.sightings() >= settings.minSightings();
    }

    private double[] scores(PersonCluster person) {
      return model.scores(person.mean());
    }
  }

  /**
   * Where a student was found.
   *
   * @param score of the evidence that decided it
   * @param limit for a sure match, when it was decided
   */
  private record Found(PersonCluster person, double score, double limit) {
    Found with(PersonCluster fragment) {
      return new Found(person.with(fragment), score, limit);
    }

    /** 0.95 just at the limit, and an odds ratio of e for each standard deviation. */
    double confidence() {
      return 1 / (1 + Math.exp(-(score - limit)) / 19);
    }
  }

  /** A person not yet known to be anybody, with the score for each student. */
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
