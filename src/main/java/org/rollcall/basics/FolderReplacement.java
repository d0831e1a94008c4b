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
 * A folder that is filled aside and takes the place of an older one when it is whole and on the
 * disk. No system exchanges folders in one step: for a moment there is neither, and a process that
 * is killed in it leaves that to the next replacement, which gives the old one back first.
 *
 * <p>One at a time may replace a folder.
 */
public final class FolderReplacement {
  private static final Pattern LEFTOVER = Pattern.compile("\\.(.+)\\.(?:new|old)");

  private FolderReplacement() {}

  /** Fills an empty folder. */
  public interface Filling {
    /**
     * Writes all that the new folder will hold.
     *
     * @param folder the empty folder
     * @throws IOException if a file cannot be written
     */
    void fill(Path folder) throws IOException;
  }

  /**
   * Replaces a folder with all that it holds, or makes it.
   *
   * @param target the folder; the one above it is made if need be
   * @param filling writes its new content
   * @throws IOException if that cannot be written; the old folder is as it was
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
   * Puts right at once what killed processes left of the replacements in a folder. Nobody may
   * replace anything there meanwhile.
   *
   * @param parent the folder above those that were being replaced
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

  /** Removes what a killed process left, or gives back what it was about to replace. */
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
