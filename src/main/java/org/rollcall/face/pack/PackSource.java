package org.rollcall.face.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Where the published files of packs come from. */
public abstract sealed class PackSource permits FolderSource, PublicSource {
  PackSource() {}

  /**
   * A folder, for machines without a network.
   *
   * @param folder holds {@code <pack>/<file name>} for each file
   * @return the source
   */
  public static PackSource folder(Path folder) {
    return new FolderSource(folder);
  }

  /** {@return the public addresses that the catalogue names} */
  public static PackSource publicAddress() {
    return new PublicSource();
  }

  /**
   * Opens a published file.
   *
   * @param pack the pack
   * @param file one of its files
   * @return its bytes, not verified; the caller closes it
   * @throws InstallationFailed if the file cannot be had
   * @throws IOException if the wait was interrupted
   */
  abstract InputStream open(PublishedPack pack, PackFile file) throws IOException;

  /** {@return where a file comes from, for people} */
  abstract String place(PublishedPack pack, PackFile file);
}
