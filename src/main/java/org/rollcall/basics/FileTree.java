package org.rollcall.basics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** A folder with all that lies below it. Links are taken for what they are, and not followed. */
public final class FileTree {
  private FileTree() {}

  /**
   * Lists everything.
   *
   * @param folder the folder
   * @return the folder itself, then what lies below it, each folder before its content
   * @throws IOException if one of them cannot be read
   */
  public static List<Path> walk(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Deletes everything, the folder too. Without effect if it is not there.
   *
   * @param folder the folder
   * @throws IOException if something cannot be deleted; what was deleted before is gone
   */
  public static void delete(Path folder) throws IOException {
    if (Files.notExists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    List<Path> deepestFirst = new ArrayList<>(walk(folder));
    Collections.reverse(deepestFirst);
    for (Path path : deepestFirst) {
      Files.deleteIfExists(path);
    }
  }

  /**
   * Copies everything.
   *
   * @param from the folder
   * @param to where its content goes; made if need be
   * @throws IOException if something cannot be copied, or is there already
   */
  public static void copy(Path from, Path to) throws IOException {
    for (Path path : walk(from)) {
      Path copy = to.resolve(from.relativize(path).toString());
      if (Files.isDirectory(path)) {
        Files.createDirectories(copy);
      } else {
        Files.copy(path, copy);
      }
    }
  }
}
