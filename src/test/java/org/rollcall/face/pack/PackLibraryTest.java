package org.rollcall.face.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.face.pack.PackStatus.PackState;

class PackLibraryTest {
  @TempDir Path models;

  @Test
  void detector_nothingInstalled_isTheCompactOne() {
    ModelPack pack = new PackLibrary(models).detector("auto");

    assertThat(pack.id()).isEqualTo("compact");
    assertThat(pack.folder()).isEqualTo(models.resolve("compact"));
    assertThat(pack.folder().resolve("pnet-0000.params")).hasSize(33656);
  }

  @Test
  void embedder_nothingInstalled_isTheCompactOne() {
    EmbeddingSpace space = new PackLibrary(models).embedder("auto");

    assertThat(space.id()).isEqualTo("compact");
    assertThat(space.dimension()).isEqualTo(256);
  }

  @Test
  void edition_sameIdButOtherFiles_differs() throws Exception {
    ModelPack pack = new PackLibrary(models).detector("compact");
    Path other = Files.createDirectory(models.resolve("other"));
    Files.writeString(other.resolve("pack.files"), "other files");

    assertThat(pack.edition()).matches("[0-9a-f]{8}").isEqualTo(pack.edition());
    assertThat(new ModelPack(pack.description(), other).edition()).isNotEqualTo(pack.edition());
  }

  @Test
  void edition_severalPacks_containsEach() {
    ModelPack pack = new PackLibrary(models).detector("compact");
    EmbeddingSpace space =
        new EmbeddingSpace(
            "two",
            List.of(
                new EmbeddingSpace.SpacePart(pack, 0.5), new EmbeddingSpace.SpacePart(pack, 0.5)));

    assertThat(space.edition()).isEqualTo(pack.edition() + "+" + pack.edition());
  }

  @Test
  void detector_unpackedFileChanged_isUnpackedAgain() throws Exception {
    Path file = new PackLibrary(models).detector("compact").folder().resolve("pnet-0000.params");
    byte[] right = Files.readAllBytes(file);
    Files.write(file, new byte[right.length]);

    new PackLibrary(models).detector("compact");

    assertThat(file).hasBinaryContent(right);
  }

  @Test
  void detector_notInstalled_saysHowToInstall() {
    assertThatThrownBy(() -> new PackLibrary(models).detector("mtcnn"))
        .isInstanceOf(PackUnavailable.class)
        .hasMessage(
            "Model pack 'mtcnn' is not installed in '%s'. Install it with 'models install mtcnn'.",
            models);
  }

  @Test
  void embedder_idOfADetector_namesTheKnownOnes() {
    assertThatThrownBy(() -> new PackLibrary(models).embedder("mtcnn"))
        .isInstanceOf(PackUnavailable.class)
        .hasMessage(
            "Unknown model pack 'mtcnn' for embedding."
                + " Known: auto, fused, compact, facenet-vggface2, mobilefacenet-foamliu.");
  }

  @Test
  void detector_auto_isTheBestOneInstalled() {
    TinyPack.install(models, "mtcnn", PackTask.DETECTION);

    assertThat(new PackLibrary(models).detector("auto").id()).isEqualTo("mtcnn");

    TinyPack.install(models, "yunet", PackTask.SINGLE_SHOT_DETECTION);

    assertThat(new PackLibrary(models).detector("auto").id()).isEqualTo("yunet");
    assertThat(new PackLibrary(models).detector("compact").id()).isEqualTo("compact");
  }

  @Test
  void embedder_packOfAnEarlierVersion_namesItsSuccessor() {
    assertThatThrownBy(() -> new PackLibrary(models).embedder("mobileface-v2"))
        .isInstanceOf(PackUnavailable.class)
        .hasMessage(
            "Model pack 'mobileface-v2' is no longer used: 'mobilefacenet-foamliu' recognises more"
                + " people in the same time. Install that, or choose 'auto'.");
  }

  @Test
  void withoutSuccessor_oldPackAlone_isThatPack() throws IOException {
    Files.createDirectories(models.resolve("mobileface-v2"));
    assertThat(new PackLibrary(models).withoutSuccessor())
        .containsExactly(entry("mobileface-v2", "mobilefacenet-foamliu"));

    TinyPack.install(models, "mobilefacenet-foamliu", PackTask.EMBEDDING);
    assertThat(new PackLibrary(models).withoutSuccessor()).isEmpty();
  }

  @Test
  void embedder_mobileFaceNetOnly_isMobileFaceNet() {
    TinyPack.install(models, "mobilefacenet-foamliu", PackTask.EMBEDDING);

    assertThat(new PackLibrary(models).embedder("auto").id()).isEqualTo("mobilefacenet-foamliu");
  }

  @Test
  void embedder_facenetOnly_isFacenet() {
    TinyPack.install(models, "facenet-vggface2", PackTask.EMBEDDING);

    assertThat(new PackLibrary(models).embedder("auto").id()).isEqualTo("facenet-vggface2");
  }

  @Test
  void embedder_both_isFusedWithFacenetFirst() {
    TinyPack.install(models, "mobilefacenet-foamliu", PackTask.EMBEDDING);
    TinyPack.install(models, "facenet-vggface2", PackTask.EMBEDDING);

    EmbeddingSpace space = new PackLibrary(models).embedder("auto");

    assertThat(space.id()).isEqualTo("fused");
    assertThat(space.parts())
        .extracting(part -> part.pack().id())
        .containsExactly("facenet-vggface2", "mobilefacenet-foamliu");
    assertThat(space.dimension()).isEqualTo(4);
  }

  @Test
  void embedder_fusedWithOneMissing_saysWhichToInstall() {
    TinyPack.install(models, "facenet-vggface2", PackTask.EMBEDDING);

    assertThatThrownBy(() -> new PackLibrary(models).embedder("fused"))
        .isInstanceOf(PackUnavailable.class)
        .hasMessageContaining("'models install mobilefacenet-foamliu'");
  }

  @Test
  void embedder_damaged_isNotIgnored() throws Exception {
    Path pack = TinyPack.install(models, "facenet-vggface2", PackTask.EMBEDDING);
    Files.delete(pack.resolve("embed-0000.params"));

    assertThatThrownBy(() -> new PackLibrary(models).embedder("auto"))
        .isInstanceOf(PackUnavailable.class)
        .hasMessage(
            "Model pack 'facenet-vggface2' is damaged: '%s' is missing."
                + " Install it again with 'models install facenet-vggface2'.",
            pack.resolve("embed-0000.params"));
  }

  @Test
  void list_oneOfEachState_namesIt() throws Exception {
    TinyPack.install(models, "facenet-vggface2", PackTask.EMBEDDING);
    Path damaged = TinyPack.install(models, "mobilefacenet-foamliu", PackTask.EMBEDDING);
    Files.writeString(damaged.resolve("embed-symbol.json"), "[]");

    List<PackStatus> list = new PackLibrary(models).list();

    assertThat(list)
        .extracting(status -> status.description().id(), PackStatus::state)
        .containsExactly(
            tuple("compact", PackState.BUILT_IN),
            tuple("haar", PackState.BUILT_IN),
            tuple("facenet-vggface2", PackState.INSTALLED),
            tuple("mobilefacenet-foamliu", PackState.DAMAGED),
            tuple("mtcnn", PackState.NOT_INSTALLED),
            tuple("yunet", PackState.NOT_INSTALLED));
    assertThat(list.get(3).problem()).get().asString().contains("has SHA-256");
    assertThat(list).allSatisfy(status -> assertThat(status.bytes()).isPositive());
  }

  @Test
  void list_descriptionOverwritten_isDamaged() throws Exception {
    Path pack = TinyPack.install(models, "mtcnn", PackTask.DETECTION);
    Files.writeString(pack.resolve("pack.properties"), "id = mtcnn");
    Files.delete(pack.resolve("pack.files"));
    new PackFolder(pack).writeList();

    PackStatus mtcnn = new PackLibrary(models).list().get(4);

    assertThat(mtcnn.state()).isEqualTo(PackState.DAMAGED);
    assertThat(mtcnn.problem()).get().asString().endsWith("cannot be read: 'tasks' is missing");
  }
}
