package org.rollcall.face;

/**
 * How faces are found and described.
 *
 * @param detector id of the detector's pack, or {@code auto}: the best one installed
 * @param embedder id of the embedder's pack, or {@code auto}: the best one installed
 * @param smallestFacePixels width of the smallest face looked for, in pixels of the recording (12
 *     to 400; 24 by default); the time for a frame grows with its inverse square
 */
public record FaceSettings(String detector, String embedder, int smallestFacePixels) {
  /** The value that stands for the best pack installed. */
  public static final String AUTO = "auto";

  /** What holds when nothing is set. */
  public static final FaceSettings DEFAULT = new FaceSettings(AUTO, AUTO, 24);

  public FaceSettings {
    if (smallestFacePixels < 12 || smallestFacePixels > 400) {
      throw new IllegalArgumentException(
          "smallestFacePixels must be 12 to 400 px, got " + smallestFacePixels);
    }
  }
}
