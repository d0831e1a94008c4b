package org.rollcall.sheet;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that is written aside and takes the place of an older one in one step. Whoever looks sees
 * the old file or the new one, never a part. Without {@link #commit} nothing has happened. One
 * process at a time may replace a file.
 */
final class Replacement implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Replacement.class);
  private static final String SUFFIX = ".part";

  private final Path target;
  private final Path aside;

  /**
   * Writes the new file aside, all the way to the disk.
   *
   * @throws SheetInUse if the old file is open in a spreadsheet program
   * @throws UnwritableSheet if the folder or the disk does not take the file
   */
  Replacement(Path target, byte[] content) {
    this.target = target.toAbsolutePath();
    this.aside = this.target.resolveSibling(prefix() + UUID.randomUUID() + SUFFIX);
    refuseIfOpen();
    try {
      Files.createDirectories(this.target.getParent());
      removeAbandoned();
      writeAside(content);
    } catch (IOException e) {
      close();
      throw unwritable(e);
    }
  }

  /** {@return the new file, as long as it waits aside} */
  Path aside() {
    return aside;
  }

  /**
   * Puts the new file into its place.
   *
   * @throws SheetInUse if somebody has opened the old file meanwhile
   */
  void commit() {
    refuseIfOpen();
    try {
      keepPermissions();
      Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      // The folder has just taken the new file, so it is the old one that cannot go.
      throw new SheetInUse(
          "Cannot replace '%s': another program holds it (%s). Close it there."
              .formatted(target, e.getMessage()),
          e);
    } catch (IOException e) {
      throw unwritable(e);
    }
    flushFolder();
  }

  /** Removes the new file if it was not put into its place. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(aside);
    } catch (IOException e) {
      LOG.debug("'{}' stays; a later writer removes it", aside, e);
    }
  }

  private void refuseIfOpen() {
    String name = target.getFileName().toString();
    for (String owner : List.of("~$" + name, ".~lock." + name + "#")) {
      if (Files.exists(target.resolveSibling(owner))) {
        throw new SheetInUse(
            ("Cannot replace '%s': it is open in a spreadsheet program, whose file '%s' lies beside"
                    + " it. Close it there; if nobody has it open, delete that file.")
                .formatted(target, owner));
      }
    }
  }

  private UnwritableSheet unwritable(IOException cause) {
    return new UnwritableSheet(
        "Cannot write '%s': %s. Check that the folder may be written to and the disk has space."
            .formatted(target, cause),
        cause);
  }

  private void writeAside(byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(aside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer rest = ByteBuffer.wrap(content);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  // A teacher who could edit the old file must be able to edit the new one.
  private void keepPermissions() throws IOException {
    var view = Files.getFileAttributeView(aside, PosixFileAttributeView.class);
    if (view != null && Files.exists(target)) {
      view.setPermissions(Files.getPosixFilePermissions(target));
    }
  }

  /** Only one process at a time writes a sheet, so what lies there was left when one was killed. */
  private void removeAbandoned() throws IOException {
    try (DirectoryStream<Path> files =
        Files.newDirectoryStream(target.getParent(), this::isAside)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
    }
  }

  private boolean isAside(Path file) {
    String name = file.getFileName().toString();
    return name.startsWith(prefix()) && name.endsWith(SUFFIX);
  }

  private String prefix() {
    return "." + target.getFileName() + ".";
  }

  // Not every system lets a folder be opened; there the rename lasts without it.
  private void flushFolder() {
    try (FileChannel folder = FileChannel.open(target.getParent())) {
      folder.force(true);
    } catch (IOException e) {
      return;
    }
  }
}
