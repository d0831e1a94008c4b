package org.rollcall.basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.testing.UsesProcesses;

class AtomicFileTest {
  @TempDir private Path folder;
  private Path target;

  @BeforeEach
  void writeOldFile() throws IOException {
    target = Files.writeString(folder.resolve("roster.csv"), "old");
  }

  @Test
  void write_overAnOldFile_replacesItAndLeavesNothingElse() throws IOException {
    AtomicFile.write(target, "Zoë");

    assertThat(target).hasContent("Zoë");
    assertThat(files()).containsExactly("roster.csv");
  }

  @Test
  void write_noOldFile_makesOne() throws IOException {
    AtomicFile.write(folder.resolve("new.csv"), new byte[] {1, 2});

    assertThat(folder.resolve("new.csv")).hasBinaryContent(new byte[] {1, 2});
  }

  @Test
  void write_targetIsAFolder_failsAndLeavesItAlone() throws IOException {
    Path inside = Files.createDirectories(folder.resolve("taken/inside"));

    assertThatExceptionOfType(FileSystemException.class)
        .isThrownBy(() -> AtomicFile.write(folder.resolve("taken"), "new"));
    assertThat(inside).isDirectory();
    assertThat(files()).containsExactlyInAnyOrder("roster.csv", "taken");
  }

  @Test
  void write_folderOfNobody_fails() {
    assertThatIOException()
        .isThrownBy(() -> AtomicFile.write(folder.resolve("nowhere/a.csv"), "new"));
  }

  @Test
  void write_folderIsAFile_fails() {
    assertThatIOException().isThrownBy(() -> AtomicFile.write(target.resolve("a.csv"), "new"));
    assertThat(target).hasContent("old");
  }

  @Test
  void write_folderMayNotBeWrittenTo_leavesTheOldFile() throws IOException {
    assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeThat(Files.isWritable(folder)).as("root may write everywhere").isFalse();

      assertThatIOException().isThrownBy(() -> AtomicFile.write(target, "new"));
      assertThat(target).hasContent("old");
    } finally {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  @UsesProcesses
  void write_diskFillsUp_leavesTheOldFileAndNothingElse() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString());
    assumeThat(mounted).as("only root makes a small disk").isTrue();
    try {
      Path file = Files.writeString(disk.resolve("a.csv"), "old");

      assertThatIOException().isThrownBy(() -> AtomicFile.write(file, new byte[128 * 1024]));
      assertThat(file).hasContent("old");
      assertThat(disk).isDirectoryNotContaining("glob:**.part");
    } finally {
      run("umount", "-l", disk.toString());
    }
  }

  @Test
  void close_afterHalfTheContent_leavesTheOldFileAlone() throws IOException {
    try (AtomicFile file = new AtomicFile(target)) {
      Files.writeString(file.aside(), "ne");
    }

    assertThat(target).hasContent("old");
    assertThat(files()).containsExactly("roster.csv");
  }

  @Test
  void commit_beforeIt_theOldFileIsThere() throws IOException {
    try (AtomicFile file = new AtomicFile(target)) {
      Files.writeString(file.aside(), "new");
      assertThat(target).hasContent("old");

      file.commit();
      assertThat(target).hasContent("new");
    }
  }

  @Test
  void commit_nothingWritten_leavesTheOldFile() throws IOException {
    try (AtomicFile file = new AtomicFile(target)) {
      assertThatIOException().isThrownBy(file::commit);
    }
    assertThat(target).hasContent("old");
  }

  @Test
  void commit_oldFileForTheGroup_newFileIsForTheGroupToo() throws IOException {
    assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
    var shared = PosixFilePermissions.fromString("rw-rw-r--");
    Files.setPosixFilePermissions(target, shared);

    AtomicFile.write(target, "new");

    assertThat(Files.getPosixFilePermissions(target)).isEqualTo(shared);
  }

  @Test
  void commitNew_fileAppearedMeanwhile_leavesIt() throws IOException {
    try (AtomicFile file = new AtomicFile(target)) {
      Files.writeString(file.aside(), "new");

      assertThatExceptionOfType(FileAlreadyExistsException.class).isThrownBy(file::commitNew);
    }
    assertThat(target).hasContent("old");
    assertThat(files()).containsExactly("roster.csv");
  }

  @Test
  void commitNew_nothingThere_putsItThere() throws IOException {
    try (AtomicFile file = new AtomicFile(folder.resolve("new.csv"))) {
      Files.writeString(file.aside(), "new");
      file.commitNew();
    }

    assertThat(folder.resolve("new.csv")).hasContent("new");
  }

  @Test
  void new_afterAKilledProcess_removesWhatItLeftOfTheSameFileOnly() throws IOException {
    AtomicFile killed = new AtomicFile(target);
    Files.writeString(killed.aside(), "half");
    Path another = Files.createFile(folder.resolve(".roster.csv.bak.123-4.part"));

    assertThat(target).hasContent("old");
    AtomicFile.write(target, "new");

    assertThat(killed.aside()).doesNotExist();
    assertThat(another).exists();
    assertThat(target).hasContent("new");
  }

  @Test
  void write_longestName_fits() throws IOException {
    Path longest = folder.resolve("é".repeat(125) + "n.mp4");

    AtomicFile.write(longest, "old");
    AtomicFile.write(longest, "new");

    assertThat(longest).hasContent("new");
  }

  @Test
  void aside_beforeTheCommit_isHiddenAndBesideTheFile() throws IOException {
    try (AtomicFile file = new AtomicFile(target)) {
      assertThat(file.aside()).hasParentRaw(folder).doesNotExist();
      assertThat(file.aside().getFileName().toString()).startsWith(".");
    }
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static boolean run(String... command) throws Exception {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
  }
}
