package org.rollcall.video;

import java.nio.file.Path;
import java.util.List;
import java.util.function.IntConsumer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.rollcall.model.picture.Picture;
import org.rollcall.video.convert.Mats;

/** Makes a film of photos that shows each of them for a second. */
public final class PhotoFilm {
  private static final int LONGEST_SIDE = 2560;

  /** Enough for the encoder to spend the bits that a still picture needs. */
  private static final int FRAMES_PER_PHOTO = 25;

  private PhotoFilm() {}

  /**
   * Writes the film as MP4.
   *
   * @param photos JPEG or PNG files (not empty); the first one sets the shape, others get black
   *     borders to fit
   * @param film the MP4 file; replaced if it exists
   * @param done receives the number of photos in the film after each of them
   * @throws UnreadablePhoto if one of them cannot be read
   * @throws UnwritableClip if the film cannot be written
   */
  public static void make(List<Path> photos, Path film, IntConsumer done) {
    Picture first = Photos.read(photos.get(0));
    double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(first.width(), first.height()));
    int width = even(first.width() * scale);
    int height = even(first.height() * scale);
    try (ClipWriter writer = ClipWriter.open(film, width, height, FRAMES_PER_PHOTO)) {
      for (int i = 0; i < photos.size(); i++) {
        Picture photo = i == 0 ? first : Photos.read(photos.get(i));
        show(writer, fit(photo, width, height));
        done.accept(i + 1);
      }
    }
  }

  private static void show(ClipWriter writer, Picture photo) {
    for (int frame = 0; frame < FRAMES_PER_PHOTO; frame++) {
      writer.write(photo);
    }
  }

  private static int even(double pixels) {
    return Math.max(2, (int) pixels / 2 * 2);
  }

  private static Picture fit(Picture photo, int width, int height) {
    double scale = Math.min((double) width / photo.width(), (double) height / photo.height());
    int w = Math.max(1, Math.min(width, (int) Math.round(photo.width() * scale)));
    int h = Math.max(1, Math.min(height, (int) Math.round(photo.height() * scale)));
    try (Mat source = Mats.of(photo);
        Mat canvas = new Mat(height, width, opencv_core.CV_8UC3, Scalar.BLACK);
        Rect place = new Rect((width - w) / 2, (height - h) / 2, w, h);
        Mat part = new Mat(canvas, place);
        Size size = new Size(w, h)) {
      opencv_imgproc.resize(source, part, size, 0, 0, opencv_imgproc.INTER_AREA);
      return Mats.picture(canvas);
    }
  }
}
