package org.rollcall.school;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rollcall.model.Consent;
import org.rollcall.model.Roster;
import org.rollcall.model.Student;

/**
 * A list of students that somebody wants as the roster of a class. It may say less than the roster
 * does: what it does not mention stays as it is, and so does a refusal that it passes over.
 *
 * @param students the students, in the order of the list
 * @param tellsEmail whether it has a column of email addresses
 * @param tellsConsent whether it has a column of consents
 */
public record RosterList(List<Student> students, boolean tellsEmail, boolean tellsConsent) {
  public RosterList {
    students = List.copyOf(students);
  }

  /**
   * Completes the list by what a roster says about the same students.
   *
   * @param before the present roster
   * @return the new roster
   */
  public Roster over(Roster before) {
    Map<String, Student> known =
        before.students().stream().collect(Collectors.toMap(Student::id, Function.identity()));
    return new Roster(
        before.className(),
        students.stream()
            .map(
                student ->
                    Optional.ofNullable(known.get(student.id()))
                        .map(old -> completed(student, old))
                        .orElse(student))
            .toList());
  }

  private Student completed(Student student, Student old) {
    boolean silent = student.consent() == Consent.NOT_STATED;
    boolean keeps = !tellsConsent || (silent && old.consent() == Consent.REFUSED);
    return new Student(
        student.id(),
        student.name(),
        tellsEmail ? student.email() : old.email(),
        keeps ? old.consent() : student.consent());
  }
}
