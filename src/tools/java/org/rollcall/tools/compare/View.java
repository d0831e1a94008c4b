package org.rollcall.tools.compare;

import java.util.Random;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Picture;
import org.rollcall.tools.ClassroomCamera;
import org.rollcall.tools.PortraitPhoto;
import org.rollcall.video.Photos;

/** How a face is shown: as in its photo, or as a camera in a classroom sees it. */
enum View {
  PHOTO(0),
  PIXELS_48(48),
  PIXELS_32(32),
  PIXELS_24(24);

  private static final int JPEG_QUALITY = 70;

  private final int facePixels;

  View(int facePixels) {
    this.facePixels = facePixels;
  }

  String title() {
    return this == PHOTO ? "as photographed" : "%d px wide".formatted(facePixels);
  }

  FaceCrop of(PortraitPhoto portrait, Random random) {
    return this == PHOTO
        ? portrait.crop()
        : compressed(portrait.seenBy(ClassroomCamera.random(portrait.face(), facePixels, random)));
  }

  private static FaceCrop compressed(FaceCrop crop) {
    Picture picture = crop.picture();
    int side = Math.max(picture.width(), picture.height());
    return new FaceCrop(Photos.decode(Photos.encode(picture, side, JPEG_QUALITY)), crop.face());
  }
}
