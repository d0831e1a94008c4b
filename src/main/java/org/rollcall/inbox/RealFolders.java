package org.rollcall.inbox;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * Folders below a top folder that are reached without symbolic links. The top folder itself may be
 * a link.
 */
final class RealFolders {
  private RealFolders() {}

  static boolean isReached(Path top, Path folder) {
    for (Path at = folder; !at.equals(top); at = at.getParent()) {
      if (!Files.isDirectory(at, LinkOption.NOFOLLOW_LINKS)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Creates the missing folders of a path below a top folder, which is created too if necessary.
   */
  static Path make(Path top, Path below) throws IOException {
    if (Files.notExists(top)) {
      Files.createDirectories(top);
    } else if (!Files.isDirectory(top)) {
      throw notAFolder(top);
    }
    Path folder = top.resolve(below);
    for (int parts = 1; !folder.equals(top) && parts <= below.getNameCount(); parts++) {
      makeOne(top.resolve(below.subpath(0, parts)));
    }
    return folder;
  }

  private static void makeOne(Path folder) throws IOException {
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        throw notAFolder(folder);
      }
    }
  }

  private static FileSystemException notAFolder(Path path) {
    return new FileSystemException(path.toString(), null, "it is not a folder");
  }
}
