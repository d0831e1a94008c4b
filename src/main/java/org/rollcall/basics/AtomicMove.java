package org.rollcall.basics;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Moves files atomically: other processes see the file complete, under its old name or its new one.
 */
public final class AtomicMove {
  private AtomicMove() {}

  /**
   * Moves a file or folder within its drive and flushes the change to disk. An existing target is
   * replaced: a file always, a folder only if it is empty.
   *
   * @param from the file or folder to move
   * @param to its new path
   * @throws AtomicMoveNotSupportedException if the target is on another drive; nothing has moved
   * @throws IOException if it cannot be moved
   */
  public static void move(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    flushFolder(to.toAbsolutePath().getParent());
  }

  /** Some systems do not allow folders to be opened; there the move is durable without a flush. */
  static void flushFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder)) {
      channel.force(true);
    } catch (IOException e) {
      return;
    }
  }
}
