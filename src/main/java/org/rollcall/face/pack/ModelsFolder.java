package org.rollcall.face.pack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.BooleanSupplier;
import org.rollcall.basics.FolderReplacement;
import org.rollcall.basics.FolderReplacement.Filling;

/**
 * The folder {@code config/models}, with one sub-folder for each installed pack.
 *
 * <p>A pack is staged in a hidden folder next to the others and renamed when it is complete. A file
 * lock lets one process at a time change the folder.
 *
 * @param path the folder, which need not exist yet
 */
record ModelsFolder(Path path) {
  private static final Object THIS_PROCESS = new Object();

  /** {@return the folder of an installed pack} */
  Path pack(String id) {
    return path.resolve(id);
  }

  /**
   * Installs a pack, replacing a previous one only when the new one is complete.
   *
   * @param id the pack
   * @param filling writes its files
   * @throws IOException if the pack could not be written; the previous one is still in place
   */
  void put(String id, Filling filling) throws IOException {
    putUnless(() -> false, id, filling);
  }

  /**
   * Installs a pack as {@link #put} does, unless another process did while this one waited.
   *
   * @param isThere asked under the lock
   * @param id the pack
   * @param filling writes its files
   * @throws IOException if the pack could not be written
   */
  void putUnless(BooleanSupplier isThere, String id, Filling filling) throws IOException {
    Files.createDirectories(path);
    synchronized (THIS_PROCESS) {
      try (FileChannel lockFile = openLock()) {
        lockFile.lock();
        FolderReplacement.recoverIn(path);
        if (!isThere.getAsBoolean()) {
          FolderReplacement.replace(pack(id), filling);
        }
      }
    }
  }

  private FileChannel openLock() throws IOException {
    return FileChannel.open(
        path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }
}
