package org.rollcall.face.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.face.convert.OneNumberNetwork;

class PackFolderTest {
  @TempDir Path models;

  private PackFolder pack;

  @BeforeEach
  void install() {
    pack = new PackFolder(TinyPack.install(models, "tiny", PackTask.EMBEDDING));
  }

  @Test
  void problem_intactPack_isEmpty() {
    assertThat(pack.problem()).isEmpty();
  }

  @Test
  void problem_noList_namesIt() throws IOException {
    Files.delete(pack.path().resolve("pack.files"));

    assertThat(pack.problem())
        .contains("'%s' cannot be read".formatted(pack.path().resolve("pack.files")));
  }

  @Test
  void problem_fileChangedInPlace_namesBothHashes() throws IOException {
    Files.writeString(pack.path().resolve("embed-symbol.json"), "[]");

    assertThat(pack.problem()).get().asString().contains("embed-symbol.json' has SHA-256 ");
  }

  @Test
  void problem_neededFileNotListed_namesIt() {
    List<PackFile> files = List.of();

    assertThat(pack.problem(files))
        .contains(
            "'pack.files' does not list pack.properties, embed-symbol.json, embed-0000.params");
  }

  @Test
  void requireSoundNetworks_finiteParameters_isAccepted() throws IOException {
    writeParameter(1);

    pack.requireSoundNetworks();

    assertThat(pack.bytes()).isPositive();
  }

  @Test
  void requireSoundNetworks_notANumber_isRefused() throws IOException {
    writeParameter(Float.NaN);

    assertThatThrownBy(pack::requireSoundNetworks)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not finite");
  }

  @Test
  void requireSoundNetworks_emptyGraph_isRefused() throws IOException {
    writeParameter(1);
    Files.writeString(pack.path().resolve("embed-symbol.json"), "");

    assertThatThrownBy(pack::requireSoundNetworks)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("has no graph for 'embed'");
  }

  private void writeParameter(float value) throws IOException {
    OneNumberNetwork.write(pack.path(), "embed", value);
  }
}
