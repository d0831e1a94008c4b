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
 * A change made by a person to a student's mark.
 *
 * @param lesson the lesson
 * @param at time of the change, as far as known
 * @param by who made it, or the sheet in which it was typed
 * @param before the correction in force until then; empty if there was none
 * @param after the new correction; empty if the change withdrew one
 */
public record MarkChange(
    LessonKey lesson,
    Instant at,
    String by,
    Optional<Correction> before,
    Optional<Correction> after) {
  /**
   * Derives the changes from all corrections on record.
   *
   * @param written all corrections ever made to one student's marks, in any order
   * @return the changes, latest first
   */
  public static List<MarkChange> of(List<WrittenCorrection> written) {
    Map<LessonKey, List<WrittenCorrection>> byLesson =
        written.stream().collect(Collectors.groupingBy(WrittenCorrection::lesson));
    List<MarkChange> changes = new ArrayList<>();
    byLesson.values().forEach(ofOne -> changes.addAll(ofLesson(ofOne)));
    changes.sort(Comparator.comparing(MarkChange::at).thenComparing(MarkChange::lesson).reversed());
    return changes;
  }

  /** A correction replaces another if it starts at the very moment the other ends. */
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

  private static MarkChange takenBack(WrittenCorrection one, WrittenCorrection.CorrectionEnd end) {
    return new MarkChange(
        one.lesson(), end.at(), end.by(), Optional.of(one.correction()), Optional.empty());
  }
}
