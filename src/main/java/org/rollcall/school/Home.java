package org.rollcall.school;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.rollcall.basics.ForeignFiles;
import org.rollcall.model.LessonKey;

/**
 * The home folder of an installation, and the layout of the files in it.
 *
 * @param root the folder that contains {@code config}, {@code footage}, {@code attendance} and
 *     {@code output} (absolute)
 */
public record Home(Path root) {
  /** Makes the root absolute, so that it does not depend on the current working directory. */
  public Home {
    root = root.toAbsolutePath().normalize();
  }

  /**
   * Creates the layout of an installation; its folder need not exist yet.
   *
   * @param root the folder
   * @return its layout
   */
  public static Home of(Path root) {
    return new Home(root);
  }

  /** {@return the folder of everything the school maintains} */
  public Path config() {
    return root.resolve("config");
  }

  /** {@return the settings file} */
  public Path settingsFile() {
    return config().resolve("rollcall.yaml");
  }

  /** {@return the timetable file} */
  public Path timetableFile() {
    return config().resolve("timetable.csv");
  }

  /** {@return the holidays file} */
  public Path holidaysFile() {
    return config().resolve("holidays.csv");
  }

  /** {@return the folder of installed model packs} */
  public Path modelsFolder() {
    return config().resolve("models");
  }

  /**
   * Locates the folder of a class.
   *
   * @param className name of the class
   * @return its folder, which need not exist
   * @throws IllegalArgumentException if the name is not safe as a file name
   */
  public Path classFolder(String className) {
    Path folder = classesFolder().resolve(checked(className));
    if (Files.exists(folder)) {
      return folder;
    }
    String composed = composed(className);
    return classNames().stream()
        .filter(name -> composed(name).equals(composed))
        .findFirst()
        .map(classesFolder()::resolve)
        .orElse(folder);
  }

  /** File systems compose accents differently. */
  private static String composed(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }

  /**
   * Locates the roster of a class.
   *
   * @param className name of the class
   * @return the roster file, which need not exist
   */
  public Path rosterFile(String className) {
    return classFolder(className).resolve("roster.csv");
  }

  /**
   * Locates the enrolment photos of a class.
   *
   * @param className name of the class
   * @return the folder that contains one folder per student; it need not exist
   */
  public Path studentsFolder(String className) {
    return classFolder(className).resolve("students");
  }

  /** {@return names of all classes that have a folder, sorted} */
  public List<String> classNames() {
    if (!Files.isDirectory(classesFolder())) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(classesFolder())) {
      return folders
          .filter(Files::isDirectory)
          .map(folder -> folder.getFileName().toString())
          .filter(name -> LessonKey.isClassName(name) && !ForeignFiles.isForeign(name))
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
   * Locates the sheets of a class.
   *
   * @param className name of the class
   * @return the folder, which need not exist
   */
  public Path attendance(String className) {
    return sheets().resolve(checked(className));
  }

  /**
   * Locates the sheet of a lesson.
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

  /** {@return the folder of all results, the database and the logs} */
  public Path results() {
    return root.resolve("output");
  }

  /**
   * Locates the machine-readable results and the images of a lesson.
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

  /** {@return the folder for the working files of processes} */
  public Path work() {
    return results().resolve("work");
  }

  /** {@return the folder of the logs} */
  public Path logs() {
    return results().resolve("logs");
  }

  /**
   * Resolves a path from a setting, which may be relative to the home folder.
   *
   * @param path an absolute path, or one relative to the home folder
   * @return the absolute path
   */
  public Path resolve(Path path) {
    return root.resolve(path).normalize();
  }

  /**
   * Shortens a path for messages: relative to the home folder if it lies there, with {@code /} as
   * the separator.
   *
   * @param path the path
   * @return the short form
   */
  public String relative(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path shown = absolute.startsWith(root) ? root.relativize(absolute) : absolute;
    return shown.toString().replace(File.separatorChar, '/');
  }

  /** {@return the folder of the class folders} */
  Path classesFolder() {
    return config().resolve("classes");
  }

  private static String checked(String className) {
    if (!LessonKey.isClassName(className)) {
      throw new IllegalArgumentException("'%s' is not a valid class name".formatted(className));
    }
    return className;
  }
}
