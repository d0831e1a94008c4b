package org.rollcall.testing;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rollcall.model.Student;
import org.rollcall.model.evaluation.Trial;
import org.rollcall.model.evaluation.Trial.Conditions;
import org.rollcall.model.evaluation.Trial.TimeErrors;
import org.rollcall.model.evaluation.Trial.TrialGroup;

/** Trials of an evaluation that never was. */
public final class MadeTrials {
  /** Name of the test set of all of them. */
  public static final String SET = "7A one";

  /** A student. */
  public static final Student ADA = new Student("S1", "Ada Birch");

  /** Another student. */
  public static final Student BEN = new Student("S2", "Ben Alder");

  /** Whoever is no student, or nobody recognised. */
  public static final Optional<Student> NOBODY = Optional.empty();

  private static final Conditions USUAL = new Conditions(OptionalDouble.of(50), 90, 20);

  private MadeTrials() {}

  /** {@return a trial that ended with a sure answer} */
  public static Trial sure(Optional<Student> actual, Optional<Student> answer) {
    return trial(actual, answer, true, USUAL);
  }

  /** {@return a trial that is left to a person, or ended with nobody} */
  public static Trial unsure(Optional<Student> actual, Optional<Student> answer) {
    return trial(actual, answer, false, USUAL);
  }

  /** {@return a trial in which a student was rightly found} */
  public static Trial found(Student student) {
    return sure(Optional.of(student), Optional.of(student));
  }

  /** {@return a trial in which a student was rightly found, in other conditions} */
  public static Trial found(Student student, Conditions conditions) {
    return trial(Optional.of(student), Optional.of(student), true, conditions);
  }

  /** {@return a trial in which a student was rightly found, at times so much off} */
  public static Trial found(Student student, Duration first, Duration last) {
    return new Trial(
        SET,
        student.name(),
        Optional.of(student),
        Optional.of(student),
        true,
        USUAL,
        Optional.of(new TimeErrors(first, last)),
        Optional.empty());
  }

  /** {@return a trial in which nobody was rightly recognised, in other conditions} */
  public static Trial rejected(Conditions conditions) {
    return trial(NOBODY, NOBODY, false, conditions);
  }

  /** {@return the same trial, of a person of whom the column {@code region} says something} */
  public static Trial inRegion(String region, Trial trial) {
    return new Trial(
        trial.set(),
        trial.subject(),
        trial.actual(),
        trial.answer(),
        trial.sure(),
        trial.conditions(),
        trial.errors(),
        Optional.of(new TrialGroup("region", region)));
  }

  private static Trial trial(
      Optional<Student> actual, Optional<Student> answer, boolean sure, Conditions conditions) {
    return new Trial(
        SET, "somebody", actual, answer, sure, conditions, Optional.empty(), Optional.empty());
  }
}
