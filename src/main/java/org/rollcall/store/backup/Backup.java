package org.rollcall.store.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.rollcall.basics.AtomicFile;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.db.StoreUnavailable;
import org.rollcall.store.db.StoreUnusable;
import org.rollcall.store.db.Timeouts;

/**
 * Writes backups of a database: one file with all rows as of one moment, from which either kind of
 * database can be restored. Only the owner of the file may read it, because it holds templates of
 * faces.
 */
public final class Backup {
  private Backup() {}

  /**
   * Writes a backup. Others may use the database meanwhile. The file appears under its name only
   * once it is complete on the disk and has been read back.
   *
   * @param from the database
   * @param file the file, which must not exist yet
   * @param version the version of this Rollcall
   * @param clock source of the current time
   * @return what the backup holds
   * @throws UnwritableBackup if the file exists, or cannot be written to its folder or disk
   * @throws StoreUnusable if there is no database, or it cannot be used
   * @throws StoreUnavailable if the database does not answer
   */
  public static BackupSummary write(StoreAddress from, Path file, String version, Clock clock) {
    if (Files.exists(file)) {
      throw exists(file, null);
    }
    try (Database database = Database.openAsIs(from, Timeouts.LONG);
        AtomicFile backup = new AtomicFile(file)) {
      Path part = backup.aside();
      Manifest head =
          new Manifest(
              Manifest.FORMAT,
              version,
              clock.instant().toString(),
              database.schema().version(),
              List.of());
      Manifest manifest =
          database.read(handle -> write(part, out -> BackupWriter.write(handle, out, head)));
      check(part);
      backup.commitNew();
      return BackupSummary.of(manifest);
    } catch (FileAlreadyExistsException e) {
      throw exists(file, e);
    } catch (IOException e) {
      throw unwritable(file, e);
    } catch (UncheckedIOException e) {
      throw unwritable(file, e.getCause());
    }
  }

  /** Writes the content of a backup to a stream. */
  interface BackupContent {
    Manifest writeTo(OutputStream out);
  }

  private static Manifest write(Path part, BackupContent content) {
    try (FileChannel channel =
        FileChannel.open(
            part,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            forOwnerOnly(part))) {
      return content.writeTo(Channels.newOutputStream(channel));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(Path part) {
    try (BackupReader written = BackupReader.open(part)) {
      written.check();
    }
  }

  static FileAttribute<?>[] forOwnerOnly(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  private static UnwritableBackup exists(Path file, Exception cause) {
    return new UnwritableBackup(
        "Cannot write the backup %s: there is already a file of that name. Choose another name."
            .formatted(file),
        cause);
  }

  private static UnwritableBackup unwritable(Path file, Exception cause) {
    return new UnwritableBackup(
        "Cannot write the backup %s: %s. Check the free space and the permissions of its folder."
            .formatted(file, cause),
        cause);
  }
}
