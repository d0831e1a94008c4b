package org.rollcall.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.TemporaryFailure;

class ContentHashTest {
  @TempDir private Path folder;

  @Test
  void sha256_knownText_givesThePublishedHash() throws IOException {
    Path file = Files.writeString(folder.resolve("abc"), "abc");

    assertThat(ContentHash.sha256(file, bytes -> {}))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void sha256_emptyFile_tellsNoProgress() throws IOException {
    Path file = Files.createFile(folder.resolve("empty"));
    List<Long> progress = new ArrayList<>();

    assertThat(ContentHash.sha256(file, progress::add))
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assertThat(progress).isEmpty();
  }

  @Test
  void sha256_severalPieces_tellsRisingProgressToTheEnd() throws IOException {
    Path file = Files.write(folder.resolve("big"), new byte[2_500_000]);
    List<Long> progress = new ArrayList<>();

    ContentHash.sha256(file, progress::add);

    assertThat(progress).isSorted().hasSizeGreaterThan(1).endsWith(2_500_000L);
  }

  @Test
  void sha256_missingFile_isTemporary() {
    assertThatExceptionOfType(TemporaryFailure.class)
        .isThrownBy(() -> ContentHash.sha256(folder.resolve("gone"), bytes -> {}))
        .withMessageContaining("it does not exist");
  }

  @Test
  void sha256_folder_isTemporary() {
    assertThatExceptionOfType(TemporaryFailure.class)
        .isThrownBy(() -> ContentHash.sha256(folder, bytes -> {}));
  }
}
