package org.rollcall.face;

import java.time.Duration;
import org.rollcall.face.pack.PackLibrary;

/**
 * How faces are found and described.
 *
 * @param detector id of the detector's pack, or {@code auto}: the best one installed
 * @param embedder id of the embedder's pack, or {@code auto}: the best one installed
 * @param smallestFacePixels width of the smallest face looked for, in pixels of the recording (12
 *     to 400; 24 by default); the time for a frame grows with its inverse square
 * @param wholePictureEvery time between two frames in which faces are looked for everywhere; in
 *     those between, only where faces were seen of late (0 to 60 s; 8 s by default)
 * @param sparing whether few crops are embedded of people who are well known in their seats
 */
public record FaceSettings(
    String detector,
    String embedder,
    int smallestFacePixels,
    Duration wholePictureEvery,
    boolean sparing) {
  private static final Duration LONGEST_BETWEEN_WHOLE = Duration.ofSeconds(60);

  /** The value that stands for the best pack installed. */
  public static final String AUTO = PackLibrary.AUTO;

  /** What holds when nothing is set. */
  public static final FaceSettings DEFAULT = new FaceSettings(AUTO, AUTO, 24);

  public FaceSettings {
    if (smallestFacePixels < 12 || smallestFacePixels > 400) {
      throw new IllegalArgumentException(
          "smallestFacePixels must be 12 to 400 px, got " + smallestFacePixels);
    }
    if (wholePictureEvery.isNegative() || wholePictureEvery.compareTo(LONGEST_BETWEEN_WHOLE) > 0) {
      throw new IllegalArgumentException(
          "wholePictureEvery must be 0 to 60 s, got " + wholePictureEvery);
    }
  }

  /**
   * Settings that spare.
   *
   * @param detector id of the detector's pack, or {@code auto}
   * @param embedder id of the embedder's pack, or {@code auto}
   * @param smallestFacePixels width of the smallest face looked for, in pixels (12 to 400)
   * @param wholePictureEvery time between two frames in which faces are looked for everywhere
   */
  public FaceSettings(
      String detector, String embedder, int smallestFacePixels, Duration wholePictureEvery) {
    this(detector, embedder, smallestFacePixels, wholePictureEvery, true);
  }

  /**
   * Settings that spare, and search a whole picture every 8 s.
   *
   * @param detector id of the detector's pack, or {@code auto}
   * @param embedder id of the embedder's pack, or {@code auto}
   * @param smallestFacePixels width of the smallest face looked for, in pixels (12 to 400)
   */
  public FaceSettings(String detector, String embedder, int smallestFacePixels) {
    this(detector, embedder, smallestFacePixels, Duration.ofSeconds(8));
  }

  /** {@return the same, but every picture is searched as a whole, and nobody's crops are spared} */
  public FaceSettings thorough() {
    return new FaceSettings(detector, embedder, smallestFacePixels, Duration.ZERO, false);
  }
}
