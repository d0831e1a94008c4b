package org.rollcall.evaluation;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.rollcall.evaluation.Truth.TrueAttendance;
import org.rollcall.evaluation.Truth.TruePresence;
import org.rollcall.evaluation.Truth.Visit;
import org.rollcall.identity.Identification;
import org.rollcall.identity.PersonCluster;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.Verdict;
import org.rollcall.model.evaluation.Trial;
import org.rollcall.model.evaluation.Trial.Conditions;
import org.rollcall.model.evaluation.Trial.TimeErrors;

/**
 * A recording whose truth is known.
 *
 * @param set name of the test set
 * @param truth who was really there
 * @param light mean brightness of the recording, 0..255
 * @param identification who was recognised
 * @param groups the groups of the students
 */
record ExamLesson(
    String set, Truth truth, double light, Identification identification, Groups groups) {
  /** {@return a trial for each student of whom the truth says whether they were there} */
  List<Trial> trials(List<Verdict> verdicts) {
    Map<String, TrueAttendance> known = new HashMap<>();
    truth.attendance().stream()
        .filter(attendance -> attendance.presence() != TruePresence.EITHER)
        .forEach(attendance -> known.put(attendance.student().id(), attendance));
    return verdicts.stream()
        .filter(verdict -> known.containsKey(verdict.student().id()))
        .map(verdict -> trial(verdict, known.get(verdict.student().id())))
        .toList();
  }

  private Trial trial(Verdict verdict, TrueAttendance attendance) {
    Student student = verdict.student();
    Optional<Student> someone = Optional.of(student);
    return new Trial(
        set,
        student.id() + " " + student.name(),
        someone.filter(there -> attendance.presence() == TruePresence.PRESENT),
        someone.filter(there -> verdict.status() != Status.ABSENT),
        verdict.status().attended(),
        new Conditions(
            facePixels(student, attendance),
            light,
            verdict.presence().map(Verdict.Presence::sightings).orElse(0)),
        verdict.presence().flatMap(seen -> attendance.visit().map(there -> off(seen, there))),
        groups.of(student.id()));
  }

  /** Width of the face, from the truth if it is given: a student who was missed has no other. */
  private OptionalDouble facePixels(Student student, TrueAttendance attendance) {
    if (attendance.visit().isPresent()) {
      return OptionalDouble.of(attendance.visit().get().facePixels());
    }
    return identification
        .match(student)
        .map(match -> OptionalDouble.of(medianWidth(match.person())))
        .orElse(OptionalDouble.empty());
  }

  private static double medianWidth(PersonCluster person) {
    double[] widths =
        person.tracks().stream()
            .flatMap(track -> track.path().stream())
            .mapToDouble(step -> step.box().width())
            .sorted()
            .toArray();
    return widths[widths.length / 2];
  }

  private static TimeErrors off(Verdict.Presence seen, Visit there) {
    Duration first = seen.first().minus(there.first());
    return new TimeErrors(first, seen.last().minus(there.last()));
  }
}
