package org.rollcall.store.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.basics.Sha256;
import org.rollcall.store.backup.BackupTable.KeyKind;
import org.rollcall.store.db.Database;
import org.rollcall.store.db.StoreAddress;
import org.rollcall.store.db.StudentRows;
import org.rollcall.testing.TakesLong;

/** Backups that were changed with care: what a checksum alone does not find. */
@TakesLong
class BackupReaderTest {
  private static final String STUDENTS = "tables/student.jsonl";

  @TempDir Path folder;
  private Path zip;

  @BeforeEach
  void name() {
    zip = folder.resolve("backup.zip");
  }

  private StoreAddress sqlite(String name) {
    return new StoreAddress.SqliteFile(folder.resolve(name).resolve("rollcall.db"));
  }

  private void backUp(int students) {
    StoreAddress from = sqlite("from");
    try (Database database = Database.open(from)) {
      database.change(
          handle ->
              IntStream.range(0, students)
                  .forEach(number -> StudentRows.ensure(handle, "7A", "s" + number)));
    }
    Backup.write(from, zip, "0.1.0", Clock.systemUTC());
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

  /** Changes the students, and the hash in the manifest with them. */
  private void editStudents(UnaryOperator<String> change) throws IOException {
    try (FileSystem inside = inside()) {
      Path path = inside.getPath(STUDENTS);
      String before = Files.readString(path);
      String after = change.apply(before);
      Files.writeString(path, after);
      Path manifest = inside.getPath("manifest.json");
      Files.writeString(
          manifest, Files.readString(manifest).replace(Sha256.of(before), Sha256.of(after)));
    }
  }

  private void assertUnreadable(String... words) {
    StoreAddress into = sqlite("into");
    assertThatThrownBy(() -> Restore.read(zip, into, false))
        .isInstanceOf(UnreadableBackup.class)
        .hasMessageStartingWith("Cannot use " + zip)
        .hasMessageContainingAll(words)
        .hasMessageEndingWith("Use another.");
  }

  @ParameterizedTest
  @CsvSource({"0", "1", "99", "100", "101", "250"})
  void fill_anyNumberOfRows_bringsAllBack(int students) {
    backUp(students);

    Restore.read(zip, sqlite("into"), false);

    assertThat(KeptRows.of(sqlite("into")).get("student")).hasSize(students);
  }

  @Test
  void open_noManifest_isRefused() throws IOException {
    backUp(1);
    try (FileSystem inside = inside()) {
      Files.delete(inside.getPath("manifest.json"));
    }

    assertUnreadable("it has no manifest.json");
  }

  @Test
  void open_manifestThatIsNone_isRefused() throws IOException {
    backUp(1);
    edit("manifest.json", text -> "[]");

    assertUnreadable("is damaged");
  }

  @Test
  void fill_rowOfTooFewValues_isRefusedAndLeavesNothing() throws IOException {
    backUp(2);
    editStudents(rows -> rows.replaceFirst(",null\\]", "]"));

    assertUnreadable(STUDENTS + " cannot be read", "a row of 4 values, expected 5");
    assertThat(KeptRows.of(sqlite("into")).get("student")).isEmpty();
  }

  @Test
  void fill_rowThatIsNoJson_isRefusedAndLeavesNothing() throws IOException {
    backUp(2);
    editStudents(rows -> rows + "nonsense\n");

    assertUnreadable(STUDENTS + " cannot be read");
    assertThat(KeptRows.of(sqlite("into")).get("student")).isEmpty();
  }

  @Test
  void read_tablesOfAnotherProgram_areRefused() throws IOException {
    backUp(1);
    edit("manifest.json", text -> text.replace("\"email\"", "\"telephone\""));

    assertUnreadable("its tables are not those of version");
    assertThat(KeptRows.of(sqlite("into")).get("student")).isEmpty();
  }

  @Test
  void close_backup_lastsNoLonger() {
    backUp(1);
    BackupReader reader = BackupReader.open(zip);
    assertThatCode(reader::check).doesNotThrowAnyException();

    reader.close();

    assertThatIllegalStateException().isThrownBy(reader::check);
  }

  @ParameterizedTest
  @CsvSource({
    "TEXT, TEXT",
    "varchar, TEXT",
    "INTEGER, WHOLE_NUMBER",
    "bigint, WHOLE_NUMBER",
    "int4, WHOLE_NUMBER",
    "int8, WHOLE_NUMBER",
    "DOUBLE PRECISION, NUMBER",
    "double, NUMBER",
    "float8, NUMBER",
    "boolean, TRUTH",
    "bool, TRUTH",
    "BYTEA, BYTES"
  })
  void ofType_namesOfBothDatabases_areOneKind(String type, KeyKind kind) {
    assertThat(KeyKind.ofType(type)).isEqualTo(kind);
  }

  @Test
  void ofType_unknown_isAFault() {
    assertThatIllegalStateException()
        .isThrownBy(() -> KeyKind.ofType("inet"))
        .withMessage("No backup of columns of type inet");
  }
}
