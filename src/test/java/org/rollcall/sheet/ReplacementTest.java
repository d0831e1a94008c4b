package org.rollcall.sheet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.TemporaryFailure;

class ReplacementTest {
  @TempDir Path folder;
  private Path target;

  @BeforeEach
  void writeOldFile() throws IOException {
    target = folder.resolve("7A.xlsx");
    Files.writeString(target, "old");
  }

  @Test
  void commit_newContent_replacesOldAndLeavesNothingElse() throws IOException {
    try (var replacement = replacement("new")) {
      assertThat(target).hasContent("old");
      replacement.commit();
    }

    assertThat(target).hasContent("new");
    assertThat(files()).containsExactly("7A.xlsx");
  }

  @Test
  void close_withoutCommit_leavesOldFileAlone() throws IOException {
    replacement("new").close();

    assertThat(target).hasContent("old");
    assertThat(files()).containsExactly("7A.xlsx");
  }

  @Test
  void new_folderIsAFile_isUnwritable() {
    Path inside = target.resolve("7A.xlsx");

    assertThatThrownBy(() -> new Replacement(inside, new byte[0]))
        .isInstanceOf(UnwritableSheet.class)
        .hasMessageContaining("Check that the folder is writable");
  }

  @Test
  void commit_targetIsAFolder_isInUse() throws IOException {
    Path held = folder.resolve("held.xlsx");
    Files.createDirectories(held.resolve("inside"));

    try (var replacement = new Replacement(held, new byte[0])) {
      assertThatThrownBy(replacement::commit).isInstanceOf(SheetInUse.class);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"~$7A.xlsx", ".~lock.7A.xlsx#"})
  void new_openInSpreadsheetProgram_isTemporaryFailure(String owner) throws IOException {
    Files.createFile(folder.resolve(owner));

    assertThatThrownBy(() -> replacement("new"))
        .isInstanceOf(SheetInUse.class)
        .isInstanceOf(TemporaryFailure.class)
        .hasMessageContaining(owner);
    assertThat(target).hasContent("old");
  }

  @Test
  void commit_openedMeanwhile_leavesOldFileAlone() throws IOException {
    try (var replacement = replacement("new")) {
      Files.createFile(folder.resolve("~$7A.xlsx"));

      assertThatThrownBy(replacement::commit).isInstanceOf(SheetInUse.class);
    }
    assertThat(target).hasContent("old");
  }

  @Test
  void new_leftOversOfACrash_areRemoved() throws IOException {
    Path left = Files.createFile(folder.resolve(".7A.xlsx.crashed.part"));
    Path ofAnother = Files.createFile(folder.resolve(".7B.xlsx.other.part"));

    replacement("new").close();

    assertThat(left).doesNotExist();
    assertThat(ofAnother).exists();
  }

  @Test
  void commit_oldFileForGroup_newFileIsForGroupToo() throws IOException {
    assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    var shared = PosixFilePermissions.fromString("rw-rw-r--");
    Files.setPosixFilePermissions(target, shared);

    try (var replacement = replacement("new")) {
      replacement.commit();
    }

    assertThat(Files.getPosixFilePermissions(target)).isEqualTo(shared);
  }

  private Replacement replacement(String content) {
    return new Replacement(target, content.getBytes(UTF_8));
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
