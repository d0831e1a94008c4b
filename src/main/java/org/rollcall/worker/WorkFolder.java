package org.rollcall.worker;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.rollcall.basics.FileTree;
import org.rollcall.basics.Readers;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.school.Home;
import org.rollcall.store.ledger.Owner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder for temporary files of one process, left behind if the process is killed. Its name
 * identifies the owner, so that other processes can recognise leftovers.
 *
 * @param path the folder
 */
public record WorkFolder(Path path) implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkFolder.class);
  private static final String SEPARATOR = "@";

  /** What earlier versions left when they were killed while a file was sent. */
  private static final String FORMER_UPLOADS = "uploads";

  /**
   * Makes a folder of this process.
   *
   * @param home the installation
   * @return the empty folder, which the caller closes
   * @throws TemporaryFailure if it cannot be made
   */
  public static WorkFolder make(Home home) {
    String owner = Owner.self().toString().replace("/", SEPARATOR);
    Path folder = home.work().resolve(owner + SEPARATOR + UUID.randomUUID());
    try {
      Readers.OWNER.createFolders(home.logs());
      return new WorkFolder(Readers.OWNER.createFolders(folder));
    } catch (IOException e) {
      throw new TemporaryFailure(
          "Cannot create the folder %s: %s. Check the free space and the permissions of the folder."
              .formatted(folder, e),
          e);
    }
  }

  /**
   * Deletes the folders of processes on this machine that no longer exist.
   *
   * @param home the installation
   */
  public static void tidyUp(Home home) {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(home.work())) {
      for (Path folder : folders) {
        deleteIfLeft(folder);
      }
    } catch (NoSuchFileException e) {
      // No worker has run here yet.
    } catch (IOException e) {
      LOG.warn("Cannot clean up {}: {}", home.relative(home.work()), e.toString());
    }
  }

  private static boolean isLeft(String name) {
    if (name.equals(FORMER_UPLOADS)) {
      return true;
    }
    List<String> parts = List.of(name.split(SEPARATOR, -1));
    try {
      return parts.size() == 4 && Owner.parse(String.join("/", parts.subList(0, 3))).isGone();
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static void deleteIfLeft(Path folder) {
    if (isLeft(folder.getFileName().toString())) {
      delete(folder);
    }
  }

  private static void delete(Path folder) {
    try {
      FileTree.delete(folder);
    } catch (IOException e) {
      LOG.warn("Cannot delete {}: {}", folder.getFileName(), e.toString());
    }
  }

  /** Deletes the folder with everything in it. */
  @Override
  public void close() {
    delete(path);
  }
}
