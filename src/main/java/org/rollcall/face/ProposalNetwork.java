package org.rollcall.face;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Picture;

/** Proposes face candidates with P-Net on an image pyramid. Not thread-safe. */
final class ProposalNetwork implements AutoCloseable {
  /** Width and height of the part of an image that one output stands for. */
  private static final int CELL = 12;

  private static final int STRIDE = 2;

  /** A face logit and the regression of four edges; further channels are padding. */
  private static final int CHANNELS = 5;

  private static final float PROBABILITY = 0.6f;
  private static final float SAME_WITHIN_LEVEL = 0.5f;
  private static final float SAME = 0.7f;

  private final Network pnet;
  private final int smallestFacePixels;
  private Pyramid pyramid;

  /**
   * Loads the network.
   *
   * @param folder of a detector pack
   * @param smallestFacePixels width of the smallest face to detect (pixels; ≥ 12)
   */
  ProposalNetwork(Path folder, int smallestFacePixels) {
    this.pnet = Network.load(folder, "pnet", CHANNELS);
    this.smallestFacePixels = smallestFacePixels;
  }

  /** {@return the pyramid of a picture; the next call overwrites it} */
  Pyramid scale(Picture picture) {
    if (pyramid == null || !pyramid.fits(picture)) {
      double scale = (double) CELL / smallestFacePixels;
      pyramid = new Pyramid(picture.width(), picture.height(), scale, CELL);
    }
    pyramid.load(picture);
    return pyramid;
  }

  /** {@return face candidates, best score first} */
  List<FaceCandidate> propose(Pyramid scaled) {
    List<FaceCandidate> proposed = new ArrayList<>();
    for (Pyramid.Level level : scaled.levels()) {
      proposed.addAll(proposeOn(level));
    }
    return FaceCandidate.strongest(proposed, SAME);
  }

  private List<FaceCandidate> proposeOn(Pyramid.Level level) {
    Plane plane = level.plane();
    float zoom = level.zoom();
    MtcnnNumbers.normalise(plane.values(), level.input(), level.input().length);
    Tensor output = pnet.run(new Tensor(level.input(), 1, 3, plane.height(), plane.width()));
    int columns = output.size(3);
    int cells = output.size(2) * columns;
    float threshold = MtcnnNumbers.logit(PROBABILITY);
    List<FaceCandidate> found = new ArrayList<>();
    for (int cell = 0; cell < cells; cell++) {
      float logit = output.values()[cell];
      if (logit > threshold) {
        float left = cell % columns * STRIDE * zoom;
        float top = cell / columns * STRIDE * zoom;
        float side = CELL * zoom;
        Box place = new Box(left, top, left + side, top + side);
        Box box = FaceCandidate.regressed(place, output.values(), cells + cell, cells);
        found.add(new FaceCandidate(box, MtcnnNumbers.probability(logit)));
      }
    }
    return FaceCandidate.strongest(found, SAME_WITHIN_LEVEL);
  }

  @Override
  public void close() {
    pnet.close();
  }
}
