package org.rollcall.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A change that somebody made to a mark of a student.
 *
 * @param lesson in which lesson
 * @param at when, as far as known
 * @param by who did it, or the sheet in which it was typed
 * @param before what had been written over the mark; empty if nothing had
 * @param after what was written over it; empty if that was taken back
 */
public record MarkChange(
    LessonKey lesson,
    Instant at,
    String by,
    Optional<Correction> before,
    Optional<Correction> after) {
  /**
   * Puts the changes together from what was written.
   *
   * @param written all that was ever written over the marks of one student, in any order
   * @return the changes, the latest first
   */
  public static List<MarkChange> of(List<WrittenCorrection> written) {
    Map<LessonKey, List<WrittenCorrection>> byLesson =
        written.stream().collect(Collectors.groupingBy(WrittenCorrection::lesson));
    List<MarkChange> changes = new ArrayList<>();
    byLesson.values().forEach(ofOne -> changes.addAll(ofLesson(ofOne)));
    changes.sort(Comparator.comparing(MarkChange::at).thenComparing(MarkChange::lesson).reversed());
    return changes;
  }

  /** One correction takes the place of another if it begins at the moment in which that ends. */
  private static List<MarkChange> ofLesson(List<WrittenCorrection> written) {
    List<MarkChange> changes = new ArrayList<>();
    Set<WrittenCorrection> replaced = new HashSet<>();
    for (WrittenCorrection one : written) {
      Optional<WrittenCorrection> before =
          written.stream()
              .filter(other -> other.end().filter(end -> end.at().equals(one.since())).isPresent())
              .filter(other -> !other.equals(one))
              .findFirst();
      before.ifPresent(replaced::add);
      changes.add(
          new MarkChange(
              one.lesson(),
              one.since(),
              one.author(),
              before.map(WrittenCorrection::correction),
              Optional.of(one.correction())));
    }
    for (WrittenCorrection one : written) {
      if (!replaced.contains(one)) {
        one.end().ifPresent(end -> changes.add(takenBack(one, end)));
      }
    }
    return changes;
  }

  private static MarkChange takenBack(WrittenCorrection one, WrittenCorrection.Fate end) {
    return new MarkChange(
        one.lesson(), end.at(), end.by(), Optional.of(one.correction()), Optional.empty());
  }
}
