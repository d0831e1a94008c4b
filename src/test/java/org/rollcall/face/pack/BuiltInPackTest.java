package org.rollcall.face.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.face.convert.ParamTensor;
import org.rollcall.testing.UsesNatives;

@UsesNatives
class BuiltInPackTest {
  @TempDir Path folder;

  @Test
  void open_networks_haveTheDocumentedOutputs() {
    ModelPack pack = open(folder.resolve("models"));

    assertThat(run(pack, "pnet", 20).shape()).containsExactly(1, 16, 5, 5);
    assertThat(run(pack, "rnet", 24).shape()).containsExactly(1, 5);
    assertThat(run(pack, "onet", 48).shape()).containsExactly(1, 15);
    assertThat(run(pack, "embed", 112).shape()).containsExactly(1, 256);
  }

  @Test
  void open_embedding_isAUnitVector() {
    double squares = 0;
    for (float value : run(open(folder.resolve("models")), "embed", 112).values()) {
      squares += value * value;
    }

    assertThat(squares).isCloseTo(1, within(1e-4));
  }

  @Test
  void open_packOfAnotherVersion_isReplaced() throws IOException {
    Path models = folder.resolve("models");
    Path old = TinyPack.install(models, "compact", PackTask.EMBEDDING);

    open(models);

    assertThat(old.resolve("embed-0000.params")).hasSize(6457204);
    assertThat(new PackFolder(old).problem()).isEmpty();
  }

  @Test
  void open_modelsFolderUnusable_unpacksToATemporaryFolder() throws IOException {
    Path models = Files.writeString(folder.resolve("models"), "a file, not a folder");

    ModelPack pack = open(models);

    assertThat(pack.folder()).doesNotHaveToString(models.resolve("compact").toString());
    assertThat(new PackFolder(pack.folder()).problem()).isEmpty();
  }

  @Test
  void open_haar_isTheCascadeOfOpenCv() {
    ModelPack pack = new BuiltInPack("haar", new ModelsFolder(folder.resolve("models"))).open();

    assertThat(pack.needsLandmarks()).isTrue();
    assertThat(pack.folder().resolve(ModelPack.HAAR))
        .content()
        .contains("Created by Rainer Lienhart");
    assertThat(new PackFolder(pack.folder()).problem()).isEmpty();
  }

  private static ModelPack open(Path models) {
    return new BuiltInPack("compact", new ModelsFolder(models)).open();
  }

  private static ParamTensor run(ModelPack pack, String network, int size) {
    try (MxnetModel model = MxnetModel.load(pack.folder(), network)) {
      int[] shape = {1, 3, size, size};
      return model.run(new ParamTensor(shape, new float[ParamTensor.size(shape)])).get(0);
    }
  }
}
