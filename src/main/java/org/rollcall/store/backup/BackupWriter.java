package org.rollcall.store.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jdbi.v3.core.Handle;
import org.rollcall.basics.Sha256;
import org.rollcall.store.backup.BackupTable.KeyKind;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the tables of a database to a ZIP file, row by row, as seen by one transaction. */
final class BackupWriter {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int ROWS_AT_ONCE = 100;

  private final Handle handle;
  private final ZipOutputStream zip;

  private BackupWriter(Handle handle, OutputStream out) {
    this.handle = handle;
    this.zip = new ZipOutputStream(new BufferedOutputStream(out));
  }

  /**
   * Writes a backup.
   *
   * @param handle a handle inside a transaction
   * @param out receives the file; it stays open
   * @param head the manifest without tables; any tables in it are ignored
   * @return the complete manifest
   * @throws UncheckedIOException if the backup cannot be written
   */
  static Manifest write(Handle handle, OutputStream out, Manifest head) {
    BackupWriter writer = new BackupWriter(handle, out);
    try {
      List<Manifest.TableDigest> parts = new ArrayList<>();
      for (BackupTable table : BackupTables.of(handle)) {
        parts.add(writer.writeTable(table));
      }
      Manifest manifest =
          new Manifest(head.format(), head.rollcall(), head.made(), head.schema(), parts);
      writer.writeManifest(manifest);
      return manifest;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Manifest.TableDigest writeTable(BackupTable table) throws IOException {
    zip.putNextEntry(new ZipEntry(Manifest.entry(table.name())));
    DigestOutputStream entry = new DigestOutputStream(zip, Sha256.newDigest());
    List<KeyKind> kinds = List.copyOf(table.columns().values());
    long[] rows = {0};
    handle
        .createQuery(table.select())
        .setFetchSize(ROWS_AT_ONCE)
        .map((row, context) -> values(row, kinds))
        .forEach(
            values -> {
              writeRow(values, entry);
              rows[0]++;
            });
    zip.closeEntry();
    String hash = Sha256.hex(entry.getMessageDigest().digest());
    return new Manifest.TableDigest(table.name(), table.columns(), rows[0], hash);
  }

  private static List<Object> values(ResultSet row, List<KeyKind> kinds) throws SQLException {
    List<Object> values = new ArrayList<>();
    for (int i = 0; i < kinds.size(); i++) {
      Object value = kinds.get(i).read(row, i + 1);
      values.add(row.wasNull() ? null : value);
    }
    return values;
  }

  private static void writeRow(List<Object> values, OutputStream out) {
    try {
      out.write(JSON.writeValueAsBytes(values));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writeManifest(Manifest manifest) throws IOException {
    zip.putNextEntry(new ZipEntry(Manifest.ENTRY));
    zip.write(JSON.writer().with(SerializationFeature.INDENT_OUTPUT).writeValueAsBytes(manifest));
    zip.closeEntry();
    zip.finish();
    zip.flush();
  }
}
