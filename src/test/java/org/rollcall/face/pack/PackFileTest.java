package org.rollcall.face.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackFileTest {
  /** SHA-256 of "abc", from FIPS 180-2. */
  private static final String HASH_OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  private static final PackFile ABC = new PackFile(HASH_OF_ABC, 3, "weights/abc.bin");

  @TempDir Path folder;

  @Test
  void of_file_isItsHashSizeAndName() throws IOException {
    assertThat(PackFile.of(write("abc"))).isEqualTo(new PackFile(HASH_OF_ABC, 3, "abc.bin"));
  }

  @Test
  void parse_lineOfAFile_givesTheFile() {
    assertThat(PackFile.parse(List.of(ABC.line(), " "))).containsExactly(ABC);
    assertThat(ABC.name()).isEqualTo("abc.bin");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " -1 abc.bin", " 3", " 3 ../abc.bin", " 9999999999999999999 abc.bin"})
  void parse_invalidLine_isRefused(String rest) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PackFile.parse(List.of(HASH_OF_ABC + rest)))
        .withMessageContaining("Expected a line 'sha256 bytes path', got '");
  }

  @Test
  void difference_sameContent_isEmpty() throws IOException {
    assertThat(ABC.difference(write("abc"))).isEmpty();
  }

  @Test
  void difference_otherContent_namesFoundAndExpected() throws IOException {
    assertThat(ABC.difference(write("abcd"))).contains("has 4 bytes, expected 3");
    assertThat(ABC.difference(write("abd")).orElseThrow()).endsWith("expected " + HASH_OF_ABC);
    assertThat(ABC.difference(folder.resolve("other"))).contains("is missing");
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("abc.bin"), content);
  }
}
