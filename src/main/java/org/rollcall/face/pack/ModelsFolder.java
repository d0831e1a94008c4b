package org.rollcall.face.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * The folder {@code config/models}: one sub-folder for each installed pack.
 *
 * <p>A pack is prepared in a hidden folder beside the others and renamed when it is complete. One
 * process at a time changes the folder.
 *
 * @param path the folder, which need not exist yet
 */
record ModelsFolder(Path path) {
  private static final String STAGING = ".installing-";
  private static final String REPLACED = ".replaced-";
  private static final Object THIS_PROCESS = new Object();

  /** Fills an empty folder with a complete pack. */
  interface Filling {
    void fill(Path folder) throws IOException;
  }

  /** {@return where the pack lies once it is installed} */
  Path pack(String id) {
    return path.resolve(id);
  }

  /**
   * Puts a pack in place, replacing the one there only when the new one is complete.
   *
   * @param id the pack
   * @param filling writes its files
   * @throws IOException if the pack could not be written; what was there before is still there
   */
  void put(String id, Filling filling) throws IOException {
    putUnless(() -> false, id, filling);
  }

  /**
   * As {@link #put}, unless another process has done it while this one waited.
   *
   * @param isThere asked when no other process can change the folder any more
   * @param id the pack
   * @param filling writes its files
   * @throws IOException if the pack could not be written
   */
  void putUnless(BooleanSupplier isThere, String id, Filling filling) throws IOException {
    Files.createDirectories(path);
    synchronized (THIS_PROCESS) {
      try (FileChannel lockFile = openLock()) {
        lockFile.lock();
        tidy();
        if (!isThere.getAsBoolean()) {
          replace(id, filling);
        }
      }
    }
  }

  private FileChannel openLock() throws IOException {
    return FileChannel.open(
        path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  private void replace(String id, Filling filling) throws IOException {
    Path staged = path.resolve(STAGING + id);
    delete(staged);
    Files.createDirectory(staged);
    try {
      filling.fill(staged);
      flush(staged);
      exchange(id, staged);
    } finally {
      delete(staged);
    }
  }

  private void exchange(String id, Path staged) throws IOException {
    Path replaced = path.resolve(REPLACED + id);
    boolean replaces = Files.exists(pack(id));
    if (replaces) {
      Files.move(pack(id), replaced, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(staged, pack(id), StandardCopyOption.ATOMIC_MOVE);
    if (replaces) {
      delete(replaced);
    }
  }

  /** Removes what an interrupted installation left, or gives back what it was about to replace. */
  private void tidy() throws IOException {
    for (Path leftover : children(path)) {
      String name = leftover.getFileName().toString();
      if (name.startsWith(REPLACED)) {
        Path pack = pack(name.substring(REPLACED.length()));
        if (!Files.exists(pack)) {
          Files.move(leftover, pack, StandardCopyOption.ATOMIC_MOVE);
        }
      }
      if (name.startsWith(STAGING) || name.startsWith(REPLACED)) {
        delete(leftover);
      }
    }
  }

  private static void flush(Path folder) throws IOException {
    for (Path file : children(folder)) {
      try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    }
  }

  private static List<Path> children(Path folder) throws IOException {
    try (Stream<Path> children = Files.list(folder)) {
      return children.toList();
    }
  }

  /** Deletes a folder with all it holds, if it is there. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }
}
