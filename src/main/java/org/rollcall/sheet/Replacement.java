package org.rollcall.sheet;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.rollcall.basics.AtomicFile;

/**
 * A sheet that is written aside and takes the place of an older one, unless somebody has that open.
 * Without {@link #commit} nothing has happened. One process at a time may replace a sheet.
 */
public final class Replacement implements AutoCloseable {
  private final Path target;
  private final AtomicFile file;

  /**
   * Writes the new sheet aside, into a folder that is made if it is missing.
   *
   * @param target where the sheet belongs
   * @param content the whole file
   * @throws SheetInUse if the old sheet is open in a spreadsheet program
   * @throws UnwritableSheet if the folder or the disk does not take the file
   */
  public Replacement(Path target, byte[] content) {
    this.target = target.toAbsolutePath();
    refuseIfOpen();
    try {
      Files.createDirectories(this.target.getParent());
      this.file = new AtomicFile(this.target);
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

  /** {@return the new sheet, as long as it waits aside} */
  Path aside() {
    return file.aside();
  }

  /**
   * Puts the new sheet into its place.
   *
   * @throws SheetInUse if somebody has opened the old sheet meanwhile
   * @throws UnwritableSheet if the disk does not take the file
   */
  public void commit() {
    refuseIfOpen();
    try {
      file.commit();
    } catch (FileSystemException e) {
      // The folder has just taken the new file, so it is the old one that cannot go.
      throw new SheetInUse(
          "Cannot replace '%s': another program holds it (%s). Close it there."
              .formatted(target, e.getMessage()),
          e);
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Removes the new sheet if it was not put into its place. */
  @Override
  public void close() {
    file.close();
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
}
