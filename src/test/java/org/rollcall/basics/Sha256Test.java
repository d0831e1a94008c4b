package org.rollcall.basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Sha256Test {
  /** From FIPS 180-2, appendix B.1. */
  private static final String OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir private Path folder;

  @Test
  void of_text_isThatOfTheStandard() {
    assertThat(Sha256.of("abc")).isEqualTo(OF_ABC);
  }

  @Test
  void of_textBeyondAscii_countsAsUtf8() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[] {(byte) 0xc3, (byte) 0xab});

    assertThat(Sha256.of("ë")).isEqualTo(Sha256.of(file));
  }

  @Test
  void of_file_isThatOfItsContent() throws IOException {
    assertThat(Sha256.of(Files.writeString(folder.resolve("file"), "abc"))).isEqualTo(OF_ABC);
  }

  @Test
  void of_largeFile_tellsHowFarItIs() throws IOException {
    int length = (1 << 20) + 7;
    Path file = Files.write(folder.resolve("file"), new byte[length]);
    List<Long> told = new ArrayList<>();

    Sha256.of(file, told::add);

    assertThat(told).isSorted().hasSizeGreaterThan(1).last().isEqualTo((long) length);
  }

  @Test
  void of_folder_fails() {
    assertThatIOException().isThrownBy(() -> Sha256.of(folder));
  }
}
