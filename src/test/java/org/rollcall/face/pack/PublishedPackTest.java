package org.rollcall.face.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.face.convert.ParamTensor;
import org.rollcall.face.pack.PackStatus.PackState;
import org.rollcall.testing.SharedFolders;
import org.rollcall.testing.UsesPacks;

class PublishedPackTest {
  @TempDir Path models;

  @Test
  void catalogue_eachPack_hasAPinnedAddressAndItsLicence() {
    assertThat(PublishedPack.catalogue())
        .extracting(PublishedPack::id)
        .containsExactly("facenet-vggface2", "mobilefacenet-foamliu", "mtcnn", "yunet");
    assertThat(PublishedPack.catalogue())
        .allSatisfy(
            pack -> {
              assertThat(pack.address())
                  .matches("https://raw\\.githubusercontent\\.com/[^/]+/[^/]+/[0-9a-f]{40}/.+/");
              assertThat(pack.licenceText())
                  .containsAnyOf("Permission is hereby granted", "Apache License");
              assertThat(pack.files()).extracting(PackFile::name).doesNotHaveDuplicates();
            });
  }

  @Test
  void catalogue_facenet_hasAFileForEachLayer() {
    PublishedPack facenet = PublishedPack.catalogue().get(0);

    assertThat(facenet.files()).hasSize(490);
    assertThat(facenet.description().embedding())
        .contains(new EmbeddingInput(Alignment.BOX_160, 127.5f, 1f / 128, 512));
  }

  @Test
  @UsesPacks
  void install_allOfTheCatalogue_givesTheBestDetectorAndEmbedder() {
    PackInstaller installer = new PackInstaller(models);
    installer.install(
        installer.installable(), PackSource.folder(SharedFolders.models()), fetched -> {});

    PackLibrary library = new PackLibrary(models);
    assertThat(library.list())
        .extracting(PackStatus::state)
        .hasSize(6)
        .startsWith(PackState.BUILT_IN, PackState.BUILT_IN)
        .endsWith(
            PackState.INSTALLED, PackState.INSTALLED, PackState.INSTALLED, PackState.INSTALLED);
    assertThat(library.detector("auto").id()).isEqualTo("yunet");
    assertThat(library.detector("auto").needsLandmarks()).isTrue();
    assertThat(library.embedder("auto").id()).isEqualTo("fused");
    assertThat(library.embedder("auto").dimension()).isEqualTo(640);
    assertThat(library.aligner().id()).isEqualTo("mtcnn");
    assertRuns(library.detector("mtcnn"), "pnet", 20, List.of(1, 16, 5, 5));
    assertRuns(library.detector("mtcnn"), "rnet", 24, List.of(1, 5));
    assertRuns(library.detector("mtcnn"), "onet", 48, List.of(1, 15));
    assertRuns(
        library.embedder("facenet-vggface2").parts().get(0).pack(), "embed", 160, List.of(1, 512));
    assertRuns(
        library.embedder("mobilefacenet-foamliu").parts().get(0).pack(),
        "embed",
        112,
        List.of(1, 128));
  }

  private static void assertRuns(ModelPack pack, String network, int size, List<Integer> output) {
    try (MxnetModel model = MxnetModel.load(pack.folder(), network)) {
      int[] shape = {1, 3, size, size};
      ParamTensor input = new ParamTensor(shape, new float[ParamTensor.size(shape)]);
      assertThat(model.run(input).get(0).shape())
          .containsExactly(output.stream().mapToInt(Integer::intValue).toArray());
    }
  }
}
