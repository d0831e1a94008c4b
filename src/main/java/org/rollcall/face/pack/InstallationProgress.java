package org.rollcall.face.pack;

/** Hears how far an installation is. All calls come from the installing thread. */
@FunctionalInterface
public interface InstallationProgress {
  /**
   * Called after each part of a file.
   *
   * @param fetched what has been fetched
   */
  void fetched(Fetched fetched);

  /**
   * How far an installation is.
   *
   * @param pack id of the pack
   * @param files files that are complete and verified
   * @param allFiles files of the pack
   * @param bytes bytes fetched
   * @param allBytes bytes of the pack
   */
  record Fetched(String pack, int files, int allFiles, long bytes, long allBytes) {}
}
