package org.rollcall.basics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Replaces a folder as a whole: the new one is filled under a temporary name and put in place once
 * it is complete and on the disk. No system can swap folders atomically, so for a moment neither is
 * in place; if the process is killed then, the next replacement first restores the old folder.
 *
 * <p>Only one caller at a time may replace a folder.
 */
public final class FolderReplacement {
  private static final Pattern LEFTOVER = Pattern.compile("\\.(.+)\\.(?:new|old)");

  private FolderReplacement() {}

  /** Writes the content of the new folder. */
  public interface Filling {
    /**
     * Writes the complete content of the new folder.
     *
     * @param folder the empty folder
     * @throws IOException if a file cannot be written
     */
    void fill(Path folder) throws IOException;
  }

  /**
   * Replaces a folder and everything in it, or creates it.
   *
   * @param target the folder; its parent is created if necessary
   * @param filling writes its new content
   * @throws IOException if the content cannot be written; the old folder remains unchanged
   */
  public static void replace(Path target, Filling filling) throws IOException {
    Path fresh = sibling(target, "new");
    recover(target);
    Files.createDirectories(fresh);
    try {
      filling.fill(fresh);
      flush(fresh);
      exchange(target, fresh);
    } finally {
      FileTree.delete(fresh);
    }
  }

  /**
   * Recovers all folders of a parent whose replacement was interrupted by a killed process. No
   * folder in it may be replaced meanwhile.
   *
   * @param parent the parent of the folders that were being replaced
   * @throws IOException if something cannot be moved back or deleted
   */
  public static void recoverIn(Path parent) throws IOException {
    List<Path> leftovers;
    try (Stream<Path> children = Files.list(parent)) {
      leftovers = children.toList();
    }
    for (Path leftover : leftovers) {
      Matcher name = LEFTOVER.matcher(leftover.getFileName().toString());
      if (name.matches()) {
        recover(parent.resolve(name.group(1)));
      }
    }
  }

  private static void exchange(Path target, Path fresh) throws IOException {
    Path old = sibling(target, "old");
    if (Files.exists(target)) {
      AtomicMove.move(target, old);
    }
    try {
      AtomicMove.move(fresh, target);
    } catch (IOException e) {
      recover(target);
      throw e;
    }
    FileTree.delete(old);
  }

  /**
   * Removes leftovers of an interrupted replacement and restores the old folder if nothing has
   * taken its place.
   */
  private static void recover(Path target) throws IOException {
    Path old = sibling(target, "old");
    if (Files.exists(old) && Files.notExists(target)) {
      AtomicMove.move(old, target);
    }
    FileTree.delete(old);
    FileTree.delete(sibling(target, "new"));
  }

  private static void flush(Path folder) throws IOException {
    for (Path path : FileTree.walk(folder)) {
      if (Files.isDirectory(path)) {
        AtomicMove.flushFolder(path);
      } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        AtomicFile.flush(path);
      }
    }
  }

  private static Path sibling(Path target, String suffix) {
    return target.resolveSibling("." + target.getFileName() + "." + suffix);
  }
}
