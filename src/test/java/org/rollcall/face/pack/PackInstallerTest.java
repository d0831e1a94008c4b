package org.rollcall.face.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.face.convert.OneNumberNetwork;
import org.rollcall.face.convert.PackConversion;
import org.rollcall.face.pack.InstallationProgress.Fetched;

class PackInstallerTest {
  private static final String ADDRESS = "http://127.0.0.1:9/tiny/";
  private static final InstallationProgress SILENT = fetched -> {};

  @TempDir Path folder;

  private Path models;
  private Path mirror;
  private PublishedPack pack;

  @BeforeEach
  void publish() {
    models = folder.resolve("config/models");
    mirror = folder.resolve("mirror");
    pack = TinyPack.publish(mirror, ADDRESS);
  }

  @Test
  void install_fromFolder_givesASoundPack() throws IOException {
    install(TinyPack::convert);

    PackFolder installed = new PackFolder(models.resolve("tiny"));
    assertThat(installed.problem()).isEmpty();
    assertThat(installed.pack().description()).isEqualTo(pack.description());
    assertThat(namesIn(models.resolve("tiny")))
        .containsExactlyInAnyOrder(
            "LICENSE", "embed-0000.params", "embed-symbol.json", "pack.files", "pack.properties");
  }

  @Test
  void install_progress_endsWithAllFilesAndBytes() {
    List<Fetched> reported = new ArrayList<>();

    installer(TinyPack::convert).install(List.of("tiny"), PackSource.folder(mirror), reported::add);

    assertThat(reported).extracting(Fetched::files).isSorted();
    assertThat(reported).last().isEqualTo(new Fetched("tiny", 2, 2, 16, 16));
  }

  @Test
  void install_wrongHash_namesFileExpectedAndFound() throws IOException {
    Files.writeString(mirror.resolve("tiny/one.bin"), "FIRST FILE");

    assertFails(() -> install(TinyPack::convert))
        .hasMessageContaining("'%s' has SHA-256 ", mirror.resolve("tiny/one.bin"))
        .hasMessageContaining(", expected " + pack.files().get(0).sha256())
        .hasMessageEndingWith("Fetch it again from its public address, '" + ADDRESS + "one.bin'.");
  }

  @Test
  void install_cutOffFile_namesBothSizes() throws IOException {
    Files.writeString(mirror.resolve("tiny/two.bin"), "sec");

    assertFails(() -> install(TinyPack::convert))
        .hasMessageContaining("two.bin' has 3 bytes, expected 6");
  }

  @Test
  void install_missingFile_namesItAndTheLayout() throws IOException {
    Files.delete(mirror.resolve("tiny/two.bin"));

    assertFails(() -> install(TinyPack::convert))
        .hasMessage(
            "Cannot install model pack 'tiny': '%s' is missing."
                + " The folder must hold tiny/<file name>.",
            mirror.resolve("tiny/two.bin"));
  }

  @Test
  void install_conversionFails_keepsThePreviousPack() throws IOException {
    install(TinyPack::convert);

    assertThatThrownBy(
            () ->
                install(
                    (published, installed) -> {
                      throw new IOException("the layer is gone");
                    }))
        .isInstanceOf(InstallationFailed.class)
        .hasMessageEndingWith("the layer is gone.");

    assertThat(new PackFolder(models.resolve("tiny")).problem()).isEmpty();
    assertThat(packsAndLeftovers()).containsExactly("tiny");
  }

  @Test
  void install_again_replacesThePreviousPack() throws IOException {
    install(TinyPack::convert);
    Files.writeString(models.resolve("tiny/leftover"), "of the previous pack");

    install(TinyPack::convert);

    assertThat(models.resolve("tiny/leftover")).doesNotExist();
    assertThat(packsAndLeftovers()).containsExactly("tiny");
  }

  @Test
  void install_infiniteNumber_isRefused() {
    assertFails(
            () ->
                install(
                    (published, installed) ->
                        OneNumberNetwork.write(installed, "embed", Float.POSITIVE_INFINITY)))
        .hasMessageContaining("not finite");
  }

  @Test
  void install_interrupted_leavesNothingAndKeepsTheFlag() {
    PackInstaller installer = installer(TinyPack::convert);
    InstallationProgress interrupting = fetched -> Thread.currentThread().interrupt();

    assertThatThrownBy(
            () -> installer.install(List.of("tiny"), PackSource.folder(mirror), interrupting))
        .isInstanceOf(InstallationFailed.class)
        .hasMessageEndingWith("interrupted. Nothing was changed; start it again.");

    assertThat(Thread.interrupted()).isTrue();
    assertThat(packsAndLeftovers()).isEmpty();
  }

  @Test
  void install_afterAKilledOne_tidiesUpAndRestoresThePreviousPack() throws IOException {
    Files.createDirectories(models.resolve(".tiny.new/published"));
    Files.writeString(models.resolve(".tiny.new/published/one.bin"), "fir");
    Path replaced = Files.createDirectories(models.resolve(".other.old"));
    Files.writeString(replaced.resolve("kept"), "");

    install(TinyPack::convert);

    assertThat(packsAndLeftovers()).containsExactlyInAnyOrder("tiny", "other");
    assertThat(models.resolve("other/kept")).exists();
  }

  @Test
  void install_littleSpace_saysHowMuchIsNeeded() {
    PackInstaller installer =
        new PackInstaller(models, List.of(pack), Map.of("tiny", TinyPack::convert), path -> 39);

    assertFails(() -> installer.install(List.of("tiny"), PackSource.folder(mirror), SILENT))
        .hasMessageEndingWith("0.0 MB free, 0.0 MB needed. Free some space there.");
  }

  @Test
  void install_diskFillsUp_saysSo() {
    assertFails(
            () ->
                install(
                    (published, installed) -> {
                      throw new FileSystemException(
                          installed.toString(), null, "No space left on device");
                    }))
        .hasMessageEndingWith("the disk is full. Free some space there.");
  }

  @Test
  void install_writingDenied_saysSo() {
    assertFails(
            () ->
                install(
                    (published, installed) -> {
                      throw new AccessDeniedException(installed.toString());
                    }))
        .hasMessageEndingWith("no permission to write. Run it as the user that owns the folder.");
  }

  @Test
  void install_readOnlyFolder_saysSo() throws IOException {
    Files.createDirectories(models);
    assumeTrue(models.toFile().setWritable(false) && !Files.isWritable(models), "runs as root");

    assertFails(() -> install(TinyPack::convert)).hasMessageContaining("no permission to write");
  }

  @Test
  void install_fileWhereTheFolderShouldBe_saysSo() throws IOException {
    Files.createDirectories(models.getParent());
    Files.writeString(models, "a file");

    assertThatThrownBy(() -> install(TinyPack::convert))
        .isInstanceOf(InstallationFailed.class)
        .hasMessage(
            "Cannot install model pack 'tiny' in '%s': '%s' is in the way. Move it elsewhere.",
            models, models);
  }

  @Test
  void install_unknownPack_namesTheKnownOnes() {
    assertThatThrownBy(
            () ->
                installer(TinyPack::convert)
                    .install(List.of("tiny", "large"), PackSource.folder(mirror), SILENT))
        .isInstanceOf(PackUnavailable.class)
        .hasMessage("Unknown model pack 'large'. Known: tiny.");
    assertThat(models).doesNotExist();
  }

  private void install(PackConversion conversion) {
    installer(conversion).install(List.of("tiny"), PackSource.folder(mirror), SILENT);
  }

  private PackInstaller installer(PackConversion conversion) {
    return new PackInstaller(
        models, List.of(pack), Map.of("tiny", conversion), path -> Long.MAX_VALUE);
  }

  /** Asserts a failure that leaves the models folder as empty as it was. */
  private AbstractThrowableAssert<?, ?> assertFails(ThrowingCallable call) {
    var failure = assertThatThrownBy(call).isInstanceOf(InstallationFailed.class);
    assertThat(packsAndLeftovers()).isEmpty();
    return failure;
  }

  private List<String> packsAndLeftovers() {
    return namesIn(models).stream().filter(name -> !name.equals(".lock")).toList();
  }

  private static List<String> namesIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
