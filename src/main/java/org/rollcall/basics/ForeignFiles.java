package org.rollcall.basics;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The files and folders that operating systems, network storage and synchronising programs keep
 * among those of their users: hidden files, recycle bins, thumbnails, snapshots and incomplete
 * downloads. They are never recordings, photos or classes.
 */
public final class ForeignFiles {
  private static final Set<String> NAMES =
      Set.of(
          "#recycle",
          "#snapshot",
          "@eadir",
          "@recently-snapshot",
          "@recycle",
          "@sharebin",
          "@tmp",
          "$recycle.bin",
          "recycler",
          "system volume information",
          "lost+found",
          "network trash folder",
          "temporary items",
          "__macosx",
          "desktop.ini",
          "ehthumbs.db",
          "thumbs.db");

  private static final List<String> INCOMPLETE =
      List.of(".part", ".partial", ".tmp", ".crdownload", ".filepart", ".download", ".!sync");

  private ForeignFiles() {}

  /**
   * Checks whether a file or folder is one of these.
   *
   * @param name its name, without the folder that it is in
   * @return true if it is none of the user's
   */
  public static boolean isForeign(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.startsWith(".")
        || lower.startsWith("~")
        || NAMES.contains(lower)
        || INCOMPLETE.stream().anyMatch(lower::endsWith);
  }
}
