package org.rollcall.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import org.rollcall.basics.AtomicFile;

/** Moves files that were sent to a page to where people would have put them. */
public final class SentFile {
  private SentFile() {}

  /**
   * Moves a file to its place in one step, with the permissions of the files that this process
   * writes: an upload can be read by this process only.
   *
   * @param sent the file, which may be on another disk
   * @param place where it shall be; no file is there yet
   * @throws IOException if it cannot be moved there
   */
  public static void move(Path sent, Path place) throws IOException {
    try (AtomicFile file = new AtomicFile(place)) {
      Path aside = Files.createFile(file.aside());
      var usual = Files.getFileAttributeView(aside, PosixFileAttributeView.class);
      if (usual != null) {
        Files.setPosixFilePermissions(sent, usual.readAttributes().permissions());
      }
      Files.delete(aside);
      Files.move(sent, aside);
      file.commit();
    }
  }
}
