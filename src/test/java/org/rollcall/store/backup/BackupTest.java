package org.rollcall.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.store.DatabaseKind;
import org.rollcall.store.EachDatabase;
import org.rollcall.store.FilledStore;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.db.StoreUnusable;
import org.rollcall.store.db.StudentRows;
import org.rollcall.store.db.Timeouts;
import org.rollcall.testing.TakesLong;
import org.rollcall.testing.UsesPostgres;

@TakesLong
class BackupTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-16T23:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private Path zip;

  @BeforeEach
  void name() {
    zip = folder.resolve("backup.zip");
  }

  private StoreAddress sqlite(String name) {
    return new StoreAddress.SqliteFile(folder.resolve(name).resolve("rollcall.db"));
  }

  private StoreAddress filled() {
    StoreAddress address = sqlite("filled");
    FilledStore.fill(address);
    return address;
  }

  private BackupSummary write(StoreAddress from) {
    return Backup.write(from, zip, "0.1.0", CLOCK);
  }

  @ParameterizedTest
  @CsvSource({"SQLITE, SQLITE", "SQLITE, POSTGRESQL", "POSTGRESQL, SQLITE"})
  @UsesPostgres
  void read_backupOfAFullDatabase_bringsEveryRowBack(DatabaseKind from, DatabaseKind into) {
    StoreAddress old = from.fresh(folder.resolve("old"));
    StoreAddress fresh = into.empty(folder.resolve("new"));
    FilledStore.fill(old);

    BackupSummary written = write(old);
    BackupSummary read = Restore.read(zip, fresh, false);

    Map<String, List<String>> rows = KeptRows.of(old);
    assertThat(rows).allSatisfy((table, found) -> assertThat(found).as(table).isNotEmpty());
    assertThat(KeptRows.of(fresh)).isEqualTo(rows);
    assertThat(read).isEqualTo(written);
    assertThat(read.made()).isEqualTo(CLOCK.instant());
    assertThat(read.rows()).isEqualTo(rows.values().stream().mapToLong(List::size).sum());
    assertThat(read.tables()).isEqualTo(rows.size()).isGreaterThan(10);
  }

  @ParameterizedTest
  @EachDatabase
  @TakesLong
  void write_whileAnotherWrites_holdsOneState(DatabaseKind kind) {
    StoreAddress address = kind.fresh(folder.resolve("old"));
    FilledStore.fill(address);
    Map<String, List<String>> before = KeptRows.of(address);
    try (Database other = Database.open(address)) {
      other.change(
          handle -> {
            StudentRows.ensure(handle, "9Z", "S9");
            write(address);
          });
    }
    StoreAddress restored = sqlite("restored");
    Restore.read(zip, restored, false);

    assertThat(KeptRows.of(restored)).isEqualTo(before);
  }

  @Test
  void write_onPosix_isForTheOwnerOnly() throws IOException {
    write(filled());

    if (zip.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(zip)))
          .isEqualTo("rw-------");
    }
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void write_fileIsThere_isRefusedAndLeavesIt() throws IOException {
    StoreAddress address = filled();
    Files.writeString(zip, "something else");

    assertThatThrownBy(() -> write(address))
        .isInstanceOf(UnwritableBackup.class)
        .hasMessage(
            "Cannot write the backup %s: there is already a file of that name. Choose another"
                + " name.",
            zip);
    assertThat(zip).hasContent("something else");
  }

  @Test
  void write_noSuchFolder_saysWhatToCheck() {
    StoreAddress address = filled();
    zip = folder.resolve("nowhere/backup.zip");

    assertThatThrownBy(() -> write(address))
        .isInstanceOf(UnwritableBackup.class)
        .hasMessageContaining("Check the free space and the permissions of its folder.");
  }

  @Test
  void write_restOfABrokenBackup_isReplaced() throws IOException {
    StoreAddress address = filled();
    Files.writeString(folder.resolve(".backup.zip.killed.part"), "half a backup");

    write(address);

    assertThat(folder).isDirectoryNotContaining("glob:**.part");
    Restore.read(zip, sqlite("new"), false);
  }

  @Test
  void write_diskFull_fails() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    Manifest head =
        new Manifest(Manifest.FORMAT, "0.1.0", CLOCK.instant().toString(), "1", List.of());
    try (Database database = Database.open(filled())) {
      assertThatThrownBy(() -> database.read(handle -> BackupWriter.write(handle, full, head)))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("No space left on device");
    }
  }

  @Test
  void write_noDatabase_saysSoAndMakesNone() {
    assertThatThrownBy(() -> write(sqlite("nowhere")))
        .isInstanceOf(StoreUnusable.class)
        .hasMessageContaining("Rollcall has not created it yet.");
    assertThat(folder.resolve("nowhere/rollcall.db")).doesNotExist();
    assertThat(zip).doesNotExist();
  }

  @ParameterizedTest
  @EachDatabase
  void read_databaseNotEmpty_isRefusedAndLeavesIt(DatabaseKind kind) {
    StoreAddress into = kind.fresh(folder.resolve("into"));
    write(filled());
    try (Database database = Database.open(into)) {
      database.change(handle -> StudentRows.ensure(handle, "9Z", "S9"));
    }
    Map<String, List<String>> before = KeptRows.of(into);

    assertThatThrownBy(() -> Restore.read(zip, into, false))
        .isInstanceOf(StoreUnusable.class)
        .hasMessageContaining("it is not empty (student has rows). Use --replace");
    assertThat(KeptRows.of(into)).isEqualTo(before);
  }

  @ParameterizedTest
  @EachDatabase
  void read_replacing_leavesWhatTheBackupHolds(DatabaseKind kind) {
    StoreAddress into = kind.fresh(folder.resolve("into"));
    StoreAddress old = filled();
    write(old);
    FilledStore.fill(into);
    try (Database database = Database.open(into)) {
      database.change(handle -> StudentRows.ensure(handle, "9Z", "S9"));
    }

    Restore.read(zip, into, true);

    assertThat(KeptRows.of(into)).isEqualTo(KeptRows.of(old));
  }

  @ParameterizedTest
  @EachDatabase
  void read_failingHalfWay_leavesTheDatabaseAsItWas(DatabaseKind kind) {
    StoreAddress into = kind.fresh(folder.resolve("into"));
    write(filled());
    try (Database database = Database.open(into)) {
      database.change(handle -> StudentRows.ensure(handle, "9Z", "S9"));
      kind.refuse(database, "verdict", "position = 1");
    }
    Map<String, List<String>> before = KeptRows.of(into);

    assertThatThrownBy(() -> Restore.read(zip, into, true))
        .isInstanceOf(IllegalStateException.class);
    assertThat(KeptRows.of(into)).isEqualTo(before);
  }

  @Test
  void read_olderBackup_isBroughtUpToDate() {
    StoreAddress old = sqlite("old");
    try (Database database = Database.openAt(old, Timeouts.USUAL, "1")) {
      database.change(handle -> StudentRows.ensure(handle, "7A", "S1"));
    }
    write(old);
    StoreAddress into = sqlite("into");

    Restore.read(zip, into, false);

    assertThat(KeptRows.of(old)).doesNotContainKey("unknown_person");
    assertThat(KeptRows.of(into))
        .containsEntry("student", List.of("7A|S1|null|null|null"))
        .containsEntry("unknown_person", List.of());
  }

  @Test
  void read_newerBackup_isRefused() throws IOException {
    write(filled());
    edit(
        "manifest.json", text -> text.replaceFirst("\"schema\" : \"\\d+\"", "\"schema\" : \"99\""));

    assertThatThrownBy(() -> Restore.read(zip, sqlite("into"), false))
        .isInstanceOf(UnreadableBackup.class)
        .hasMessageContaining("with tables of version 99")
        .hasMessageEndingWith("Install the newer one.");
  }

  @Test
  void read_changedRow_isRefusedBeforeAnythingIsChanged() throws IOException {
    write(filled());
    edit("tables/student.jsonl", text -> text.replace("Ada", "Eve"));
    StoreAddress into = sqlite("into");

    assertThatThrownBy(() -> Restore.read(zip, into, false))
        .isInstanceOf(UnreadableBackup.class)
        .hasMessageContaining("the hash of tables/student.jsonl is")
        .hasMessageContaining("or is damaged. Use another.");
    assertThat(folder.resolve("into")).doesNotExist();
  }

  @Test
  void read_otherForm_isRefused() throws IOException {
    write(filled());
    edit("manifest.json", text -> text.replace("rollcall-backup-1", "rollcall-backup-2"));

    assertThatThrownBy(() -> Restore.read(zip, sqlite("into"), false))
        .isInstanceOf(UnreadableBackup.class)
        .hasMessageContaining("its format is 'rollcall-backup-2', expected 'rollcall-backup-1'");
  }

  @Test
  void read_missingTable_isRefused() throws IOException {
    write(filled());
    try (FileSystem inside = inside()) {
      Files.delete(inside.getPath("tables/student.jsonl"));
    }

    assertThatThrownBy(() -> Restore.read(zip, sqlite("into"), false))
        .isInstanceOf(UnreadableBackup.class)
        .hasMessageContaining("it has no tables/student.jsonl");
  }

  @ParameterizedTest
  @CsvSource({"0", "0.3", "0.9", "0.999"})
  void read_cutOffFile_isRefused(double share) throws IOException {
    write(filled());
    byte[] whole = Files.readAllBytes(zip);
    Files.write(zip, Arrays.copyOf(whole, (int) (whole.length * share)));

    assertThatThrownBy(() -> Restore.read(zip, sqlite("into"), false))
        .isInstanceOf(UnreadableBackup.class)
        .hasMessageContaining("it is not a ZIP file, or is damaged");
  }

  @Test
  void read_noSuchFile_saysWhatToCheck() {
    assertThatThrownBy(() -> Restore.read(zip, sqlite("into"), false))
        .isInstanceOf(UnreadableBackup.class)
        .hasMessageStartingWith("There is no backup " + zip);
  }

  private FileSystem inside() throws IOException {
    return FileSystems.newFileSystem(URI.create("jar:" + zip.toUri()), Map.of());
  }

  private void edit(String entry, UnaryOperator<String> change) throws IOException {
    try (FileSystem inside = inside()) {
      Path path = inside.getPath(entry);
      Files.writeString(path, change.apply(Files.readString(path)));
    }
  }
}
