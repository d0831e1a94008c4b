package org.rollcall.video;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.picture.Jpeg;
import org.rollcall.model.picture.Picture;
import org.rollcall.video.convert.Mats;

/** Reads photos from files, and converts pictures to and from JPEG. For any number of threads. */
public final class Photos {
  private static final long MOST_PIXELS = 100_000_000;
  private static final long MOST_BYTES = 200_000_000;

  private Photos() {}

  /**
   * Reads a photo and turns it upright as its EXIF orientation says.
   *
   * @param file a JPEG or PNG file of at most 100 megapixels
   * @return its pixels
   * @throws UnreadablePhoto if it is in another format, damaged or too large
   */
  public static Picture read(Path file) {
    return read(file.getFileName().toString(), content(file));
  }

  /**
   * Reads a photo from memory and turns it upright as its EXIF orientation says.
   *
   * @param name the name of the photo in messages
   * @param bytes a JPEG or PNG file of at most 100 megapixels
   * @return its pixels
   * @throws UnreadablePhoto if it is in another format, damaged or too large
   */
  public static Picture read(String name, byte[] bytes) {
    requireReasonableSize(name, bytes);
    try (Mat mat = decoded(bytes)) {
      if (mat.empty()) {
        throw new UnreadablePhoto(name, Message.of(Reason.PHOTO_DAMAGED));
      }
      return Mats.picture(mat);
    }
  }

  private static byte[] content(Path file) {
    String name = file.getFileName().toString();
    try {
      long size = Files.size(file);
      if (size == 0) {
        throw new UnreadablePhoto(name, Message.of(Reason.PHOTO_EMPTY));
      }
      if (size > MOST_BYTES) {
        throw new UnreadablePhoto(
            name, Message.of(Reason.PHOTO_TOO_LARGE, size / 1_000_000, MOST_BYTES / 1_000_000));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UnreadablePhoto(
          name, Message.of(Reason.PHOTO_INACCESSIBLE, e.getClass().getSimpleName()), e);
    }
  }

  /** Checks the format and the size before a decoder sees the file or allocates memory for it. */
  private static void requireReasonableSize(String name, byte[] bytes) {
    if (!PhotoHeader.isPhoto(bytes)) {
      throw new UnreadablePhoto(name, Message.of(Reason.PHOTO_FORMAT_UNKNOWN));
    }
    PhotoHeader header =
        PhotoHeader.of(bytes)
            .orElseThrow(() -> new UnreadablePhoto(name, Message.of(Reason.PHOTO_DAMAGED)));
    requireReasonableSize(name, header.width(), header.height());
  }

  private static void requireReasonableSize(String name, int width, int height) {
    if ((long) width * height > MOST_PIXELS) {
      throw new UnreadablePhoto(
          name, Message.of(Reason.PHOTO_TOO_DETAILED, width, height, MOST_PIXELS / 1_000_000));
    }
  }

  private static Mat decoded(byte[] bytes) {
    try (BytePointer content = new BytePointer(bytes);
        Mat row = new Mat(1, bytes.length, CV_8UC1, content)) {
      return opencv_imgcodecs.imdecode(row, opencv_imgcodecs.IMREAD_COLOR);
    }
  }

  /**
   * Decodes a picture that Rollcall encoded.
   *
   * @param jpeg a complete JPEG file
   * @return its pixels
   * @throws IllegalArgumentException if the bytes are not a JPEG picture
   */
  public static Picture decode(Jpeg jpeg) {
    try (Mat mat = decoded(jpeg.bytes())) {
      if (mat.empty()) {
        throw new IllegalArgumentException(
            "Cannot decode a JPEG of %d bytes".formatted(jpeg.bytes().length));
      }
      return Mats.picture(mat);
    }
  }

  /**
   * Encodes a picture, and shrinks it first if it is too large.
   *
   * @param picture the pixels
   * @param longestSide greatest width and height (pixels; > 0); smaller pictures keep their size
   * @param quality 1..100
   * @return the JPEG file
   */
  public static Jpeg encode(Picture picture, int longestSide, int quality) {
    if (longestSide <= 0 || quality < 1 || quality > 100) {
      throw new IllegalArgumentException(
          "longestSide must be above 0 and quality 1 to 100, got %d and %d"
              .formatted(longestSide, quality));
    }
    try (Mat mat = Mats.of(picture);
        BytePointer content = new BytePointer();
        IntPointer parameters = new IntPointer(opencv_imgcodecs.IMWRITE_JPEG_QUALITY, quality)) {
      shrink(mat, longestSide);
      opencv_imgcodecs.imencode(".jpg", mat, content, parameters);
      byte[] bytes = new byte[Math.toIntExact(content.limit())];
      content.get(bytes);
      return new Jpeg(bytes);
    }
  }

  private static void shrink(Mat mat, int longestSide) {
    double scale = (double) longestSide / Math.max(mat.cols(), mat.rows());
    if (scale < 1) {
      int width = Math.max(1, (int) Math.round(mat.cols() * scale));
      int height = Math.max(1, (int) Math.round(mat.rows() * scale));
      try (Size size = new Size(width, height)) {
        opencv_imgproc.resize(mat, mat, size, 0, 0, opencv_imgproc.INTER_AREA);
      }
    }
  }
}
