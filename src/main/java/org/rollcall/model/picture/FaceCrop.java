package org.rollcall.model.picture;

/**
 * A face cropped from a frame, with a margin wide enough to align it for any embedding network.
 *
 * @param picture the cropped part of the frame, at its original resolution
 * @param face the face, in pixels of the crop
 */
public record FaceCrop(Picture picture, Face face) {
  /** Margin kept on each side, as a share of the size of the face's box. */
  private static final float MARGIN = 0.4f;

  /**
   * Crops a face.
   *
   * @param frame the image in which the face was detected
   * @param face the face, in pixels of that image (overlapping it)
   * @return the crop, with its own copy of the pixels
   */
  public static FaceCrop of(Picture frame, Face face) {
    Box wanted = face.box().grown(MARGIN);
    float left = (float) Math.floor(Math.max(0, wanted.left()));
    float top = (float) Math.floor(Math.max(0, wanted.top()));
    return new FaceCrop(
        frame.crop(new Box(left, top, wanted.right(), wanted.bottom())), face.moved(-left, -top));
  }
}
