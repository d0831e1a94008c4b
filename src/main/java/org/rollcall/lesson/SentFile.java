package org.rollcall.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import org.rollcall.basics.AtomicFile;

/** A file that came to the page and is to lie among those that people put there. */
final class SentFile {
  private SentFile() {}

  /**
   * Moves a file to its place, where it is seen whole or not at all, and may be read by whoever may
   * read what this process writes. What came to the page may be read by this process alone.
   *
   * @param sent the file, which may lie on another disc
   * @param place where it shall lie; nothing lies there yet
   * @throws IOException if the place does not take it
   */
  static void move(Path sent, Path place) throws IOException {
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
