package org.rollcall.face;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.Landmarks;
import org.rollcall.model.picture.Point;

/** O-Net, the last network of the cascade: decides what is a face, and places its landmarks. */
final class OutputNetwork implements AutoCloseable {
  /** Gives a face logit, the regression of four edges, and x and y of five landmarks. */
  private static final CropNetwork.Spec ONET = new CropNetwork.Spec("onet", 48, 15, 32);

  private static final int EDGES = 1;
  private static final int LANDMARKS = 5;

  /**
   * Share of the smaller of two faces that may overlap before they are one. A face that moves is
   * smeared, and then found twice, half beside itself.
   */
  private static final float SAME = 0.5f;

  private final CropNetwork network;

  /** Loads the network from the folder of a detector pack. */
  OutputNetwork(Path folder) {
    this.network = new CropNetwork(folder, ONET);
  }

  /**
   * Decides which places show a face.
   *
   * @param threshold probability above which a place shows a face
   * @return the faces, best score first, without duplicates
   */
  List<Face> decide(List<Box> places, CropSource crops, float threshold) {
    List<Face> faces = new ArrayList<>();
    network.run(
        places,
        crops,
        (square, output, offset) -> {
          float score = MtcnnNumbers.probability(output[offset]);
          if (score > threshold) {
            faces.add(
                new Face(
                    FaceCandidate.regressed(square, output, offset + EDGES, 1),
                    landmarks(square, output, offset + LANDMARKS),
                    score));
          }
        });
    return distinct(faces);
  }

  /** {@return the faces, best score first, without duplicates} */
  static List<Face> distinct(List<Face> faces) {
    return Suppression.BY_SMALLER.strongest(faces, Face::box, Face::score, SAME);
  }

  private static Landmarks landmarks(Box box, float[] output, int offset) {
    Point[] points = new Point[5];
    for (int i = 0; i < points.length; i++) {
      points[i] =
          new Point(
              box.left() + output[offset + i] * box.width(),
              box.top() + output[offset + points.length + i] * box.height());
    }
    return new Landmarks(points[0], points[1], points[2], points[3], points[4]);
  }

  @Override
  public void close() {
    network.close();
  }
}
