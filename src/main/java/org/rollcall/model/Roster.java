package org.rollcall.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The students of a class, in the order of the school's list.
 *
 * @param className name of the class and of its folder
 * @param students the students (with unique ids)
 */
public record Roster(String className, List<Student> students) {
  /**
   * Copies the list and checks that the ids are unique.
   *
   * @throws IllegalArgumentException if two students share an id
   */
  public Roster {
    students = List.copyOf(students);
    Set<String> seen = new HashSet<>();
    for (Student student : students) {
      if (!seen.add(student.id())) {
        throw new IllegalArgumentException(
            "Class '%s' has the id '%s' twice".formatted(className, student.id()));
      }
    }
  }
}
