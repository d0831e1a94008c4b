package org.rollcall.face;

import java.nio.file.Path;
import java.util.List;
import org.rollcall.model.Box;
import org.rollcall.model.Face;
import org.rollcall.model.Picture;

/**
 * Finds faces with YuNet, and lets O-Net of the MTCNN cascade draw their boxes and landmarks, so
 * that they are cut out and aligned just as if the cascade had found them: what is known of the
 * embeddings of strangers holds for that alone.
 */
final class YuNetDetector implements FaceDetector {
  /** YuNet has said already that it is a face. */
  private static final float ONET_PROBABILITY = 0.7f;

  private final YuNet yunet;
  private final OutputNetwork onet;

  /**
   * Loads the networks.
   *
   * @param yunet folder of the YuNet pack
   * @param cascade folder of a pack with an O-Net
   * @param smallestFacePixels width of the smallest face looked for (pixels; ≥ 12)
   */
  YuNetDetector(Path yunet, Path cascade, int smallestFacePixels) {
    this.yunet = new YuNet(yunet, smallestFacePixels);
    this.onet = new OutputNetwork(cascade);
  }

  @Override
  public List<Face> detect(Search search) {
    Picture picture = search.picture();
    Box frame = new Box(0, 0, picture.width(), picture.height());
    List<Box> proposed =
        search
            .places()
            .map(places -> yunet.proposeAround(picture, places))
            .orElseGet(() -> yunet.propose(picture));
    return onet.decide(proposed, new PictureCrops(picture), ONET_PROBABILITY).stream()
        .filter(face -> frame.contains(face.box().center()))
        .toList();
  }

  @Override
  public void close() {
    yunet.close();
    onet.close();
  }
}
