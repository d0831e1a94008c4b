package org.rollcall.store.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.rollcall.basics.Sha256;
import org.rollcall.store.backup.BackupTable.KeyKind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An open backup. Its manifest has been read, its entries are not checked yet. */
final class BackupReader implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final int ROWS_AT_ONCE = 100;

  /** Reads one entry. */
  private interface BackupContentReader {
    void read(InputStream in) throws IOException;
  }

  private final Path file;
  private final ZipFile zip;
  private final Manifest manifest;

  private BackupReader(Path file, ZipFile zip) throws IOException {
    this.file = file;
    this.zip = zip;
    this.manifest = manifest(file, zip);
  }

  /**
   * Opens a backup.
   *
   * @throws UnreadableBackup if the file does not exist or is not a backup
   */
  static BackupReader open(Path file) {
    if (Files.notExists(file)) {
      throw new UnreadableBackup(
          "There is no backup %s. Check its name, and that its disk is connected.".formatted(file));
    }
    try {
      ZipFile zip = new ZipFile(file.toFile());
      try {
        return new BackupReader(file, zip);
      } catch (IOException | RuntimeException e) {
        zip.close();
        throw e;
      }
    } catch (IOException | JacksonException e) {
      throw damaged(file, "it is not a ZIP file, or is damaged (%s)".formatted(e), e);
    }
  }

  Manifest manifest() {
    return manifest;
  }

  /**
   * Reads all entries and compares them with the manifest.
   *
   * @throws UnreadableBackup if anything is missing or differs
   */
  void check() {
    for (Manifest.TableDigest part : manifest.tables()) {
      reading(part, in -> checkHash(part, in));
    }
  }

  /**
   * Inserts all rows into the tables of a database, which must be empty.
   *
   * @param handle a handle inside a transaction
   * @throws UnreadableBackup if the rows do not match the tables
   */
  void fill(Handle handle) {
    for (Manifest.TableDigest part : manifest.tables()) {
      reading(part, in -> fill(handle, part.table(), in));
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw damaged(file, "it cannot be closed (%s)".formatted(e), e);
    }
  }

  private static Manifest manifest(Path file, ZipFile zip) throws IOException {
    ZipEntry entry = zip.getEntry(Manifest.ENTRY);
    if (entry == null) {
      throw damaged(file, "it has no " + Manifest.ENTRY, null);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      Manifest manifest = JSON.readValue(in, Manifest.class);
      if (!Manifest.FORMAT.equals(manifest.format())) {
        throw damaged(
            file,
            "its format is '%s', expected '%s'".formatted(manifest.format(), Manifest.FORMAT),
            null);
      }
      return manifest;
    }
  }

  private void reading(Manifest.TableDigest part, BackupContentReader reading) {
    ZipEntry entry = zip.getEntry(part.entry());
    if (entry == null) {
      throw damaged(file, "it has no " + part.entry(), null);
    }
    try (InputStream in = new BufferedInputStream(zip.getInputStream(entry))) {
      reading.read(in);
    } catch (IOException | JacksonException e) {
      throw damaged(file, "%s cannot be read (%s)".formatted(part.entry(), e), e);
    }
  }

  private void checkHash(Manifest.TableDigest part, InputStream in) throws IOException {
    DigestInputStream digested = new DigestInputStream(in, Sha256.newDigest());
    digested.transferTo(OutputStream.nullOutputStream());
    String hash = Sha256.hex(digested.getMessageDigest().digest());
    if (!hash.equals(part.sha256())) {
      throw damaged(
          file,
          "the hash of %s is %s, expected %s".formatted(part.entry(), hash, part.sha256()),
          null);
    }
  }

  private static void fill(Handle handle, BackupTable table, InputStream in) throws IOException {
    List<KeyKind> kinds = List.copyOf(table.columns().values());
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8));
    try (PreparedBatch batch = handle.prepareBatch(table.insert())) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        add(batch, JSON.readTree(line), kinds);
      }
      batch.execute();
    }
  }

  /** Adds a row to the batch, which is executed once it is full. */
  private static void add(PreparedBatch batch, JsonNode row, List<KeyKind> kinds)
      throws IOException {
    if (row.size() != kinds.size()) {
      throw new IOException("a row of %d values, expected %d".formatted(row.size(), kinds.size()));
    }
    for (int i = 0; i < kinds.size(); i++) {
      KeyKind kind = kinds.get(i);
      JsonNode node = row.get(i);
      batch.bindBySqlType(i, node.isNull() ? null : kind.parse(node), kind.sqlType());
    }
    batch.add();
    if (batch.size() == ROWS_AT_ONCE) {
      batch.execute();
    }
  }

  private static UnreadableBackup damaged(Path file, String why, Exception cause) {
    return new UnreadableBackup(
        "Cannot use %s: %s. It is not a Rollcall backup, or is damaged. Use another."
            .formatted(file, why),
        cause);
  }
}
