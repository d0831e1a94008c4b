package org.rollcall.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.model.RollcallException;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Picture;
import org.rollcall.model.picture.Quality;
import org.rollcall.testing.FilmedLesson;
import org.rollcall.testing.UsesNatives;
import org.rollcall.video.Photos;

@UsesNatives
class MxnetFaceEngineTest {
  private static final FaceSettings COMPACT = new FaceSettings("compact", "compact", 24);

  @TempDir static Path folder;
  private static FaceEngine engine;

  /** The faces on the enrolment photos of the filmed class, by student. */
  private static final Map<String, List<FaceCrop>> CROPS = new TreeMap<>();

  @BeforeAll
  static void findFaces() throws IOException {
    engine = MxnetFaceEngine.open(new PackLibrary(folder.resolve("models")), COMPACT);
    FilmedLesson.enrol(folder, "7A");
    try (Stream<Path> files = Files.walk(folder.resolve("config/classes/7A/students"))) {
      for (Path photo : files.filter(file -> file.toString().endsWith(".jpg")).sorted().toList()) {
        Picture picture = Photos.read(photo);
        Face face = engine.detect(picture).get(0);
        CROPS
            .computeIfAbsent(photo.getParent().getFileName().toString(), s -> new ArrayList<>())
            .add(FaceCrop.of(picture, face));
      }
    }
  }

  @AfterAll
  static void close() {
    engine.close();
    CROPS.clear();
  }

  @Test
  void embed_samePerson_isMoreSimilarThanAnybodyElse() {
    List<Embedding> first = engine.embed(CROPS.values().stream().map(c -> c.get(0)).toList());
    List<Embedding> second = engine.embed(CROPS.values().stream().map(c -> c.get(1)).toList());

    for (int person = 0; person < first.size(); person++) {
      float same = first.get(person).cosine(second.get(person));
      for (int other = 0; other < second.size(); other++) {
        if (other != person) {
          assertThat(first.get(person).cosine(second.get(other)))
              .as("person %d against %d", person, other)
              .isLessThan(same);
        }
      }
    }
  }

  @Test
  void embed_manyAtOnce_givesTheSameAsOneByOne() {
    List<FaceCrop> crops = CROPS.values().stream().flatMap(List::stream).limit(11).toList();

    List<Embedding> together = engine.embed(crops);

    assertThat(together).hasSize(11);
    for (int i = 0; i < crops.size(); i++) {
      Embedding alone = engine.embed(List.of(crops.get(i))).get(0);
      assertThat(alone.cosine(together.get(i))).isGreaterThan(0.9999f);
    }
  }

  @Test
  void embed_nothing_isEmpty() {
    assertThat(engine.embed(List.of())).isEmpty();
  }

  @Test
  void quality_photos_areLargeAndFrontal() {
    Quality quality = engine.quality(CROPS.values().iterator().next().get(0));

    assertThat(quality.facePixels()).isBetween(60f, 160f);
    assertThat(quality.frontality()).isGreaterThan(0.3f);
  }

  @Test
  void ids_compactPack_areItsId() {
    assertThat(engine.detector()).isEqualTo("compact");
    assertThat(engine.embeddingSpace()).isEqualTo("compact");
  }

  @Test
  void open_packNotInstalled_saysSo() {
    FaceSettings settings = new FaceSettings("mtcnn", "compact", 24);

    assertThatThrownBy(
            () -> MxnetFaceEngine.open(new PackLibrary(folder.resolve("models")), settings))
        .isInstanceOf(RollcallException.class)
        .hasMessageContaining("'mtcnn'");
  }
}
