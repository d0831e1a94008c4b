package org.rollcall.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.evaluation.PhotoReader.ReadPhoto;
import org.rollcall.face.FaceSearch;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Landmarks;
import org.rollcall.model.picture.Point;
import org.rollcall.testing.BlindEngine;
import org.rollcall.testing.UsesNatives;

/** Photos are black but for a white square on the left, where the faces are. */
@UsesNatives
class PhotoReaderTest {
  private static final int WIDTH = 120;
  private static final int HEIGHT = 60;
  private static final int FACE = 40;

  @TempDir Path folder;
  private final SeeingEngine engine = new SeeingEngine();
  private final PhotoReader reader = new PhotoReader(engine);

  /** Sees the same faces in every picture, and tells the crops apart by their number. */
  private static final class SeeingEngine extends BlindEngine {
    private List<Face> faces = List.of(face(10, FACE));
    private final List<Integer> searched = new ArrayList<>();
    private final List<FaceCrop> embedded = new ArrayList<>();

    @Override
    public int lanes() {
      return 2;
    }

    @Override
    public List<List<Face>> detect(List<FaceSearch> searches) {
      searched.add(searches.size());
      return searches.stream().map(search -> faces).toList();
    }

    @Override
    public List<Embedding> embed(List<FaceCrop> crops) {
      embedded.addAll(crops);
      List<Embedding> embeddings = new ArrayList<>();
      for (int number = 0; number < crops.size(); number++) {
        embeddings.add(embedding(number));
      }
      return embeddings;
    }
  }

  @Test
  void read_photo_isATrackOfItsFace() throws IOException {
    ReadPhoto photo = reader.read(List.of(photo("a"))).get(0);

    assertThat(photo.track().orElseThrow().path()).hasSize(1);
    assertThat(photo.track().orElseThrow().path().get(0).box()).isEqualTo(face(10, FACE).box());
    assertThat(photo.track().orElseThrow().mean()).isEqualTo(embedding(0));
    assertThat(photo.problem()).isEmpty();
  }

  @Test
  void read_face_isAsBrightAsThePartOfThePhoto() throws IOException {
    assertThat(reader.read(List.of(photo("a"))).get(0).light()).isCloseTo(255, within(0.5));
  }

  @Test
  void read_severalFaces_takesTheLargest() throws IOException {
    engine.faces = List.of(face(60, 20), face(10, FACE), face(90, 20));

    ReadPhoto photo = reader.read(List.of(photo("a"))).get(0);

    assertThat(photo.track().orElseThrow().path().get(0).box().width()).isEqualTo(FACE);
    assertThat(engine.embedded).hasSize(1);
  }

  @Test
  void read_noFace_isAsBrightAsTheWholePhoto() throws IOException {
    engine.faces = List.of();

    ReadPhoto photo = reader.read(List.of(photo("a"))).get(0);

    assertThat(photo.track()).isEmpty();
    assertThat(photo.problem()).isEmpty();
    double white = (double) FACE * FACE / (WIDTH * HEIGHT);
    assertThat(photo.light()).isCloseTo(255 * white, within(0.5));
  }

  @Test
  void read_fileThatIsNoPhoto_doesNotMixUpTheOthers() throws IOException {
    Path none = Files.writeString(folder.resolve("none.png"), "no photo");

    List<ReadPhoto> photos = reader.read(List.of(photo("a"), none, photo("b")));

    assertThat(photos.get(0).track().orElseThrow().mean()).isEqualTo(embedding(0));
    assertThat(photos.get(1).track()).isEmpty();
    assertThat(photos.get(1).problem().orElseThrow()).contains("none.png");
    assertThat(photos.get(2).track().orElseThrow().mean()).isEqualTo(embedding(1));
  }

  @Test
  void read_manyPhotos_searchesAsManyAtOnceAsThereAreLanes() throws IOException {
    Path photo = photo("a");

    List<ReadPhoto> photos = reader.read(List.of(photo, photo, photo, photo, photo));

    assertThat(photos).hasSize(5);
    assertThat(engine.searched).containsExactly(2, 2, 1);
  }

  private Path photo(String name) throws IOException {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillRect(10, 10, FACE, FACE);
    graphics.dispose();
    Path file = folder.resolve(name + ".png");
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  private static Face face(float left, float width) {
    Point middle = new Point(left + width / 2, 30);
    return new Face(
        new Box(left, 10, left + width, 10 + width),
        new Landmarks(middle, middle, middle, middle, middle),
        1);
  }

  private static Embedding embedding(int axis) {
    float[] values = new float[256];
    values[axis] = 1;
    return Embedding.ofUnit(values);
  }
}
