package org.rollcall.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import org.rollcall.basics.AtomicFile;
import org.rollcall.basics.Readers;

/** Moves uploaded files to where users would have put them by hand. */
public final class SentFile {
  private SentFile() {}

  /**
   * Moves a file into place atomically.
   *
   * @param sent the uploaded file, which may be on another disk
   * @param place target path; no file exists there yet
   * @param readers who may read it there
   * @throws IOException if it cannot be moved there
   */
  public static void move(Path sent, Path place, Readers readers) throws IOException {
    try (AtomicFile file = new AtomicFile(place, readers)) {
      Path aside = Files.createFile(file.aside());
      var usual = Files.getFileAttributeView(aside, PosixFileAttributeView.class);
      if (usual != null) {
        // An upload is readable by this process only.
        Files.setPosixFilePermissions(sent, usual.readAttributes().permissions());
      }
      Files.delete(aside);
      Files.move(sent, aside);
      file.commit();
    }
  }
}
