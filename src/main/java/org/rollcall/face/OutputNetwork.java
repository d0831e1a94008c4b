package org.rollcall.face;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.model.Box;
import org.rollcall.model.Face;
import org.rollcall.model.Landmarks;
import org.rollcall.model.Point;

/** O-Net, the last of the cascade: says what is a face, and where its landmarks are. */
final class OutputNetwork implements AutoCloseable {
  private static final int SIZE = 48;
  private static final int BATCH = 32;

  /** A logit, four edges, five points. */
  private static final int CHANNELS = 15;

  private static final int EDGES = 1;
  private static final int POINTS = 5;

  /** Overlap above which two faces are one. */
  private static final float SAME = 0.7f;

  private final CropNetwork network;

  OutputNetwork(Path folder) {
    this.network = new CropNetwork(folder, "onet", CHANNELS, SIZE, BATCH);
  }

  /**
   * Decides about places.
   *
   * @param least probability of a face
   * @return the faces, surest first, each once
   */
  List<Face> decide(List<Box> places, CropSource crops, float least) {
    List<Face> faces = new ArrayList<>();
    network.look(
        places,
        crops,
        (square, output, at) -> {
          float score = MtcnnNumbers.probability(output[at]);
          if (score > least) {
            faces.add(
                new Face(
                    Candidate.regressed(square, output, at + EDGES, 1),
                    landmarks(square, output, at + POINTS),
                    score));
          }
        });
    return distinct(faces);
  }

  /** {@return the faces, surest first, each once} */
  static List<Face> distinct(List<Face> faces) {
    return Suppression.BY_SMALLER.strongest(faces, Face::box, Face::score, SAME);
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

  @Override
  public void close() {
    network.close();
  }
}
