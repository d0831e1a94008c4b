package org.rollcall.sheet;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.rollcall.model.LessonMarks;
import org.rollcall.model.Roster;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.Tally;

/**
 * All marks of a class as a grid of students and lessons.
 *
 * @param className which class
 * @param lessons its lessons, the oldest first
 * @param lines a line for each student: those on the roster in its order, then former students
 * @param tallies the tally of each lesson over all students, in the order of the lessons
 */
record ClassGrid(
    String className, List<LessonMarks> lessons, List<StudentLine> lines, List<Tally> tallies) {
  private static final String LEFT = "(left the class)";

  static ClassGrid of(Roster roster, Collection<LessonMarks> marks) {
    List<LessonMarks> lessons =
        marks.stream().sorted((one, other) -> one.lesson().compareTo(other.lesson())).toList();
    Map<String, String> names = new LinkedHashMap<>();
    for (Student student : roster.students()) {
      names.put(student.id(), student.name());
    }
    for (LessonMarks lesson : lessons) {
      lesson.marks().keySet().forEach(id -> names.putIfAbsent(id, LEFT));
    }
    List<StudentLine> lines = new ArrayList<>();
    names.forEach((id, name) -> lines.add(line(id, name, lessons)));
    List<Tally> tallies =
        lessons.stream().map(lesson -> Tally.of(lesson.marks().values())).toList();
    return new ClassGrid(roster.className(), lessons, lines, tallies);
  }

  /**
   * The marks of one student.
   *
   * @param id the student
   * @param name name on the roster, or a note that the student has left
   * @param marks one for each lesson, in their order; empty where there is none
   */
  record StudentLine(String id, String name, List<Optional<Status>> marks) {
    Tally tally() {
      return Tally.of(marks.stream().flatMap(Optional::stream).toList());
    }

    boolean left() {
      return name.equals(LEFT);
    }
  }

  /** {@return the tally of all students over all lessons} */
  Tally tally() {
    return tallies.stream().reduce(Tally.NONE, Tally::plus);
  }

  private static StudentLine line(String id, String name, List<LessonMarks> lessons) {
    return new StudentLine(
        id,
        name,
        lessons.stream().map(lesson -> Optional.ofNullable(lesson.marks().get(id))).toList());
  }
}
