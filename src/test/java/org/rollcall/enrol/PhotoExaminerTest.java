package org.rollcall.enrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.enrol.CaptureHint.Hint;
import org.rollcall.enrol.PhotoExaminer.ExaminedPhoto;
import org.rollcall.face.FaceSearch;
import org.rollcall.identity.EnrolmentSettings;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.RollcallException;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Landmarks;
import org.rollcall.model.picture.Point;
import org.rollcall.model.picture.Quality;
import org.rollcall.testing.BlindEngine;
import org.rollcall.testing.UsesNatives;
import org.rollcall.video.ClipWriter;
import org.rollcall.video.MadeClips;

/** Photos are plain; the faces in them are whatever a test says. */
@UsesNatives
class PhotoExaminerTest {
  private static final int SIZE = 400;
  private static final EnrolmentSettings SETTINGS = new EnrolmentSettings(40, 0.1);

  @TempDir Path folder;
  private final ToldEngine engine = new ToldEngine();
  private final PhotoExaminer examiner = new PhotoExaminer(engine, SETTINGS);

  private static final class ToldEngine extends BlindEngine {
    private List<Face> faces = List.of(face(100));
    private IntFunction<Quality> quality = number -> of(100, 1);
    private int looked;

    @Override
    public List<List<Face>> detect(List<FaceSearch> searches) {
      return searches.stream().map(search -> faces).toList();
    }

    @Override
    public Quality quality(FaceCrop crop) {
      return quality.apply(looked++);
    }
  }

  private static Face face(float width) {
    Box box = new Box(10, 10, 10 + width, 10 + width);
    Point middle = box.centre();
    return new Face(box, new Landmarks(middle, middle, middle, middle, middle), 1);
  }

  private static Quality of(float facePixels, float sharpness) {
    return new Quality(facePixels, sharpness, 1, 1, 1);
  }

  private static byte[] png() throws IOException {
    Path file = Files.createTempFile("photo", ".png");
    try {
      ImageIO.write(
          new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
      return Files.readAllBytes(file);
    } finally {
      Files.delete(file);
    }
  }

  private ExaminedPhoto photo() throws IOException {
    List<ExaminedPhoto> examined = examiner.examine(Files.write(folder.resolve("a.PNG"), png()));
    assertThat(examined).hasSize(1);
    return examined.get(0);
  }

  private void faces(float... widths) {
    List<Face> faces = new ArrayList<>();
    for (float width : widths) {
      faces.add(face(width));
    }
    engine.faces = faces;
  }

  @Test
  void examine_oneGoodFace_isAccepted() throws IOException {
    ExaminedPhoto photo = photo();

    assertThat(photo.accepted()).isTrue();
    assertThat(photo.crop().orElseThrow().face().box().width()).isEqualTo(100);
    assertThat(photo.quality()).isEqualTo(of(100, 1));
  }

  @Test
  void examine_noFace_isRefusedWithoutOne() throws IOException {
    faces();

    assertThat(photo()).isEqualTo(ExaminedPhoto.refused(Message.of(Reason.NO_FACE)));
  }

  @Test
  void examine_facesInTheBackground_doNotMatter() throws IOException {
    faces(30, 100, 70);

    ExaminedPhoto photo = photo();

    assertThat(photo.accepted()).isTrue();
    assertThat(photo.crop().orElseThrow().face().box().width()).isEqualTo(100);
  }

  @Test
  void examine_severalFacesInFront_isRefusedWithTheirNumber() throws IOException {
    faces(71, 100, 100, 30);

    ExaminedPhoto photo = photo();

    assertThat(photo.refusal()).contains(Message.of(Reason.SEVERAL_FACES, 3L));
    assertThat(photo.crop()).as("to show which one was meant").isPresent();
  }

  @ParameterizedTest
  @CsvSource({"40, 0.1, true", "39.4, 0.1, false", "40, 0.09, false"})
  void examine_faceAtTheLimits_isAccepted(float pixels, float sharpness, boolean accepted)
      throws IOException {
    engine.quality = number -> of(pixels, sharpness);

    assertThat(photo().accepted()).isEqualTo(accepted);
  }

  @Test
  void examine_smallAndBlurredFace_isSaidToBeSmall() throws IOException {
    engine.quality = number -> of(39.9f, 0);

    assertThat(photo().refusal()).contains(Message.of(Reason.SMALL_FACE, 39, 40));
  }

  @Test
  void examine_blurredFace_isRefused() throws IOException {
    engine.quality = number -> of(100, 0.05f);

    assertThat(photo().refusal()).contains(Message.of(Reason.BLURRED_FACE));
  }

  @Test
  void examine_damagedPhoto_isRefusedWithTheReason() throws IOException {
    Path file = Files.writeString(folder.resolve("a.jpg"), "no photo");

    assertThat(examiner.examine(file))
        .singleElement()
        .satisfies(photo -> assertThat(photo.crop()).isEmpty())
        .extracting(photo -> photo.refusal().orElseThrow().toString())
        .asString()
        .contains("a.jpg");
  }

  @Test
  void examine_video_givesItsBestFewFaces() {
    engine.quality = number -> of(100, (number % 5) / 5f + 0.2f);

    List<ExaminedPhoto> best = examiner.examine(video(5));

    assertThat(engine.looked).isGreaterThan(8);
    assertThat(best).hasSize(6).allMatch(ExaminedPhoto::accepted);
    assertThat(weights(best)).isSortedAccordingTo((one, other) -> Float.compare(other, one));
    assertThat(best.get(0).quality()).isEqualTo(of(100, 1));
  }

  @Test
  void examine_videoOfWhichSomeFramesAreGood_givesThoseAlone() {
    engine.quality = number -> of(100, number == 1 ? 1 : 0);

    assertThat(examiner.examine(video(3)))
        .singleElement()
        .satisfies(photo -> assertThat(photo.accepted()).isTrue());
  }

  @Test
  void examine_videoWithoutAGoodFrame_saysWhatIsWrongWithTheLast() {
    engine.quality = number -> number < 2 ? of(20, 1) : of(100, 0);

    assertThat(examiner.examine(video(3)))
        .singleElement()
        .satisfies(photo -> assertThat(photo.refusal()).contains(Message.of(Reason.BLURRED_FACE)));
  }

  @Test
  void examine_fileThatIsNoVideo_isRefusedWithTheReason() throws IOException {
    Path file = Files.writeString(folder.resolve("a.mp4"), "no video");

    assertThat(examiner.examine(file)).singleElement().matches(photo -> !photo.accepted());
  }

  @Test
  void hint_noFace_isNobody() throws IOException {
    faces();

    assertThat(examiner.hint(png())).isEqualTo(CaptureHint.without(Hint.NOBODY));
  }

  @Test
  void hint_severalInFront_isSeveral() throws IOException {
    faces(100, 71);

    assertThat(examiner.hint(png())).isEqualTo(CaptureHint.without(Hint.SEVERAL));
  }

  @Test
  void hint_onePersonInFrontOfOthers_isAboutThatPerson() throws IOException {
    faces(40, 100);

    assertThat(examiner.hint(png()).hint()).isEqualTo(Hint.GOOD);
  }

  @ParameterizedTest
  @CsvSource({"79, NEARER", "80, GOOD"})
  void hint_webcam_isNearerThanPhotosHaveToBe(float pixels, Hint hint) throws IOException {
    engine.quality = number -> of(pixels, 1);

    assertThat(examiner.hint(png()).hint()).isEqualTo(hint);
  }

  @Test
  void hint_settingsWantMore_isAsNearAsThose() throws IOException {
    engine.quality = number -> of(100, 1);
    PhotoExaminer strict = new PhotoExaminer(engine, new EnrolmentSettings(101, 0.1));

    assertThat(strict.hint(png()).hint()).isEqualTo(Hint.NEARER);
  }

  @Test
  void hint_noPhoto_isRefused() {
    assertThatThrownBy(() -> examiner.hint(new byte[] {1, 2, 3}))
        .isInstanceOf(RollcallException.class);
  }

  private static Stream<Float> weights(List<ExaminedPhoto> photos) {
    return photos.stream().map(photo -> photo.quality().weight());
  }

  private Path video(int seconds) {
    Path file = folder.resolve("clip.mp4");
    try (ClipWriter writer = ClipWriter.open(file, SIZE, SIZE, 4)) {
      for (int i = 0; i < 4 * seconds; i++) {
        writer.write(MadeClips.plain(SIZE, SIZE, 90, 90, 90));
      }
    }
    return file;
  }
}
