package org.rollcall.school;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.rollcall.model.LessonKey;

/**
 * Where everything of an installation lies.
 *
 * @param root the folder that holds {@code config}, {@code footage}, {@code attendance} and {@code
 *     output} (absolute)
 */
public record Home(Path root) {
  /** Makes the root absolute, so that a later change of the working folder means nothing. */
  public Home {
    root = root.toAbsolutePath().normalize();
  }

  /**
   * The installation in a folder, which need not exist yet.
   *
   * @param root the folder
   * @return its layout
   */
  public static Home of(Path root) {
    return new Home(root);
  }

  /** {@return the folder of all that the school writes} */
  public Path config() {
    return root.resolve("config");
  }

  /** {@return the file of settings} */
  public Path settingsFile() {
    return config().resolve("rollcall.yaml");
  }

  /** {@return the timetable} */
  public Path timetableFile() {
    return config().resolve("timetable.csv");
  }

  /** {@return the list of holidays} */
  public Path holidaysFile() {
    return config().resolve("holidays.csv");
  }

  /** {@return the folder of the installed model packs} */
  public Path modelsFolder() {
    return config().resolve("models");
  }

  /**
   * The folder of a class.
   *
   * @param className name of the class
   * @return its folder, which need not exist
   * @throws IllegalArgumentException if the name would not be safe as a file name
   */
  public Path classFolder(String className) {
    return classesFolder().resolve(checked(className));
  }

  /**
   * The list of a class's students.
   *
   * @param className name of the class
   * @return its roster, which need not exist
   */
  public Path rosterFile(String className) {
    return classFolder(className).resolve("roster.csv");
  }

  /**
   * The folder of a class's enrolment photos.
   *
   * @param className name of the class
   * @return the folder with one folder per student, which need not exist
   */
  public Path studentsFolder(String className) {
    return classFolder(className).resolve("students");
  }

  /** {@return names of the classes that have a folder, sorted} */
  public List<String> classNames() {
    if (!Files.isDirectory(classesFolder())) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(classesFolder())) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .filter(LessonKey::isClassName)
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new InvalidConfiguration(TextFile.cannotRead(relative(classesFolder()), e), e);
    }
  }

  /** {@return the watched folder} */
  public Path footage() {
    return root.resolve("footage");
  }

  /**
   * The folder of a class's sheets.
   *
   * @param className name of the class
   * @return the folder, which need not exist
   */
  public Path attendance(String className) {
    return sheets().resolve(checked(className));
  }

  /**
   * The sheet of a lesson.
   *
   * @param lesson the lesson
   * @return the workbook, which need not exist
   */
  public Path sheet(LessonKey lesson) {
    return attendance(lesson.className()).resolve(lesson.fileStem() + ".xlsx");
  }

  /** {@return the folder of all sheets} */
  public Path sheets() {
    return root.resolve("attendance");
  }

  /** {@return the folder of all results, of the database and of the logs} */
  public Path results() {
    return root.resolve("output");
  }

  /**
   * The folder of a lesson's results for machines and of its pictures.
   *
   * @param lesson the lesson
   * @return the folder, which need not exist
   */
  public Path output(LessonKey lesson) {
    return results().resolve(lesson.className()).resolve(lesson.dayAndTime());
  }

  /** {@return the folder of the evaluations, which need not exist} */
  public Path evaluations() {
    return results().resolve("evaluation");
  }

  /** {@return the file of the embedded database} */
  public Path database() {
    return results().resolve("rollcall.db");
  }

  /** {@return the folder of what processes keep while they work} */
  public Path work() {
    return results().resolve("work");
  }

  /** {@return the folder of the logs} */
  public Path logs() {
    return results().resolve("logs");
  }

  /**
   * A path that may have been written relative to the home, as a setting holds it.
   *
   * @param path an absolute path, or one that counts from the home
   * @return the absolute path
   */
  public Path resolve(Path path) {
    return root.resolve(path).normalize();
  }

  /**
   * A path as messages show it: from the home where it lies below it, with {@code /}.
   *
   * @param path the path
   * @return its short form
   */
  public String relative(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path shown = absolute.startsWith(root) ? root.relativize(absolute) : absolute;
    return shown.toString().replace(File.separatorChar, '/');
  }

  private Path classesFolder() {
    return config().resolve("classes");
  }

  private static String checked(String className) {
    if (!LessonKey.isClassName(className)) {
      throw new IllegalArgumentException("'%s' is no name for a class".formatted(className));
    }
    return className;
  }
}
