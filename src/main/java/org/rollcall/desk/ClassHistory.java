package org.rollcall.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.rollcall.model.DayRange;
import org.rollcall.model.MarkSeries;
import org.rollcall.model.Roster;
import org.rollcall.model.Student;
import org.rollcall.school.Home;
import org.rollcall.school.InvalidConfiguration;
import org.rollcall.school.RosterFile;
import org.rollcall.store.Store;
import org.rollcall.store.register.StudentMarks;

/**
 * The history of classes and their students: today's rosters joined with the marks of past lessons,
 * corrections applied.
 *
 * <p>Thread-safe.
 */
public final class ClassHistory {
  private final Home home;
  private final Store store;

  /**
   * Creates the history of an installation.
   *
   * @param home the installation
   * @param store its open store, which the caller closes
   */
  public ClassHistory(Home home, Store store) {
    this.home = home;
    this.store = store;
  }

  /** {@return the classes that have a folder or a lesson, sorted by name} */
  public List<String> classNames() {
    TreeSet<String> names = new TreeSet<>(home.classNames());
    names.addAll(store.lessons().classNames());
    return List.copyOf(names);
  }

  /**
   * Checks whether a class exists.
   *
   * @param className name of the class
   * @return whether it has a folder or a lesson
   */
  public boolean exists(String className) {
    return home.classNames().contains(className) || store.marks().days(className).isPresent();
  }

  /**
   * Summarises the attendance of the students of a class.
   *
   * @param className name of the class
   * @param days the days whose marks count
   * @return those on the roster in its order, then former students with marks on these days
   */
  public List<StudentSummary> students(String className, DayRange days) {
    Map<String, StudentMarks> marks = new HashMap<>();
    store.marks().byStudent(className, days).forEach(one -> marks.put(one.id(), one));
    return members(className).stream()
        .filter(member -> !member.left() || marks.containsKey(member.student().id()))
        .map(
            member ->
                summary(
                    member, marks.getOrDefault(member.student().id(), noMarks(member.student()))))
        .toList();
  }

  /**
   * Summarises the attendance of one student.
   *
   * @param className name of the class
   * @param student id of the student
   * @param days the days whose marks count
   * @return the attendance; empty if the class never had such a student
   */
  public Optional<StudentSummary> student(String className, String student, DayRange days) {
    return members(className).stream()
        .filter(member -> member.student().id().equals(student))
        .findFirst()
        .map(
            member ->
                summary(
                    member,
                    store
                        .marks()
                        .ofStudent(className, student, days)
                        .orElse(noMarks(member.student()))));
  }

  /**
   * A present or former student of a class.
   *
   * @param student the student
   * @param left whether the student is no longer on the roster
   */
  public record StudentHistory(Student student, boolean left) {}

  /**
   * Lists all present and former students of a class.
   *
   * @param className name of the class
   * @return those on the roster in its order, then former students by id
   */
  public List<StudentHistory> members(String className) {
    Map<String, String> names = store.marks().names(className);
    Optional<Roster> roster = roster(className);
    List<StudentHistory> members = new ArrayList<>();
    for (Student student : roster.map(Roster::students).orElse(List.of())) {
      members.add(new StudentHistory(student, false));
      names.remove(student.id());
    }
    names.forEach(
        (id, name) -> members.add(new StudentHistory(new Student(id, name), roster.isPresent())));
    return members;
  }

  private static StudentSummary summary(StudentHistory member, StudentMarks marks) {
    return new StudentSummary(member.student(), member.left(), marks.marks(), marks.seen());
  }

  private static StudentMarks noMarks(Student student) {
    return new StudentMarks(student.id(), student.name(), new MarkSeries(List.of()), Duration.ZERO);
  }

  /** Reads the roster. Without a readable one, no student counts as having left. */
  private Optional<Roster> roster(String className) {
    try {
      return Optional.of(RosterFile.read(home, className));
    } catch (InvalidConfiguration e) {
      return Optional.empty();
    }
  }

  /**
   * Reads the roster of a class.
   *
   * @param className name of the class
   * @return the roster; an empty one if it cannot be read
   */
  public Roster rosterOrNobody(String className) {
    return roster(className).orElseGet(() -> new Roster(className, List.of()));
  }
}
