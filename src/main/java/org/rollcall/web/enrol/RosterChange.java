package org.rollcall.web.enrol;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.rollcall.desk.RosterEdit;
import org.rollcall.model.Student;
import org.rollcall.web.kit.FormVersion;

/**
 * What a list would change about the roster of a class.
 *
 * @param edit the roster as it is, and as it would be
 */
record RosterChange(RosterEdit edit) {
  /**
   * A student about whom the list says something else.
   *
   * @param now as on the roster
   * @param then as it would be
   */
  record Changed(Student now, Student then) {}

  String className() {
    return edit.after().className();
  }

  String address() {
    return EnrolmentPage.address(className());
  }

  /** {@return the version of the roster that was compared} */
  String version() {
    return version(edit.before().students());
  }

  static String version(List<Student> students) {
    return FormVersion.of(students);
  }

  /** {@return the students who are only on the list} */
  List<Student> added() {
    return without(edit.after().students(), edit.before().students());
  }

  /** {@return the students who are only on the roster} */
  List<Student> removed() {
    return without(edit.before().students(), edit.after().students());
  }

  private static List<Student> without(List<Student> students, List<Student> others) {
    Map<String, Student> known = byId(others);
    return students.stream().filter(student -> !known.containsKey(student.id())).toList();
  }

  /** {@return the students about whom the list says something else} */
  List<Changed> changed() {
    Map<String, Student> old = byId(edit.before().students());
    return edit.after().students().stream()
        .filter(student -> old.containsKey(student.id()))
        .map(student -> new Changed(old.get(student.id()), student))
        .filter(pair -> !pair.now().equals(pair.then()))
        .toList();
  }

  /** {@return how many students stay as they are} */
  int same() {
    return edit.after().students().size() - added().size() - changed().size();
  }

  /** {@return the students whose refusal to be recognised would be lost} */
  List<Student> lostRefusals() {
    return edit.lostRefusals();
  }

  private static Map<String, Student> byId(List<Student> students) {
    return students.stream().collect(Collectors.toMap(Student::id, Function.identity()));
  }
}
