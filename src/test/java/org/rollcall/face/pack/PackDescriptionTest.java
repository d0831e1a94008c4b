package org.rollcall.face.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackDescriptionTest {
  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(PackTask.class)
  void write_thenOf_givesTheSame(PackTask task) throws IOException {
    PackDescription description = TinyPack.description("tiny", task);

    description.write(folder);

    assertThat(PackDescription.of(read())).isEqualTo(description);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "title", "tasks", "licence", "origin", "embedding.mean"})
  void of_keyMissing_namesIt(String key) throws IOException {
    TinyPack.description("tiny", PackTask.EMBEDDING).write(folder);
    Properties properties = read();
    properties.remove(key);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PackDescription.of(properties))
        .withMessage("'%s' is missing", key);
  }

  @Test
  void constructor_noTask_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> description(Set.of(), Optional.empty()))
        .withMessageContaining("'tiny'");
  }

  @Test
  void constructor_embedderWithoutInput_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> description(Set.of(PackTask.EMBEDDING), Optional.empty()));
  }

  @Test
  void constructor_detectorWithEmbeddingInput_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> description(Set.of(PackTask.DETECTION), Optional.of(TinyPack.INPUT)));
  }

  @Test
  void networks_severalTasks_areInTheOrderOfUse() {
    PackDescription description =
        description(Set.of(PackTask.EMBEDDING, PackTask.DETECTION), Optional.of(TinyPack.INPUT));

    assertThat(description.networks()).containsExactly("pnet", "rnet", "onet", "embed");
  }

  private static PackDescription description(Set<PackTask> tasks, Optional<EmbeddingInput> input) {
    return new PackDescription("tiny", "A pack", tasks, "MIT", "made up", input);
  }

  private Properties read() throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(folder.resolve(PackDescription.FILE))) {
      properties.load(reader);
    }
    return properties;
  }
}
