package org.rollcall.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Folders that are no part of the project. A test that asks for one is skipped without it. */
public final class SharedFolders {
  private SharedFolders() {}

  /** {@return the published model packs} */
  public static Path models() {
    return folder("ROLLCALL_MODELS_FROM", "../shared/models", "published model packs");
  }

  /** {@return photos with marked faces} */
  public static Path markedPhotos() {
    return folder("ROLLCALL_DETECTION", "../shared/data/detection", "marked photos");
  }

  /** {@return aligned pictures of five known faces} */
  public static Path golden() {
    return folder("ROLLCALL_GOLDEN", "../shared/data/golden", "golden pictures");
  }

  /** {@return real recordings with known truth} */
  public static Path data() {
    return folder("ROLLCALL_DATA", "../shared/data", "real recordings");
  }

  private static Path folder(String variable, String usual, String what) {
    Path folder = Path.of(System.getenv().getOrDefault(variable, usual));
    boolean there = Files.isDirectory(folder);
    if (!there) {
      System.err.printf(
          "SKIPPED: no %s in '%s'; set %s%n", what, folder.toAbsolutePath(), variable);
    }
    assumeTrue(there, "no " + what + " in '" + folder + "'");
    return folder;
  }
}
