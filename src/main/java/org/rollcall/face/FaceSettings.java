package org.rollcall.face;

import java.time.Duration;
import org.rollcall.basics.setting.Fixed;
import org.rollcall.basics.setting.Help;
import org.rollcall.basics.setting.Section;
import org.rollcall.basics.setting.Setting;
import org.rollcall.basics.setting.SettingsType;
import org.rollcall.face.pack.PackLibrary;

/**
 * How faces are detected and embedded.
 *
 * @param detector id of the detector's pack, or {@code auto}: the best one installed
 * @param embedder id of the embedder's pack, or {@code auto}: the best one installed
 * @param smallestFacePixels width of the smallest face to detect, in pixels of the recording; the
 *     time for a frame grows with its inverse square
 * @param wholePictureEvery time between two frames that are searched as a whole; those in between
 *     are searched only where faces were seen recently
 * @param sparing whether only a few crops are embedded of people who are well known in their seats
 */
@Section("detection")
@Help("How faces are found.")
public record FaceSettings(
    @Setting(key = "detection.pack", fallback = FaceSettings.AUTO, expected = FaceSettings.PACK)
        @Help("Model pack that finds faces; auto takes the best one installed.")
        String detector,
    @Setting(key = "recognition.pack", fallback = FaceSettings.AUTO, expected = FaceSettings.PACK)
        @Help(
            "Model pack that tells faces apart; auto takes the best one installed. After a change,"
                + " all photos are enrolled again.")
        String embedder,
    @Setting(key = "detection.smallestFacePixels", fallback = "24", limits = "12 to 400 pixels")
        @Help(
            "Width of the smallest face to find, in pixels of the recording. Half the width takes"
                + " four times as long.")
        int smallestFacePixels,
    @Setting(key = "detection.wholePictureEvery", fallback = "8s", limits = "0s to 60s")
        @Help(
            "How often a whole frame is searched for faces. The frames in between are only searched"
                + " where faces were seen shortly before or after; 0s searches every frame as a"
                + " whole.")
        Duration wholePictureEvery,
    @Fixed("true") boolean sparing) {
  /** Stands for the best pack installed. */
  public static final String AUTO = PackLibrary.AUTO;

  static final String PACK = "the id of an installed model pack, or auto";

  /** The settings if nothing else is configured. */
  public static final FaceSettings DEFAULT = SettingsType.of(FaceSettings.class).defaults();

  public FaceSettings {
    SettingsType.of(FaceSettings.class)
        .check(detector, embedder, smallestFacePixels, wholePictureEvery, sparing);
  }

  /**
   * Settings that are otherwise the default.
   *
   * @param detector id of the detector's pack, or {@code auto}
   * @param embedder id of the embedder's pack, or {@code auto}
   * @param smallestFacePixels width of the smallest face to detect, in pixels
   */
  public FaceSettings(String detector, String embedder, int smallestFacePixels) {
    this(detector, embedder, smallestFacePixels, DEFAULT.wholePictureEvery, DEFAULT.sparing);
  }

  /** {@return the same, but every frame is searched as a whole and all crops are embedded} */
  public FaceSettings thorough() {
    return new FaceSettings(detector, embedder, smallestFacePixels, Duration.ZERO, false);
  }
}
