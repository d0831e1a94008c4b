package org.rollcall.model.picture;

/**
 * A face cut out of a frame, with enough around it to align it for any embedding network.
 *
 * @param picture the part of the frame, in its own resolution
 * @param face the face, in pixels of that part
 */
public record FaceCrop(Picture picture, Face face) {
  /** Share of the face's box that is kept around it on each side. */
  private static final float MARGIN = 0.4f;

  /**
   * Cuts a face out.
   *
   * @param frame the picture in which the face was found
   * @param face the face, in pixels of the frame (overlaps it)
   * @return the crop; its pixels are a copy
   */
  public static FaceCrop of(Picture frame, Face face) {
    Box wanted = face.box().grown(MARGIN);
    float left = (float) Math.floor(Math.max(0, wanted.left()));
    float top = (float) Math.floor(Math.max(0, wanted.top()));
    return new FaceCrop(
        frame.crop(new Box(left, top, wanted.right(), wanted.bottom())), face.moved(-left, -top));
  }
}
