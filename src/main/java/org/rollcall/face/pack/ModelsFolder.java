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
 * The folder {@code config/models}: one sub-folder for each installed pack.
 *
 * <p>A pack is prepared in a hidden folder beside the others and renamed when it is complete. One
 * process at a time changes the folder.
 *
 * @param path the folder, which need not exist yet
 */
record ModelsFolder(Path path) {
  private static final Object THIS_PROCESS = new Object();

  /** {@return where the pack lies once it is installed} */
  Path pack(String id) {
    return path.resolve(id);
  }

  /**
   * Puts a pack in place, replacing the one there only when the new one is complete.
   *
   * @param id the pack
   * @param filling writes its files
   * @throws IOException if the pack could not be written; what was there before is still there
   */
  void put(String id, Filling filling) throws IOException {
    putUnless(() -> false, id, filling);
  }

  /**
   * As {@link #put}, unless another process has done it while this one waited.
   *
   * @param isThere asked when no other process can change the folder any more
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
