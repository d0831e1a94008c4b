package org.rollcall.basics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTreeTest {
  @TempDir private Path parent;
  private Path tree;

  @BeforeEach
  void grow() throws IOException {
    tree = parent.resolve("tree");
    Files.createDirectories(tree.resolve("a/b"));
    Files.writeString(tree.resolve("a/b/leaf"), "green");
  }

  @Test
  void walk_tree_givesFoldersBeforeTheirContent() throws IOException {
    assertThat(FileTree.walk(tree))
        .containsExactly(tree, tree.resolve("a"), tree.resolve("a/b"), tree.resolve("a/b/leaf"));
  }

  @Test
  void walk_nothingThere_fails() {
    assertThatExceptionOfType(NoSuchFileException.class)
        .isThrownBy(() -> FileTree.walk(parent.resolve("nothing")));
  }

  @Test
  void delete_tree_leavesNothing() throws IOException {
    FileTree.delete(tree);

    assertThat(tree).doesNotExist();
  }

  @Test
  void delete_nothingThere_isDone() {
    assertThatNoException().isThrownBy(() -> FileTree.delete(parent.resolve("nothing")));
  }

  @Test
  void delete_linkInside_leavesWhatItLeadsTo() throws IOException {
    Path precious = Files.writeString(parent.resolve("precious"), "gold");
    Files.createSymbolicLink(tree.resolve("link"), parent);

    FileTree.delete(tree);

    assertThat(tree).doesNotExist();
    assertThat(precious).exists();
  }

  @Test
  void copy_tree_copiesAll() throws IOException {
    Path copy = parent.resolve("copy");

    FileTree.copy(tree, copy);

    assertThat(copy.resolve("a/b/leaf")).hasContent("green");
    assertThat(tree.resolve("a/b/leaf")).exists();
  }

  @Test
  void copy_fileIsThereAlready_failsAndLeavesIt() throws IOException {
    Path copy = parent.resolve("copy");
    Files.createDirectories(copy.resolve("a/b"));
    Files.writeString(copy.resolve("a/b/leaf"), "red");

    assertThatExceptionOfType(FileAlreadyExistsException.class)
        .isThrownBy(() -> FileTree.copy(tree, copy));
    assertThat(copy.resolve("a/b/leaf")).hasContent("red");
  }
}
