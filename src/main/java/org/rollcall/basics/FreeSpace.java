package org.rollcall.basics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Free disk space available to this process, in bytes. */
public final class FreeSpace {
  private FreeSpace() {}

  /**
   * Gives the free space at a path.
   *
   * @param path a file or folder
   * @return the usable space on its drive; empty if the path does not exist, for instance on a
   *     disconnected drive
   */
  public static Optional<Long> at(Path path) {
    try {
      return Optional.of(Files.getFileStore(path).getUsableSpace());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Gives the free space for a folder that need not exist yet.
   *
   * @param folder the folder
   * @return the usable space on the drive of the nearest existing parent folder
   * @throws IOException if the system cannot determine it
   */
  public static long below(Path folder) throws IOException {
    Path existing = folder.toAbsolutePath();
    while (Files.notExists(existing) && existing.getParent() != null) {
      existing = existing.getParent();
    }
    return Files.getFileStore(existing).getUsableSpace();
  }
}
