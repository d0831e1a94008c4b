package org.rollcall.web.enrol;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rollcall.model.Roster;
import org.rollcall.model.Student;

/**
 * The difference between two rosters of a class.
 *
 * @param className name of the class
 * @param added students who are only on the new one
 * @param changed students about whom the new one says something else
 * @param removed students who are only on the old one
 * @param same how many students are the same on both
 */
record RosterChange(
    String className, List<Student> added, List<Student> changed, List<Student> removed, int same) {
  static RosterChange between(Roster before, Roster after) {
    Map<String, Student> old =
        before.students().stream().collect(Collectors.toMap(Student::id, Function.identity()));
    Map<String, Student> fresh =
        after.students().stream().collect(Collectors.toMap(Student::id, Function.identity()));
    List<Student> kept =
        after.students().stream().filter(student -> old.containsKey(student.id())).toList();
    List<Student> changed =
        kept.stream().filter(student -> !student.equals(old.get(student.id()))).toList();
    return new RosterChange(
        after.className(),
        after.students().stream().filter(student -> !old.containsKey(student.id())).toList(),
        changed,
        before.students().stream().filter(student -> !fresh.containsKey(student.id())).toList(),
        kept.size() - changed.size());
  }

  String address() {
    return EnrolmentPage.address(className);
  }
}
