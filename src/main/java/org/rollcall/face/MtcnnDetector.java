package org.rollcall.face;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.model.Box;
import org.rollcall.model.Face;
import org.rollcall.model.Landmarks;
import org.rollcall.model.Picture;
import org.rollcall.model.Point;

/**
 * Finds faces and their landmarks with a cascade of three networks, after Zhang et al., "Joint Face
 * Detection and Alignment Using Multitask Cascaded Convolutional Networks" (arXiv 1604.02878).
 *
 * <p>P-Net proposes places on a pyramid of smaller and smaller images, R-Net refines them, O-Net
 * decides and adds the landmarks. Not thread-safe: use it from one long-lived thread.
 */
public final class MtcnnDetector implements AutoCloseable {
  private static final int PNET_CELL = 12;
  private static final int PNET_STRIDE = 2;
  private static final int RNET_SIZE = 24;
  private static final int ONET_SIZE = 48;

  /** A logit and four edges; what the network has beyond is padding. */
  private static final int PNET_CHANNELS = 5;

  private static final int RNET_CHANNELS = 5;

  /** A logit, four edges, five points. */
  private static final int ONET_CHANNELS = 15;

  private static final int RNET_BATCH = 128;
  private static final int ONET_BATCH = 32;

  private static final float PNET_PROBABILITY = 0.6f;
  private static final float RNET_PROBABILITY = 0.7f;
  private static final float ONET_PROBABILITY = 0.7f;

  private static final float SAME_WITHIN_LEVEL = 0.5f;
  private static final float SAME = 0.7f;

  private static final float PIXEL_MEAN = 127.5f;
  private static final float PIXEL_SCALE = 0.0078125f;

  private final Network pnet;
  private final Network rnet;
  private final Network onet;
  private final int smallestFacePixels;
  private Pyramid pyramid;

  /**
   * Loads the three networks.
   *
   * @param folder holds {@code pnet}, {@code rnet} and {@code onet} in a detector pack's form
   * @param smallestFacePixels width of the smallest face looked for (pixels; ≥ 12)
   */
  MtcnnDetector(Path folder, int smallestFacePixels) {
    this.pnet = Network.load(folder, "pnet", PNET_CHANNELS);
    this.rnet = Network.load(folder, "rnet", RNET_CHANNELS);
    this.onet = Network.load(folder, "onet", ONET_CHANNELS);
    this.smallestFacePixels = smallestFacePixels;
  }

  /**
   * Finds the faces in a picture.
   *
   * @param picture the picture, upright
   * @return the faces, surest first; their middles lie inside the picture, their edges may not
   */
  public List<Face> detect(Picture picture) {
    if (pyramid == null || !pyramid.fits(picture)) {
      double scale = (double) PNET_CELL / smallestFacePixels;
      pyramid = new Pyramid(picture.width(), picture.height(), scale, PNET_CELL);
    }
    pyramid.load(picture);
    Box frame = new Box(0, 0, picture.width(), picture.height());
    return decide(refine(propose())).stream()
        .filter(face -> frame.contains(face.box().center()))
        .toList();
  }

  private List<Candidate> propose() {
    List<Candidate> proposed = new ArrayList<>();
    for (Pyramid.Level level : pyramid.levels()) {
      proposed.addAll(proposeOn(level));
    }
    return strongest(proposed, SAME);
  }

  private List<Candidate> proposeOn(Pyramid.Level level) {
    Plane plane = level.plane();
    float zoom = level.zoom();
    normalize(plane.values(), level.input());
    Tensor output = pnet.run(new Tensor(level.input(), 1, 3, plane.height(), plane.width()));
    int columns = output.size(3);
    int cells = output.size(2) * columns;
    float leastLogit = logit(PNET_PROBABILITY);
    List<Candidate> found = new ArrayList<>();
    for (int cell = 0; cell < cells; cell++) {
      if (output.values()[cell] > leastLogit) {
        float left = cell % columns * PNET_STRIDE * zoom;
        float top = cell / columns * PNET_STRIDE * zoom;
        float side = PNET_CELL * zoom;
        Box place = new Box(left, top, left + side, top + side);
        found.add(
            new Candidate(
                Candidate.regressed(place, output.values(), cells + cell, cells),
                probability(output.values()[cell])));
      }
    }
    return strongest(found, SAME_WITHIN_LEVEL);
  }

  private List<Candidate> refine(List<Candidate> proposed) {
    List<Candidate> refined = new ArrayList<>();
    for (List<Box> batch : batches(proposed, RNET_BATCH)) {
      Tensor output = rnet.run(crops(batch, RNET_SIZE));
      for (int i = 0; i < batch.size(); i++) {
        int at = i * output.size(1);
        float score = probability(output.values()[at]);
        if (score > RNET_PROBABILITY) {
          refined.add(
              new Candidate(Candidate.regressed(batch.get(i), output.values(), at + 1, 1), score));
        }
      }
    }
    return strongest(refined, SAME);
  }

  private List<Face> decide(List<Candidate> refined) {
    List<Face> faces = new ArrayList<>();
    for (List<Box> batch : batches(refined, ONET_BATCH)) {
      Tensor output = onet.run(crops(batch, ONET_SIZE));
      for (int i = 0; i < batch.size(); i++) {
        int at = i * output.size(1);
        float score = probability(output.values()[at]);
        if (score > ONET_PROBABILITY) {
          faces.add(
              new Face(
                  Candidate.regressed(batch.get(i), output.values(), at + 1, 1),
                  landmarks(batch.get(i), output.values(), at + 5),
                  score));
        }
      }
    }
    return Suppression.BY_SMALLER.strongest(faces, Face::box, Face::score, SAME);
  }

  private static List<Candidate> strongest(List<Candidate> candidates, float limit) {
    return Suppression.BY_UNION.strongest(candidates, Candidate::box, Candidate::score, limit);
  }

  private static Landmarks landmarks(Box box, float[] output, int at) {
    Point[] points = new Point[5];
    for (int i = 0; i < points.length; i++) {
      points[i] =
          new Point(
              box.left() + output[at + i] * box.width(),
              box.top() + output[at + 5 + i] * box.height());
    }
    return new Landmarks(points[0], points[1], points[2], points[3], points[4]);
  }

  /** {@return the boxes made square, in groups that the networks take at once} */
  private static List<List<Box>> batches(List<Candidate> candidates, int size) {
    List<Box> squares =
        candidates.stream()
            .map(candidate -> Candidate.square(candidate.box()))
            .filter(box -> box.width() >= 1)
            .toList();
    List<List<Box>> batches = new ArrayList<>();
    for (int from = 0; from < squares.size(); from += size) {
      batches.add(squares.subList(from, Math.min(squares.size(), from + size)));
    }
    return batches;
  }

  private Tensor crops(List<Box> boxes, int size) {
    float[] input = new float[boxes.size() * 3 * size * size];
    for (int i = 0; i < boxes.size(); i++) {
      pyramid.crop(boxes.get(i), size, input, i * 3 * size * size);
    }
    normalize(input, input);
    return new Tensor(input, boxes.size(), 3, size, size);
  }

  private static void normalize(float[] pixels, float[] target) {
    for (int i = 0; i < pixels.length; i++) {
      target[i] = (pixels[i] - PIXEL_MEAN) * PIXEL_SCALE;
    }
  }

  private static float probability(float logit) {
    return (float) (1 / (1 + Math.exp(-logit)));
  }

  private static float logit(float probability) {
    return (float) Math.log(probability / (1 - probability));
  }

  @Override
  public void close() {
    pnet.close();
    rnet.close();
    onet.close();
  }
}
