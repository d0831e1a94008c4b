package org.rollcall.testing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.rollcall.face.FaceSearch;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Landmarks;
import org.rollcall.model.picture.Picture;
import org.rollcall.model.picture.Point;
import org.rollcall.model.picture.Quality;

/**
 * Goes by colours: sees one face in each picture that is not black. Its blue tells whose face it
 * is, its green how sharp.
 */
public class ColourEngine extends BlindEngine {
  /** Blue of a person. */
  public static final int ADA = 80;

  /** Blue of another person. */
  public static final int BEN = 160;

  /** Blue of a third person. */
  public static final int CARA = 240;

  /** Green of a good photo. */
  public static final int SHARP = 255;

  /** Width and height of the photos. */
  public static final int SIZE = 200;

  private static final float STEP = 80;
  private static final int DIMENSION = 256;

  private int searched;

  /** {@return how many pictures were searched for faces} */
  public int searched() {
    return searched;
  }

  @Override
  public List<List<Face>> detect(List<FaceSearch> searches) {
    searched += searches.size();
    return searches.stream().map(search -> faces(search.picture().orElseThrow())).toList();
  }

  private static List<Face> faces(Picture picture) {
    Box box = new Box(50, 50, 150, 150);
    Point middle = box.centre();
    Landmarks landmarks = new Landmarks(middle, middle, middle, middle, middle);
    return mean(picture, 2) < 20 ? List.of() : List.of(new Face(box, landmarks, 1));
  }

  @Override
  public Quality quality(FaceCrop crop) {
    return new Quality(100, mean(crop.picture(), 1) / 255f, 1, 1, 1);
  }

  @Override
  public List<Embedding> embed(List<FaceCrop> crops) {
    return crops.stream().map(crop -> embedding(mean(crop.picture(), 0))).toList();
  }

  /** The means of the examples of each class. */
  @Override
  public float[][] trainSoftmax(float[][] examples, int[] classes) {
    float[][] means = new float[Arrays.stream(classes).max().orElseThrow() + 1][];
    for (int i = 0; i < examples.length; i++) {
      int label = classes[i];
      long count = Arrays.stream(classes).filter(other -> other == label).count();
      means[label] = means[label] == null ? new float[examples[i].length + 1] : means[label];
      for (int j = 0; j < examples[i].length; j++) {
        means[label][j] += examples[i][j] / count;
      }
    }
    return means;
  }

  /** {@return the embedding of the person of a blue} */
  public static Embedding embedding(int blue) {
    float[] values = new float[DIMENSION];
    values[Math.round(blue / STEP)] = 1;
    return Embedding.ofUnit(values);
  }

  /** {@return the mean of a channel, which noise and compression hardly change} */
  private static int mean(Picture picture, int channel) {
    byte[] bgr = picture.bgr();
    long sum = 0;
    for (int i = channel; i < bgr.length; i += 3) {
      sum += bgr[i] & 0xff;
    }
    return (int) (sum / (bgr.length / 3));
  }

  /** {@return the photo of a person, written to a file} */
  public static Path photo(Path file, int blue, int sharpness) throws IOException {
    return photo(file, new Color(200, sharpness, blue));
  }

  /** {@return a photo without a face, written to a file} */
  public static Path photoOfNobody(Path file) throws IOException {
    return photo(file, Color.BLACK);
  }

  private static Path photo(Path file, Color colour) throws IOException {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.setColor(colour);
    graphics.fillRect(0, 0, SIZE, SIZE);
    graphics.dispose();
    Files.createDirectories(file.getParent());
    ImageIO.write(image, "png", file.toFile());
    return file;
  }
}
