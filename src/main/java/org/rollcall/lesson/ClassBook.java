package org.rollcall.lesson;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.rollcall.config.BadSettings;
import org.rollcall.config.Home;
import org.rollcall.config.RosterFile;
import org.rollcall.model.DayRange;
import org.rollcall.model.Jpeg;
import org.rollcall.model.LessonMarks;
import org.rollcall.model.LessonTally;
import org.rollcall.model.MarkChange;
import org.rollcall.model.MarkSeries;
import org.rollcall.model.Roster;
import org.rollcall.model.Student;
import org.rollcall.model.StudentLesson;
import org.rollcall.model.Tally;
import org.rollcall.store.ClassStanding;
import org.rollcall.store.Marks;
import org.rollcall.store.Store;
import org.rollcall.store.StudentMarks;

/**
 * What the lessons of a class come to over time, corrections included.
 *
 * <p>For any number of threads.
 */
public final class ClassBook {
  private final Home home;
  private final Store store;

  /**
   * Prepares.
   *
   * @param home the installation
   * @param store its open store, which the caller closes
   */
  public ClassBook(Home home, Store store) {
    this.home = home;
    this.store = store;
  }

  /**
   * Whether there is a class.
   *
   * @param className name of the class
   * @return true if it is enrolled or has a register
   */
  public boolean exists(String className) {
    return home.classNames().contains(className) || store.marks().days(className).isPresent();
  }

  /**
   * How far classes have come.
   *
   * @param classNames which classes
   * @return those of them that have a register, by name
   */
  public Map<String, ClassStanding> standings(Collection<String> classNames) {
    return store.marks().standings(classNames);
  }

  /**
   * The first and the last day on which a class has a lesson.
   *
   * @param className name of the class
   * @return the days; empty if no lesson has a register
   */
  public Optional<DayRange> days(String className) {
    return store.marks().days(className);
  }

  /**
   * How many lessons a class has.
   *
   * @param className name of the class
   * @param days on which days
   * @return number of lessons with a register
   */
  public int lessonCount(String className, DayRange days) {
    return store.marks().lessons(className, days);
  }

  /**
   * Lessons of a class.
   *
   * @param className name of the class
   * @param days on which days
   * @param part which of them
   * @return the lessons with the marks of all students, the latest first
   */
  public List<LessonTally> lessons(String className, DayRange days, Marks.Part part) {
    return store.marks().byLesson(className, days, part);
  }

  /**
   * The marks of each day.
   *
   * @param className name of the class
   * @param student the student whose marks count; empty for those of all
   * @param days which days
   * @return the marks of all lessons of a day together, by day
   */
  public SortedMap<LocalDate, Tally> byDay(
      String className, Optional<String> student, DayRange days) {
    return store.marks().byDay(className, student, days);
  }

  /**
   * The students of a class.
   *
   * @param className name of the class
   * @param days on which days
   * @return those of the roster in its order, then those who left and have marks on these days
   */
  public List<StudentSummary> students(String className, DayRange days) {
    Map<String, StudentMarks> marks = new HashMap<>();
    store.marks().byStudent(className, days).forEach(one -> marks.put(one.id(), one));
    return people(className).stream()
        .filter(person -> !person.left() || marks.containsKey(person.student().id()))
        .map(person -> summary(person, Optional.ofNullable(marks.get(person.student().id()))))
        .toList();
  }

  /**
   * A student of a class.
   *
   * @param className name of the class
   * @param student id of the student
   * @param days on which days
   * @return what they came to; empty if there is no such student
   */
  public Optional<StudentSummary> student(String className, String student, DayRange days) {
    return people(className).stream()
        .filter(person -> person.student().id().equals(student))
        .findFirst()
        .map(person -> summary(person, store.marks().ofStudent(className, student, days)));
  }

  /**
   * Somebody of a class.
   *
   * @param student who
   * @param left whether the roster no longer has the student
   */
  public record Person(Student student, boolean left) {}

  /**
   * Everybody who is or was in a class.
   *
   * @param className name of the class
   * @return those of the roster in its order, then those who left, by their ids
   */
  public List<Person> people(String className) {
    Map<String, String> names = store.marks().names(className);
    Optional<Roster> roster = roster(className);
    List<Person> people = new ArrayList<>();
    for (Student student : roster.map(Roster::students).orElse(List.of())) {
      people.add(new Person(student, false));
      names.remove(student.id());
    }
    names.forEach((id, name) -> people.add(new Person(new Student(id, name), roster.isPresent())));
    return people;
  }

  private static StudentSummary summary(Person person, Optional<StudentMarks> marks) {
    return new StudentSummary(
        person.student(),
        person.left(),
        marks.map(StudentMarks::marks).orElse(new MarkSeries(List.of())),
        marks.map(StudentMarks::seen).orElse(Duration.ZERO));
  }

  /** Without a roster that can be read, nobody is said to have left. */
  private Optional<Roster> roster(String className) {
    try {
      return Optional.of(RosterFile.read(home, className));
    } catch (BadSettings e) {
      return Optional.empty();
    }
  }

  /**
   * A class as its register names it.
   *
   * @param className name of the class
   * @return its students today; nobody where the roster cannot be read
   */
  public Roster rosterOrNobody(String className) {
    return roster(className).orElseGet(() -> new Roster(className, List.of()));
  }

  /**
   * The marks of a class, lesson by lesson.
   *
   * @param className name of the class
   * @param days on which days
   * @return a row for each lesson, the earliest first
   */
  public List<LessonMarks> marks(String className, DayRange days) {
    return store.lessons().marks(className, days);
  }

  /**
   * The lessons of a student.
   *
   * @param className name of the class
   * @param student id of the student
   * @param days on which days
   * @param part which of them
   * @return the lessons in whose register the student is, the latest first
   */
  public List<StudentLesson> lessonsOf(
      String className, String student, DayRange days, Marks.Part part) {
    return store.marks().lessonsOf(className, student, days, part);
  }

  /**
   * What people changed of the marks of a student.
   *
   * @param className name of the class
   * @param student id of the student
   * @return the changes, the latest first
   */
  public List<MarkChange> changes(String className, String student) {
    return MarkChange.of(store.lessons().writtenAbout(className, student));
  }

  /**
   * Whether a student has a face on an enrolment photo.
   *
   * @param className name of the class
   * @param student id of the student
   * @return true if there is a picture
   */
  public boolean hasPortrait(String className, String student) {
    return store.gallery().hasPortrait(className, student);
  }

  /**
   * The face of a student on the best enrolment photo.
   *
   * @param className name of the class
   * @param student id of the student
   * @return the picture; empty if there is none
   */
  public Optional<Jpeg> portrait(String className, String student) {
    return store.gallery().portrait(className, student);
  }
}
