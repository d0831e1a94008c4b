package org.rollcall.face;

import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Landmarks;
import org.rollcall.model.picture.Point;
import org.rollcall.model.picture.Quality;

/** Measures how suitable the crop of a face is for recognition. */
final class QualityMeter {
  /** Sharpness is measured at this size at most, so that small and large faces are comparable. */
  private static final int LARGEST = 48;

  /** Energy of the Laplacian relative to the variance of the picture, in a sharp face. */
  private static final float SHARP = 0.5f;

  /** Standard deviation of brightness (0..255) in a well-lit face. */
  private static final float GOOD_CONTRAST = 40;

  /** Offset of the nose from the midpoint of the eyes, in eye distances, in half profile. */
  private static final float TURNED = 0.45f;

  /**
   * Nines in the detector's probability ({@code −log10(1 − p)}) if half of a face is hidden, and if
   * nothing is.
   */
  private static final double FEW_NINES = 0.5;

  private static final double MANY_NINES = 3.5;

  private QualityMeter() {}

  /** {@return the quality; all shares 0..1} */
  static Quality measure(FaceCrop crop) {
    Box box = crop.face().box();
    float pixels = Math.min(box.width(), box.height());
    int size = Math.max(8, Math.min(LARGEST, Math.round(pixels)));
    float[] grey = grey(crop, size);
    double contrast = variance(grey);
    return new Quality(
        pixels,
        upToOne((float) (laplacianEnergy(grey, size) / Math.max(contrast, 1)) / SHARP),
        frontality(crop.face().landmarks()),
        upToOne((float) Math.sqrt(contrast) / GOOD_CONTRAST),
        visibility(crop.face().score()));
  }

  private static float[] grey(FaceCrop crop, int size) {
    Plane face = Plane.empty(size, size);
    Resampler.resize(crop.picture(), crop.face().box(), face);
    float[] rgb = face.values();
    float[] grey = new float[size * size];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = 0.299f * rgb[i] + 0.587f * rgb[grey.length + i] + 0.114f * rgb[2 * grey.length + i];
    }
    return grey;
  }

  private static double laplacianEnergy(float[] grey, int size) {
    double sum = 0;
    for (int y = 1; y < size - 1; y++) {
      for (int x = 1; x < size - 1; x++) {
        int at = y * size + x;
        double laplacian =
            grey[at - 1] + grey[at + 1] + grey[at - size] + grey[at + size] - 4 * grey[at];
        sum += laplacian * laplacian;
      }
    }
    return sum / ((size - 2) * (size - 2));
  }

  private static double variance(float[] grey) {
    double sum = 0;
    double squares = 0;
    for (float value : grey) {
      sum += value;
      squares += value * value;
    }
    double mean = sum / grey.length;
    return squares / grey.length - mean * mean;
  }

  /** By the position of the nose along the line through the eyes. */
  private static float frontality(Landmarks landmarks) {
    Point left = landmarks.leftEye();
    Point right = landmarks.rightEye();
    float dx = right.x() - left.x();
    float dy = right.y() - left.y();
    float square = dx * dx + dy * dy;
    if (square == 0) {
      return 0;
    }
    float noseX = landmarks.nose().x() - (left.x() + right.x()) / 2;
    float noseY = landmarks.nose().y() - (left.y() + right.y()) / 2;
    float along = (noseX * dx + noseY * dy) / square;
    return 1 - upToOne(Math.abs(along) / TURNED);
  }

  /** By the number of nines in the detector's probability, between few and many. */
  private static float visibility(float score) {
    double nines = -Math.log10(Math.max(1e-9, 1 - score));
    return upToOne((float) Math.max(0, (nines - FEW_NINES) / (MANY_NINES - FEW_NINES)));
  }

  private static float upToOne(float value) {
    return Math.min(1, value);
  }
}
