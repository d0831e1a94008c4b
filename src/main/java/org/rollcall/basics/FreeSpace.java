package org.rollcall.basics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** How much room this process has left on a drive, in bytes. */
public final class FreeSpace {
  private FreeSpace() {}

  /**
   * Tells how much is free at a place.
   *
   * @param path a file or folder
   * @return the room on its drive; empty if it does not exist, as a drive that is away does not
   */
  public static Optional<Long> at(Path path) {
    try {
      return Optional.of(Files.getFileStore(path).getUsableSpace());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Tells how much is free for a folder that may still have to be made.
   *
   * @param folder the folder
   * @return the room on the drive of the nearest folder above it that exists
   * @throws IOException if the system does not tell
   */
  public static long below(Path folder) throws IOException {
    Path existing = folder.toAbsolutePath();
    while (Files.notExists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    return Files.getFileStore(existing).getUsableSpace();
  }
}
