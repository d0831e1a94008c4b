package org.rollcall.basics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Who may read files and folders that Rollcall makes. Other users of the machine never may, and the
 * group may only where people open files themselves. Where the system knows no such permissions, as
 * on Windows, nothing is done: there, new files inherit those of their folder.
 */
public enum Readers {
  /** The user that Rollcall runs as. */
  OWNER("rw-------", "rwx------"),
  /** That user, and the group if the permissions usual for new files include it. */
  GROUP("rw-rw----", "rwxrwx---");

  private final String file;
  private final String folder;

  Readers(String file, String folder) {
    this.file = file;
    this.folder = folder;
  }

  /**
   * Gives what to create a file with.
   *
   * @param path the file, which does not exist yet
   * @return the attributes
   */
  public FileAttribute<?>[] ofFile(Path path) {
    return attributes(path, file);
  }

  /** The system takes away what the user's umask forbids. */
  private static FileAttribute<?>[] attributes(Path path, String most) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(most))
        }
        : new FileAttribute<?>[0];
  }

  /**
   * Creates a folder and missing parents. Existing ones stay as they are.
   *
   * @param path the folder
   * @return the same folder
   * @throws IOException if it cannot be created
   */
  public Path createFolders(Path path) throws IOException {
    return Files.createDirectories(path, attributes(path, folder));
  }

  /**
   * Takes the rights of all other readers from a file or folder. Drives that have the same
   * permissions for all files, and files of other users, stay as they are.
   *
   * @param path the file or folder; nothing is done if it does not exist
   */
  public void limit(Path path) {
    try {
      // To leave links alone, Java would open the file, and closing it again would end the locks
      // that SQLite holds on it.
      var view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
      if (view != null && Files.exists(path) && !Files.isSymbolicLink(path)) {
        limit(view);
      }
    } catch (IOException | UnsupportedOperationException e) {
      // 'doctor' tells what is open.
    }
  }

  private void limit(PosixFileAttributeView view) throws IOException {
    Set<PosixFilePermission> now = view.readAttributes().permissions();
    Set<PosixFilePermission> left = PosixFilePermissions.fromString(folder);
    left.retainAll(now);
    if (!left.equals(now)) {
      view.setPermissions(left);
    }
  }

  /**
   * Takes the rights of all other readers from a folder and everything below it.
   *
   * @param top the folder
   * @throws IOException if a folder cannot be read
   */
  public void limitAll(Path top) throws IOException {
    FileTree.walk(top).forEach(this::limit);
  }

  /**
   * Returns whether each user of the machine can read a file, or list a folder.
   *
   * @param path the file or folder
   * @return true if nothing keeps them from it; false if it does not exist, or the system knows no
   *     such permissions
   */
  public static boolean includeEverybody(Path path) {
    try {
      Path real = path.toRealPath();
      boolean open = isSet(real, PosixFilePermission.OTHERS_READ);
      for (Path parent = real.getParent(); open && parent != null; parent = parent.getParent()) {
        open = isSet(parent, PosixFilePermission.OTHERS_EXECUTE);
      }
      return open;
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static boolean isSet(Path path, PosixFilePermission permission) throws IOException {
    return Files.getPosixFilePermissions(path).contains(permission);
  }
}
