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

/**
 * Operates on a folder and everything below it. Symbolic links are treated as links and not
 * followed.
 */
public final class FileTree {
  private FileTree() {}

  /**
   * Lists everything in the tree.
   *
   * @param folder the folder
   * @return the folder itself, then everything below it, each folder before its content
   * @throws IOException if a folder cannot be read
   */
  static List<Path> walk(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.toList();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /**
   * Deletes the folder and everything below it. Does nothing if it does not exist.
   *
   * @param folder the folder
   * @throws IOException if something cannot be deleted; earlier deletions are not undone
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
   * Copies everything in the folder.
   *
   * @param from the folder
   * @param to target folder for its content; created if necessary
   * @throws IOException if something cannot be copied, or a target file already exists
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
