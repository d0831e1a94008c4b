package org.rollcall.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.rollcall.demo.ClassroomFootage;
import org.rollcall.demo.Scene;
import org.rollcall.evaluation.Truth;

/**
 * One lesson of one class, filmed once for all tests that need a real one: eight students, of whom
 * six come, and a stranger.
 */
public final class FilmedLesson {
  private static final Scene SCENE =
      new Scene(
          3,
          new Scene.Camera(960, 540, 5, 60, 90),
          Duration.ofSeconds(16),
          new Scene.Cast(6, 2, 1));

  private final Path folder;
  private final Truth truth;

  private FilmedLesson(Path folder) throws IOException {
    this.folder = folder;
    this.truth =
        ClassroomFootage.compose(
            SCENE, folder.resolve("class"), folder.resolve("lesson.mp4"), filmed -> {});
  }

  /** Made when it is first needed; the files go when the tests end. */
  private static final class Once {
    static final FilmedLesson LESSON = film();

    private static FilmedLesson film() {
      try {
        Path folder = Files.createTempDirectory("rollcall-filmed-lesson");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
        return new FilmedLesson(folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * Puts the class into an installation: its roster and its photos.
   *
   * @param home the installation
   * @param className what the class is to be called there
   * @return what really happens in the lesson
   */
  public static Truth enrol(Path home, String className) throws IOException {
    copy(Once.LESSON.folder.resolve("class"), home.resolve("config/classes").resolve(className));
    return Once.LESSON.truth;
  }

  /**
   * Puts the recording of the lesson somewhere.
   *
   * @param file where
   * @return the same
   */
  public static Path record(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    return Files.copy(Once.LESSON.truth.recording(), file);
  }

  /** {@return the names of the class and of the stranger} */
  public static List<String> names() {
    Truth truth = Once.LESSON.truth;
    return Stream.concat(
            truth.attendance().stream().map(one -> one.student().name()),
            truth.strangers().stream())
        .toList();
  }

  private static void copy(Path from, Path to) throws IOException {
    for (Path path : walk(from)) {
      Path copy = to.resolve(from.relativize(path).toString());
      if (Files.isDirectory(path)) {
        Files.createDirectories(copy);
      } else {
        Files.copy(path, copy);
      }
    }
  }

  private static void delete(Path folder) {
    try {
      for (Path path : walk(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> walk(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.toList();
    }
  }
}
