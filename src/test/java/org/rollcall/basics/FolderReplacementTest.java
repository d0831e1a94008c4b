package org.rollcall.basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderReplacementTest {
  @TempDir private Path parent;
  private Path target;

  @BeforeEach
  void fillOldFolder() throws IOException {
    target = parent.resolve("pack");
    Files.createDirectories(target.resolve("deep"));
    Files.writeString(target.resolve("deep/old.txt"), "old");
  }

  @Test
  void replace_oldFolder_leavesNothingOfIt() throws IOException {
    FolderReplacement.replace(target, folder -> Files.writeString(folder.resolve("a"), "new"));

    assertThat(names(target)).containsExactly("a");
    assertThat(names(parent)).containsExactly("pack");
  }

  @Test
  void replace_nothingThere_makesItAndTheFolderAbove() throws IOException {
    Path made = parent.resolve("above/made");

    FolderReplacement.replace(made, folder -> Files.writeString(folder.resolve("a"), "new"));

    assertThat(made.resolve("a")).hasContent("new");
  }

  @Test
  void replace_fillingFails_leavesTheOldFolder() throws IOException {
    assertThatIOException()
        .isThrownBy(
            () ->
                FolderReplacement.replace(
                    target,
                    folder -> {
                      Files.writeString(folder.resolve("a"), "half");
                      throw new IOException("No space left on device");
                    }))
        .withMessage("No space left on device");

    assertThat(target.resolve("deep/old.txt")).hasContent("old");
    assertThat(names(parent)).containsExactly("pack");
  }

  @Test
  void replace_killedWhileItFilled_clearsThatAway() throws IOException {
    Files.createDirectories(parent.resolve(".pack.new"));
    Files.writeString(parent.resolve(".pack.new/half"), "");

    FolderReplacement.replace(target, folder -> Files.writeString(folder.resolve("a"), "new"));

    assertThat(names(target)).containsExactly("a");
    assertThat(names(parent)).containsExactly("pack");
  }

  @Test
  void replace_killedBetweenTheMovesAndFailingAgain_givesTheOldFolderBack() throws IOException {
    Files.move(target, parent.resolve(".pack.old"));

    assertThatIOException()
        .isThrownBy(
            () ->
                FolderReplacement.replace(
                    target,
                    folder -> {
                      throw new IOException("No space left on device");
                    }));

    assertThat(target.resolve("deep/old.txt")).hasContent("old");
    assertThat(names(parent)).containsExactly("pack");
  }

  @Test
  void recoverIn_leftovers_givesBackWhatIsMissingAndDeletesTheRest() throws IOException {
    Files.createDirectories(parent.resolve(".lost.old"));
    Files.createDirectories(parent.resolve(".pack.old"));
    Files.createDirectories(parent.resolve(".half.new/deep"));
    Files.createFile(parent.resolve(".lock"));

    FolderReplacement.recoverIn(parent);

    assertThat(names(parent)).containsExactly(".lock", "lost", "pack");
    assertThat(target.resolve("deep/old.txt")).hasContent("old");
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }
}
