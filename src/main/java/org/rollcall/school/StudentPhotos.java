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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rollcall.basics.FileName;
import org.rollcall.basics.ForeignFiles;
import org.rollcall.model.Roster;
import org.rollcall.model.Student;

/**
 * The enrolment photos and short videos of a class: the files in {@code
 * config/classes/<class>/students/<id>_<Name>/}.
 *
 * @param byStudent files by student id, sorted; includes every student of the roster, in roster
 *     order, even those without files
 * @param unmatched entries that belong to no student: folders with other ids, files outside the
 *     folders. Their names may contain names of students, so keep them out of logs.
 * @param unusable what lies in the folders of students and is neither photo nor video; the same
 *     holds for their names
 */
public record StudentPhotos(
    Map<String, List<Path>> byStudent, List<Path> unmatched, List<Path> unusable) {
  /**
   * The last ones cannot be read; whoever put them there is told so, photo by photo.
   *
   * @see #isPicture
   */
  private static final Set<String> PICTURES =
      Set.of(
          "jpg", "jpeg", "jpe", "jfif", "png", "webp", "heic", "heif", "avif", "gif", "bmp", "tif",
          "tiff");

  private static final Pattern SEPARATED = Pattern.compile("(?s)|[\\s\\u00a0_,;–].*|\\s*-\\s.*");

  private static final Set<String> VIDEOS = Set.of("mp4", "mov", "mkv", "avi", "webm", "ts");

  public StudentPhotos {
    byStudent = Collections.unmodifiableMap(new LinkedHashMap<>(byStudent));
    unmatched = List.copyOf(unmatched);
    unusable = List.copyOf(unusable);
  }

  /**
   * Tells photos from videos by the name.
   *
   * @param file a photo or a video of a student
   * @return whether it is a photo, or claims to be one
   */
  public static boolean isPicture(Path file) {
    return PICTURES.contains(FileName.extension(file.getFileName().toString()));
  }

  /**
   * Finds the files of a class.
   *
   * @param home the home folder of the installation
   * @param roster the students of the class
   * @return the files of each student; no files if the class has no photo folder
   * @throws InvalidConfiguration if a folder cannot be read
   */
  public static StudentPhotos find(Home home, Roster roster) {
    Map<String, List<Path>> byStudent = new LinkedHashMap<>();
    roster.students().forEach(student -> byStudent.put(student.id(), new ArrayList<>()));
    List<Path> unmatched = new ArrayList<>();
    List<Path> unusable = new ArrayList<>();
    Path students = home.studentsFolder(roster.className());
    for (Path entry : Files.isDirectory(students) ? visible(home, students) : List.<Path>of()) {
      Optional<Student> owner = Files.isDirectory(entry) ? owner(entry, roster) : Optional.empty();
      if (owner.isEmpty()) {
        unmatched.add(entry);
        continue;
      }
      for (Path file : visible(home, entry)) {
        (isPhoto(file) ? byStudent.get(owner.get().id()) : unusable).add(file);
      }
    }
    byStudent.replaceAll((id, files) -> files.stream().sorted().toList());
    return new StudentPhotos(byStudent, unmatched, unusable);
  }

  /** Ids may contain underscores and hyphens themselves, so the longest match wins. */
  private static Optional<Student> owner(Path folder, Roster roster) {
    String name = comparable(folder.getFileName().toString());
    return roster.students().stream()
        .filter(student -> isAbout(name, comparable(student.id())))
        .max(Comparator.comparingInt(student -> student.id().length()));
  }

  /** After the id there may be a name, with or without blanks around what separates them. */
  private static boolean isAbout(String folder, String id) {
    return folder.startsWith(id) && SEPARATED.matcher(folder.substring(id.length())).matches();
  }

  private static String comparable(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
  }

  private static boolean isPhoto(Path file) {
    String extension = FileName.extension(file.getFileName().toString());
    return Files.isRegularFile(file) && (isPicture(file) || VIDEOS.contains(extension));
  }

  private static List<Path> visible(Home home, Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !ForeignFiles.isForeign(entry.getFileName().toString()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new InvalidConfiguration(TextFile.cannotRead(home.relative(folder), e), e);
    }
  }
}
