package org.rollcall.sheet;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rollcall.basics.AtomicFile;
import org.rollcall.basics.Readers;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;

/**
 * A new version of a file that is written aside and then replaces the old one, unless that is open
 * in another program. Without {@link #commit} nothing changes. Only one process at a time may
 * replace a sheet.
 */
public final class Replacement implements AutoCloseable {
  private final Path target;
  private final AtomicFile file;

  /**
   * Writes the new version aside, creating the folder if it is missing.
   *
   * @param target the file to replace
   * @param content the whole new content
   * @throws SheetInUse if the old file is open in a spreadsheet program
   * @throws UnwritableSheet if the file cannot be written to the folder or the disk
   */
  public Replacement(Path target, byte[] content) {
    this.target = target.toAbsolutePath();
    refuseIfOpen(target);
    try {
      // People open sheets themselves.
      Readers.GROUP.createFolders(this.target.getParent());
      this.file = new AtomicFile(this.target, Readers.GROUP);
    } catch (IOException e) {
      throw unwritable(e);
    }
    write(content);
  }

  private void write(byte[] content) {
    try {
      Files.write(file.aside(), content);
    } catch (IOException e) {
      close();
      throw unwritable(e);
    }
  }

  /** {@return the new version, until it is committed} */
  Path aside() {
    return file.aside();
  }

  /**
   * Replaces the old file by the new one.
   *
   * @throws SheetInUse if the old file has been opened in the meantime
   * @throws UnwritableSheet if the disk rejects the file
   */
  public void commit() {
    refuseIfOpen(target);
    try {
      file.commit();
    } catch (FileSystemException e) {
      // The folder has just accepted the new file, so it is the old one that cannot be replaced.
      throw new SheetInUse(Message.of(Reason.SHEET_HELD, target, e.getMessage()), e);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Deletes the new version if it was not committed. */
  @Override
  public void close() {
    file.close();
  }

  /** Refuses to replace a file that is open in a spreadsheet program. */
  static void refuseIfOpen(Path target) {
    String name = target.getFileName().toString();
    for (String owner : List.of("~$" + name, ".~lock." + name + "#")) {
      if (Files.exists(target.resolveSibling(owner))) {
        throw new SheetInUse(Message.of(Reason.SHEET_OPEN, target, owner));
      }
    }
  }

  private UnwritableSheet unwritable(IOException cause) {
    return new UnwritableSheet(Message.of(Reason.SHEET_UNWRITABLE, target, cause), cause);
  }
}
