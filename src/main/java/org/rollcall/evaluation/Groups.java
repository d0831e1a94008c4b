package org.rollcall.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rollcall.model.RollcallException;
import org.rollcall.model.evaluation.Trial.TrialGroup;
import org.rollcall.school.GroupColumn;
import org.rollcall.school.Home;

/**
 * The groups by which the figures of a folder are broken down.
 *
 * @param column heading of the column that tells them apart; empty if there are no groups
 * @param values the group of each person: by id in recordings, by name in photos
 */
record Groups(Optional<String> column, Map<String, String> values) {
  static final Groups NONE = new Groups(Optional.empty(), Map.of());

  private static final String FILE = "groups.csv";

  Groups {
    values = Map.copyOf(values);
  }

  /**
   * Reads the groups of a class from its roster.
   *
   * @throws RollcallException if the roster cannot be read, or lacks the column
   */
  static Groups ofClass(Path classFolder, String column, Home home) {
    Path roster = classFolder.resolve("roster.csv");
    return new Groups(Optional.of(column), GroupColumn.byId(home, roster, column));
  }

  /**
   * Reads the groups of people from {@code groups.csv} beside their folders.
   *
   * @param folder contains a folder of photos for each person
   * @throws RollcallException if the file is missing, cannot be read, or lacks the column
   */
  static Groups ofPeople(Path folder, String column, Home home) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      throw new RollcallException(
          "Cannot break the photos in %s down by '%s': %s is missing there. Create it with a person per line, below name,%s."
              .formatted(folder, column, FILE, column));
    }
    Map<String, String> values = new HashMap<>();
    GroupColumn.byName(home, file, column)
        .forEach((name, value) -> values.put(person(name), value));
    return new Groups(Optional.of(column), values);
  }

  /** {@return these groups and, if there is such a file in a folder of strangers, theirs} */
  Groups and(Path strangers, Home home) {
    if (column.isEmpty() || !Files.isRegularFile(strangers.resolve(FILE))) {
      return this;
    }
    Map<String, String> all = new HashMap<>(ofPeople(strangers, column.get(), home).values);
    all.putAll(values);
    return new Groups(column, all);
  }

  /** {@return the group of a student, by id; empty if there are no groups} */
  Optional<TrialGroup> of(String student) {
    return column.map(heading -> new TrialGroup(heading, values.getOrDefault(student, "")));
  }

  /** {@return the group of the person in a photo, after whom its folder is named} */
  Optional<TrialGroup> ofPhoto(Path photo) {
    return of(person(Folders.name(photo.resolveSibling(""))));
  }

  /** Folders may have underscores for blanks, and accents apart from their letters. */
  private static String person(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).replace('_', ' ').strip();
  }
}
