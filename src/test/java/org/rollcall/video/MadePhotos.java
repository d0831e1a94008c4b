package org.rollcall.video;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.rollcall.model.picture.Picture;
import org.rollcall.video.convert.Mats;

/** Photos of any size and format, made without much memory where they are large. */
public final class MadePhotos {
  private static final long PNG = 0x89504e470d0a1a0aL;
  private static final int LOSSLESS = 101;

  private MadePhotos() {}

  /** {@return a black PNG picture, packed row by row} */
  public static byte[] png(int width, int height) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream rows = new DeflaterOutputStream(packed)) {
      byte[] row = new byte[1 + 3 * width];
      for (int y = 0; y < height; y++) {
        rows.write(row);
      }
    }
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(file);
    out.writeLong(PNG);
    ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
    chunk(out, "IHDR", header.put(new byte[] {8, 2, 0, 0, 0}).array());
    chunk(out, "IDAT", packed.toByteArray());
    chunk(out, "IEND", new byte[0]);
    return file.toByteArray();
  }

  private static void chunk(DataOutputStream out, String type, byte[] content) throws IOException {
    CRC32 check = new CRC32();
    check.update(type.getBytes(US_ASCII));
    check.update(content);
    out.writeInt(content.length);
    out.write(type.getBytes(US_ASCII));
    out.write(content);
    out.writeInt((int) check.getValue());
  }

  /** {@return a white JPEG picture} */
  public static byte[] jpeg(int width, int height, boolean progressive) {
    try (Scalar white = Scalar.all(255);
        Mat mat = new Mat(height, width, CV_8UC3, white)) {
      return encoded(mat, ".jpg", opencv_imgcodecs.IMWRITE_JPEG_PROGRESSIVE, progressive ? 1 : 0);
    }
  }

  /** {@return a WebP picture} */
  public static byte[] webp(Picture picture, boolean lossless) {
    try (Mat mat = Mats.of(picture)) {
      return encoded(mat, ".webp", opencv_imgcodecs.IMWRITE_WEBP_QUALITY, lossless ? LOSSLESS : 90);
    }
  }

  private static byte[] encoded(Mat mat, String format, int... parameters) {
    try (BytePointer content = new BytePointer();
        IntPointer how = new IntPointer(parameters)) {
      opencv_imgcodecs.imencode(format, mat, content, how);
      byte[] bytes = new byte[Math.toIntExact(content.limit())];
      content.get(bytes);
      return bytes;
    }
  }
}
