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
  private static final long MEGA = 1_000_000;

  /** Larger ones are not taken with any telephone. They are decoded in small, row by row. */
  private static final long MOST_PIXELS = 100 * MEGA;

  /**
   * Of a photo that is decoded as a whole: this takes up to 240 MB, which even a worker with the
   * least memory that can be set has besides the networks.
   */
  private static final long MOST_WHOLE_PIXELS = 60 * MEGA;

  /** Larger photos are halved until they are no larger; that leaves faces large enough. */
  private static final long MOST_KEPT_PIXELS = 25 * MEGA;

  private static final long MOST_BYTES = 100 * MEGA;

  private Photos() {}

  /**
   * Reads a photo and turns it upright as its EXIF orientation says.
   *
   * @param file a JPEG, PNG or WebP file of at most 100 megapixels (60 unless it is a plain JPEG)
   * @return its pixels, those of a large photo halved until they are at most 25 megapixels
   * @throws UnreadablePhoto if it is in another format, damaged or too large
   */
  public static Picture read(Path file) {
    return read(file.getFileName().toString(), content(file));
  }

  /**
   * Reads a photo from memory and turns it upright as its EXIF orientation says.
   *
   * @param name the name of the photo in messages
   * @param bytes a JPEG, PNG or WebP file of at most 100 megapixels (60 unless it is a plain JPEG)
   * @return its pixels, those of a large photo halved until they are at most 25 megapixels
   * @throws UnreadablePhoto if it is in another format, damaged or too large
   */
  public static Picture read(String name, byte[] bytes) {
    PhotoHeader header = header(name, bytes);
    try (Mat mat = decoded(bytes, scaled(header))) {
      if (mat.empty()) {
        throw new UnreadablePhoto(name, Message.of(Reason.PHOTO_DAMAGED));
      }
      return Mats.picture(mat);
    }
  }

  /** {@return how OpenCV is told to decode so many pixels} */
  private static int scaled(PhotoHeader header) {
    long pixels = (long) header.width() * header.height();
    if (pixels <= MOST_KEPT_PIXELS) {
      return opencv_imgcodecs.IMREAD_COLOR;
    }
    return pixels <= 4 * MOST_KEPT_PIXELS
        ? opencv_imgcodecs.IMREAD_REDUCED_COLOR_2
        : opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
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
            name, Message.of(Reason.PHOTO_TOO_LARGE, size / MEGA, MOST_BYTES / MEGA));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UnreadablePhoto(
          name, Message.of(Reason.PHOTO_INACCESSIBLE, e.getClass().getSimpleName()), e);
    }
  }

  /** Checks the format and the size before a decoder sees the file or allocates memory for it. */
  private static PhotoHeader header(String name, byte[] bytes) {
    if (HeifBrand.isHeif(bytes)) {
      throw new UnreadablePhoto(name, Message.of(Reason.PHOTO_HEIF));
    }
    if (!PhotoHeader.isPhoto(bytes)) {
      throw new UnreadablePhoto(name, Message.of(Reason.PHOTO_FORMAT_UNKNOWN));
    }
    PhotoHeader header =
        PhotoHeader.of(bytes)
            .orElseThrow(() -> new UnreadablePhoto(name, Message.of(Reason.PHOTO_DAMAGED)));
    requireReasonableSize(name, header);
    return header;
  }

  private static void requireReasonableSize(String name, PhotoHeader header) {
    long most = header.wholeOnly() ? MOST_WHOLE_PIXELS : MOST_PIXELS;
    if ((long) header.width() * header.height() > most) {
      Reason reason =
          header.wholeOnly() ? Reason.PHOTO_TOO_DETAILED_AS_A_WHOLE : Reason.PHOTO_TOO_DETAILED;
      throw new UnreadablePhoto(
          name,
          Message.of(reason, header.width(), header.height(), most / MEGA, MOST_PIXELS / MEGA));
    }
  }

  private static Mat decoded(byte[] bytes, int how) {
    try (BytePointer content = new BytePointer(bytes);
        Mat row = new Mat(1, bytes.length, CV_8UC1, content)) {
      return opencv_imgcodecs.imdecode(row, how);
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
    try (Mat mat = decoded(jpeg.bytes(), opencv_imgcodecs.IMREAD_COLOR)) {
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
