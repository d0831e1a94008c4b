package org.rollcall.basics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ReadersTest {
  @TempDir Path folder;

  /** Everybody may enter the folder of this test. */
  @BeforeEach
  void open() throws IOException {
    set(folder, "rwxr-xr-x");
  }

  private static void set(Path path, String permissions) throws IOException {
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  @Test
  void createFolders_missingOnes_areForTheReadersOnly() throws IOException {
    Path own = Readers.OWNER.createFolders(folder.resolve("output/logs"));
    Path shared = Readers.GROUP.createFolders(folder.resolve("attendance/7A"));

    assertThat(permissions(own)).isEqualTo("rwx------");
    assertThat(permissions(own.getParent())).isEqualTo("rwx------");
    assertThat(permissions(shared)).startsWith("rwx").endsWith("---");
    assertThat(permissions(shared.getParent())).endsWith("---");
  }

  @Test
  void createFolders_thereAlready_leavesThem() throws IOException {
    Readers.OWNER.createFolders(folder);

    assertThat(permissions(folder)).isEqualTo("rwxr-xr-x");
  }

  @Test
  void limit_openTree_closesIt() throws IOException {
    Path below = Files.createDirectories(folder.resolve("7A/evidence"));
    Path picture = Files.writeString(below.resolve("S1.jpg"), "x");
    set(picture, "rw-rw-r--");

    Readers.GROUP.limit(picture);
    assertThat(permissions(picture)).isEqualTo("rw-rw----");

    Readers.OWNER.limitAll(folder);
    assertThat(permissions(picture)).isEqualTo("rw-------");
    assertThat(permissions(below)).isEqualTo("rwx------");
    assertThat(permissions(folder)).isEqualTo("rwx------");
  }

  @Test
  void limit_nothingThere_doesNothing() {
    Readers.OWNER.limit(folder.resolve("nothing"));

    assertThat(folder.resolve("nothing")).doesNotExist();
  }

  @Test
  void includeEverybody_closedFolderAbove_isFalse() throws IOException {
    Path file = Files.writeString(Files.createDirectory(folder.resolve("output")).resolve("a"), "");
    set(file.getParent(), "rwxr-xr-x");
    set(file, "rw-r--r--");
    assertThat(Readers.includeEverybody(file)).isTrue();

    set(file.getParent(), "rwxr-x---");
    assertThat(Readers.includeEverybody(file)).isFalse();
    assertThat(Readers.includeEverybody(file.getParent())).isFalse();
    assertThat(Readers.includeEverybody(folder.resolve("nothing"))).isFalse();
  }

  @Test
  void atomicFile_new_isForItsOwner() throws IOException {
    Path file = folder.resolve("roster.csv");
    AtomicFile.write(file, "id,name");
    assertThat(permissions(file)).isEqualTo("rw-------");

    set(file, "rw-rw-r--");
    AtomicFile.write(file, "id,name,email");
    assertThat(permissions(file)).as("as somebody has set it").isEqualTo("rw-rw-r--");
  }

  @Test
  void atomicFile_forTheGroup_isClosedToOthers() throws IOException {
    Path file = folder.resolve("sheet.xlsx");
    try (AtomicFile sheet = new AtomicFile(file, Readers.GROUP)) {
      Files.writeString(sheet.aside(), "x");
      set(sheet.aside(), "rw-r--r--");
      sheet.commit();
    }

    assertThat(permissions(file)).isEqualTo("rw-r-----");
  }
}
