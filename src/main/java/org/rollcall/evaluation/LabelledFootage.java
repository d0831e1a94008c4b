package org.rollcall.evaluation;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rollcall.model.RollcallException;
import org.rollcall.model.Roster;
import org.rollcall.school.Home;

/**
 * Recordings with known truth, and the class to look for in them.
 *
 * @param name name of the folder
 * @param classFolder holds {@code roster.csv} and {@code students/}
 * @param truths the truth about each recording
 */
record LabelledFootage(String name, Path classFolder, List<Truth> truths) {
  private static final String TRUTH = "truth.json";
  private static final String ROSTER = "roster.csv";

  LabelledFootage {
    truths = List.copyOf(truths);
  }

  /** {@return whether a folder holds a truth file} */
  static boolean isIn(Path folder) {
    return !truthFiles(folder).isEmpty();
  }

  /**
   * Reads the truth files of a folder.
   *
   * @param folder holds recordings and {@code truth.json} or {@code <name>.truth.json}; it also
   *     holds the class itself or is named after a class of the home
   * @throws RollcallException if the class, a recording or a truth file is missing or damaged
   */
  static LabelledFootage read(Path folder, Home home) {
    List<Truth> truths = truthFiles(folder).stream().map(TruthFile::read).toList();
    for (Truth truth : truths) {
      if (!Files.isRegularFile(truth.recording())) {
        throw new RollcallException(
            "The recording '%s' is not in %s, although a truth file there names it. Put it there, or correct the field 'footage'."
                .formatted(truth.recording().getFileName(), folder));
      }
    }
    return new LabelledFootage(Folders.name(folder), classFolder(folder, home), truths);
  }

  private static List<Path> truthFiles(Path folder) {
    return Folders.list(
        folder,
        file -> {
          String name = file.getFileName().toString();
          return name.equals(TRUTH) || name.endsWith("." + TRUTH);
        });
  }

  private static Path classFolder(Path folder, Home home) {
    if (Files.isRegularFile(folder.resolve(ROSTER))) {
      return folder;
    }
    String name = Folders.name(folder);
    if (home.classNames().contains(name)) {
      return home.classFolder(name);
    }
    throw new RollcallException(
        "No class for the recordings in %s: found neither '%s' there nor a class '%s' in this home. Put roster.csv and students/ beside the recordings, or name the folder after a class."
            .formatted(folder, ROSTER, name));
  }

  /**
   * Checks that every student in the truth is on the roster.
   *
   * @throws RollcallException if a student in the truth is not on the roster
   */
  void requireKnown(Roster roster) {
    for (Truth truth : truths) {
      String strange =
          truth.attendance().stream()
              .map(attendance -> attendance.student().id())
              .filter(id -> roster.students().stream().noneMatch(s -> s.id().equals(id)))
              .map("'%s'"::formatted)
              .collect(joining(", "));
      if (!strange.isEmpty()) {
        throw new RollcallException(
            "The truth about %s has students that are not on the roster: %s. Correct one of the two."
                .formatted(truth.recording(), strange));
      }
    }
  }
}
