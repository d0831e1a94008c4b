package org.rollcall.basics;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A move in one step: whoever looks finds the file under its old name or the new one, whole. */
public final class AtomicMove {
  private AtomicMove() {}

  /**
   * Moves a file or folder within its drive, and makes the new name last. What lay there under that
   * name is replaced: a file always, a folder only if it is empty.
   *
   * @param from what moves
   * @param to its new name
   * @throws AtomicMoveNotSupportedException if the new place is on another drive; nothing has moved
   * @throws IOException if it cannot be moved
   */
  public static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    flushFolder(to.toAbsolutePath().getParent());
  }

  /** Not every system lets a folder be opened; there the name lasts without it. */
  static void flushFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder)) {
      channel.force(true);
    } catch (IOException e) {
      return;
    }
  }
}
