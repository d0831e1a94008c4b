package org.rollcall.basics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeSpaceTest {
  @TempDir private Path folder;

  @Test
  void at_folder_isKnown() {
    assertThat(FreeSpace.at(folder).orElseThrow()).isPositive();
  }

  @Test
  void at_nothingThere_isUnknown() {
    assertThat(FreeSpace.at(folder.resolve("nothing"))).isEmpty();
  }

  @Test
  void below_folderStillToBeMade_isThatOfTheOneAbove() throws IOException {
    assertThat(FreeSpace.below(folder.resolve("to/be/made"))).isPositive();
  }
}
