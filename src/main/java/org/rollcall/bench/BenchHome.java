package org.rollcall.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.rollcall.basics.FileTree;
import org.rollcall.model.LessonKey;
import org.rollcall.model.RollcallException;
import org.rollcall.school.Home;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A temporary installation for a benchmark; closing it deletes it and all its files. */
final class BenchHome implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BenchHome.class);
  private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
  private static final LocalTime FIRST_LESSON = LocalTime.of(8, 0);

  private final Home home;

  private BenchHome(Home home) {
    this.home = home;
  }

  /** An operation on files. */
  private interface FileWork<T> {
    T get() throws IOException;
  }

  /**
   * Creates a temporary installation.
   *
   * @param folder the folder to create it in
   * @return the installation; the caller closes it
   * @throws RollcallException if nothing can be written there
   */
  static BenchHome in(Path folder) {
    return attempt(
        folder,
        () -> {
          Home home = Home.of(Files.createTempDirectory(folder, "rollcall-bench-"));
          Files.createDirectories(home.modelsFolder());
          return new BenchHome(home);
        });
  }

  Home home() {
    return home;
  }

  /** {@return the path for the recording of a lesson of a class; lessons are numbered from 0} */
  Path recording(String className, int number) throws IOException {
    LessonKey lesson = new LessonKey(className, DAY, FIRST_LESSON.plusMinutes(number));
    Path folder = Files.createDirectories(home.footage().resolve(className));
    return folder.resolve(lesson.dayAndTime() + ".mp4");
  }

  /** Makes the model packs of another installation available here. */
  void linkPacks(Home school) {
    Path packs = school.modelsFolder();
    if (!Files.isDirectory(packs)) {
      return;
    }
    attempt(
        home.modelsFolder(),
        () -> {
          for (Path pack : visible(packs)) {
            link(pack, home.modelsFolder().resolve(pack.getFileName()));
          }
          return home;
        });
  }

  /** Links a model pack, or copies it where links are not allowed, as for most users of Windows. */
  private static void link(Path pack, Path link) throws IOException {
    try {
      Files.createSymbolicLink(link, pack.toRealPath());
    } catch (IOException | UnsupportedOperationException e) {
      LOG.debug("{} is copied, as it cannot be linked", pack, e);
      FileTree.copy(pack, link);
    }
  }

  /** Copies the roster and photos of a class. */
  void copyClass(Home school, String className) {
    attempt(
        home.config(),
        () -> {
          Files.createDirectories(home.classFolder(className));
          FileTree.copy(school.rosterFile(className), home.rosterFile(className));
          if (Files.isDirectory(school.studentsFolder(className))) {
            FileTree.copy(school.studentsFolder(className), home.studentsFolder(className));
          }
          return home;
        });
  }

  private static List<Path> visible(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isDirectory)
          .filter(file -> !file.getFileName().toString().startsWith("."))
          .toList();
    }
  }

  private static <T> T attempt(Path folder, FileWork<T> work) {
    try {
      return work.get();
    } catch (IOException e) {
      throw new RollcallException(
          "Cannot prepare a benchmark in %s: %s. Check the free space and the permissions of the folder, or name another with --folder."
              .formatted(folder, e),
          e);
    }
  }

  /** Deletes the installation. Anything that cannot be deleted is only named in the log. */
  @Override
  public void close() {
    try {
      FileTree.delete(home.root());
    } catch (IOException e) {
      LOG.warn("Cannot delete {}: {}. Delete it by hand.", home.root(), e.toString());
    }
  }
}
