package org.rollcall.sheet.typed;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds the student to whom a row belongs. Spreadsheet programs turn ids into numbers: {@code 007}
 * into {@code 7}, and {@code 202310120145} into {@code 2.0231E+11}. The name then helps.
 */
final class StudentFinder {
  private final Map<String, String> students;

  /**
   * Finds students of a lesson.
   *
   * @param students their names by id; empty if unknown, when every id is taken as it is
   */
  StudentFinder(Map<String, String> students) {
    this.students = students;
  }

  /**
   * Finds a student.
   *
   * @param id what is in the column of the ids; may be empty
   * @param name what is in the column of the names; may be empty
   * @return the id of the student; empty if there is none, more than one, or id and name belong to
   *     different students
   */
  Optional<String> find(String id, String name) {
    if (students.isEmpty()) {
      return Optional.of(id).filter(some -> !some.isEmpty());
    }
    Optional<String> byId = byId(id);
    Optional<String> byName = byName(name);
    boolean differ = byId.isPresent() && byName.isPresent() && !byId.equals(byName);
    return differ ? Optional.empty() : byId.or(() -> byName);
  }

  private Optional<String> byId(String id) {
    return students.containsKey(id)
        ? Optional.of(id)
        : only(student -> !id.isEmpty() && plain(student).equals(plain(id)));
  }

  private Optional<String> byName(String name) {
    String folded = folded(name);
    return only(student -> !folded.isEmpty() && folded(students.get(student)).equals(folded));
  }

  private Optional<String> only(Predicate<String> condition) {
    List<String> found = students.keySet().stream().filter(condition).limit(2).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static String plain(String id) {
    return id.chars().allMatch(Character::isDigit) ? id.replaceFirst("^0+(?=.)", "") : id;
  }

  private static String folded(String name) {
    return name.strip().replaceAll("[\\s\\p{Z}]+", " ").toLowerCase(Locale.ROOT);
  }
}
