package org.rollcall.face;

import org.rollcall.model.Box;
import org.rollcall.model.FaceCrop;
import org.rollcall.model.Landmarks;
import org.rollcall.model.Point;
import org.rollcall.model.Quality;

/** Measures how much a crop of a face can tell. */
final class QualityMeter {
  /**
   * Sharpness is measured at this size at most, so that it compares between small and large faces.
   */
  private static final int LARGEST = 48;

  /** Energy of the Laplacian against that of the picture itself, in a face that is quite sharp. */
  private static final float SHARP = 0.5f;

  /** Standard deviation of brightness (0..255) in a face with good light. */
  private static final float GOOD_CONTRAST = 40;

  /** The nose's distance from the middle between the eyes, in eye distances, in half profile. */
  private static final float TURNED = 0.45f;

  /**
   * Decimals of certainty that a detector has where half of a face is hidden, and where nothing is.
   */
  private static final double FEW_NINES = 0.5;

  private static final double MANY_NINES = 3.5;

  private QualityMeter() {}

  static Quality measure(FaceCrop crop) {
    Box box = crop.face().box();
    float pixels = Math.min(box.width(), box.height());
    int size = Math.max(8, Math.min(LARGEST, Math.round(pixels)));
    float[] gray = gray(crop, size);
    double contrast = variance(gray);
    return new Quality(
        pixels,
        upToOne((float) (laplacianEnergy(gray, size) / Math.max(contrast, 1)) / SHARP),
        frontality(crop.face().landmarks()),
        upToOne((float) Math.sqrt(contrast) / GOOD_CONTRAST),
        visibility(crop.face().score()));
  }

  private static float[] gray(FaceCrop crop, int size) {
    float[] rgb = new float[3 * size * size];
    Resampler.resize(crop.picture(), crop.face().box(), size, size, rgb, 0);
    float[] gray = new float[size * size];
    for (int i = 0; i < gray.length; i++) {
      gray[i] = 0.299f * rgb[i] + 0.587f * rgb[gray.length + i] + 0.114f * rgb[2 * gray.length + i];
    }
    return gray;
  }

  private static double laplacianEnergy(float[] gray, int size) {
    double sum = 0;
    for (int y = 1; y < size - 1; y++) {
      for (int x = 1; x < size - 1; x++) {
        int at = y * size + x;
        double bend =
            gray[at - 1] + gray[at + 1] + gray[at - size] + gray[at + size] - 4 * gray[at];
        sum += bend * bend;
      }
    }
    return sum / ((size - 2) * (size - 2));
  }

  private static double variance(float[] gray) {
    double sum = 0;
    double squares = 0;
    for (float value : gray) {
      sum += value;
      squares += value * value;
    }
    double mean = sum / gray.length;
    return squares / gray.length - mean * mean;
  }

  /** Where the nose lies between the eyes, along the line through them. */
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

  /** How many nines the detector's probability has, between few and many. */
  private static float visibility(float score) {
    double nines = -Math.log10(Math.max(1e-9, 1 - score));
    return upToOne((float) Math.max(0, (nines - FEW_NINES) / (MANY_NINES - FEW_NINES)));
  }

  private static float upToOne(float value) {
    return Math.min(1, value);
  }
}
