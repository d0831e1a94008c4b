package org.rollcall.school;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.rollcall.basics.FileName;
import org.rollcall.model.Roster;
import org.rollcall.model.Student;

/**
 * The photos and short videos from which the students of a class are enrolled: the files in {@code
 * config/classes/<class>/students/<id>_<Name>/}.
 *
 * @param byStudent files by the student's id, sorted; every student of the roster is there, in its
 *     order, also without a file
 * @param unmatched what lies there and serves no student: folders of other ids, files beside the
 *     folders, files that are neither photo nor video. Their names may hold names of students, so
 *     keep them out of logs.
 */
public record StudentPhotos(Map<String, List<Path>> byStudent, List<Path> unmatched) {
  private static final Set<String> EXTENSIONS =
      Set.of("jpg", "jpeg", "png", "mp4", "mov", "mkv", "avi", "webm", "ts");

  public StudentPhotos {
    byStudent = Collections.unmodifiableMap(new LinkedHashMap<>(byStudent));
    unmatched = List.copyOf(unmatched);
  }

  /**
   * Looks for the files of a class.
   *
   * @param home the installation
   * @param roster the class's students
   * @return what there is for each of them; nothing if the class has no folder of photos
   * @throws InvalidConfiguration if a folder cannot be read
   */
  public static StudentPhotos find(Home home, Roster roster) {
    Map<String, List<Path>> byStudent = new LinkedHashMap<>();
    roster.students().forEach(student -> byStudent.put(student.id(), new ArrayList<>()));
    List<Path> unmatched = new ArrayList<>();
    Path students = home.studentsFolder(roster.className());
    for (Path entry : Files.isDirectory(students) ? visible(home, students) : List.<Path>of()) {
      Optional<Student> owner = Files.isDirectory(entry) ? owner(entry, roster) : Optional.empty();
      if (owner.isEmpty()) {
        unmatched.add(entry);
        continue;
      }
      for (Path file : visible(home, entry)) {
        (isPhoto(file) ? byStudent.get(owner.get().id()) : unmatched).add(file);
      }
    }
    byStudent.replaceAll((id, files) -> files.stream().sorted().toList());
    return new StudentPhotos(byStudent, unmatched);
  }

  /** Ids may hold underscores themselves, so the longest one that fits counts. */
  private static Optional<Student> owner(Path folder, Roster roster) {
    String name = comparable(folder.getFileName().toString());
    return roster.students().stream()
        .filter(student -> (name + "_").startsWith(comparable(student.id()) + "_"))
        .max(Comparator.comparingInt(student -> student.id().length()));
  }

  private static String comparable(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private static boolean isPhoto(Path file) {
    return Files.isRegularFile(file)
        && EXTENSIONS.contains(FileName.extension(file.getFileName().toString()));
  }

  private static List<Path> visible(Home home, Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new InvalidConfiguration(TextFile.cannotRead(home.relative(folder), e), e);
    }
  }
}
