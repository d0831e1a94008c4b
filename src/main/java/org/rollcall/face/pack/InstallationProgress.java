package org.rollcall.face.pack;

/** Receives the progress of an installation, on the installing thread. */
@FunctionalInterface
public interface InstallationProgress {
  /**
   * Reports progress, after each chunk of a file.
   *
   * @param fetched what has been fetched so far
   */
  void fetched(Fetched fetched);

  /**
   * How much of a pack has been fetched.
   *
   * @param pack id of the pack
   * @param files number of files that are complete and verified
   * @param allFiles number of files of the pack
   * @param bytes bytes fetched
   * @param allBytes bytes of the pack
   */
  record Fetched(String pack, int files, int allFiles, long bytes, long allBytes) {}
}
