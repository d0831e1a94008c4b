package org.rollcall.face.pack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Fetches the published files of packs. */
public abstract sealed class PackSource permits FolderSource, PublicSource {
  PackSource() {}

  /**
   * Reads from a folder, on machines without a network.
   *
   * @param folder holds {@code <pack>/<file name>} for each file
   * @return the source
   */
  public static PackSource folder(Path folder) {
    return new FolderSource(folder);
  }

  /** {@return a source that downloads from the public addresses in the catalogue} */
  public static PackSource publicAddress() {
    return new PublicSource();
  }

  /**
   * Opens a published file.
   *
   * @param pack the pack
   * @param file one of its files
   * @return its content, not verified; the caller closes it
   * @throws InstallationFailed if the file cannot be fetched
   * @throws IOException if the thread was interrupted
   */
  abstract InputStream open(PublishedPack pack, PackFile file) throws IOException;

  /** {@return where a file comes from, for messages} */
  abstract String place(PublishedPack pack, PackFile file);
}
