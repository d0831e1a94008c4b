package org.rollcall.identity;

/**
 * What an enrolment photo must be like.
 *
 * @param minFacePixels width of the face in the photo (20 to 400; 40 by default)
 * @param minSharpness sharpness of the face, 0..1 (0.1 by default; 0 takes every photo)
 */
public record EnrolmentSettings(int minFacePixels, double minSharpness) {
  /** What holds when nothing is set. */
  public static final EnrolmentSettings DEFAULT = new EnrolmentSettings(40, 0.1);

  public EnrolmentSettings {
    if (minFacePixels < 20 || minFacePixels > 400) {
      throw new IllegalArgumentException(
          "minFacePixels must be 20 to 400 px, got " + minFacePixels);
    }
    if (!(minSharpness >= 0 && minSharpness <= 1)) {
      throw new IllegalArgumentException("minSharpness must be 0 to 1, got " + minSharpness);
    }
  }
}
