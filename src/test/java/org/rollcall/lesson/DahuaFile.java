package org.rollcall.lesson;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.testing.Ffmpeg;

/** Writes what recorders of Dahua write, which FFmpeg only reads: {@code .dav}. */
final class DahuaFile {
  private static final int FRAMES_PER_SECOND = 5;
  private static final int HEAD_BYTES = 24;
  private static final int KEY_FRAME = 0xfd;
  private static final int OTHER_FRAME = 0xfc;
  private static final int H264 = 0x2;
  private static final int KEY_SLICE = 5;

  /** 16 November 2026, 9:00:00, in six bits and fewer each. */
  private static final int DATE = 26 << 26 | 11 << 22 | 16 << 17 | 9 << 12;

  private DahuaFile() {}

  /** Packs the H.264 frames of a recording. */
  static void write(Path plain, Path file) throws IOException {
    Path raw = file.resolveSibling("raw.h264");
    Ffmpeg.write(
        raw, "-i % -c copy -bsf:v h264_mp4toannexb,h264_metadata=aud=insert -f h264", plain);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<byte[]> frames = frames(Files.readAllBytes(raw));
    for (int i = 0; i < frames.size(); i++) {
      out.writeBytes(packed(frames.get(i), i));
    }
    Files.delete(raw);
    Files.write(file, out.toByteArray());
  }

  /** {@return the frames of a raw stream, each with the delimiter before it} */
  private static List<byte[]> frames(byte[] raw) {
    List<Integer> starts = new ArrayList<>();
    for (int i = 0; i + 4 < raw.length; i++) {
      boolean start = raw[i] == 0 && raw[i + 1] == 0 && raw[i + 2] == 0 && raw[i + 3] == 1;
      if (start && (raw[i + 4] & 31) == 9) {
        starts.add(i);
      }
    }
    starts.add(raw.length);
    List<byte[]> frames = new ArrayList<>();
    for (int i = 0; i + 1 < starts.size(); i++) {
      frames.add(java.util.Arrays.copyOfRange(raw, starts.get(i), starts.get(i + 1)));
    }
    return frames;
  }

  private static byte[] packed(byte[] frame, int number) {
    byte[] extension = {
      (byte) 0x80, 0, (byte) (960 / 8), (byte) (540 / 8), (byte) 0x81, 0, H264, FRAMES_PER_SECOND
    };
    int length = HEAD_BYTES + extension.length + frame.length + 8;
    ByteBuffer packed = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    packed.put("DHAV".getBytes(StandardCharsets.US_ASCII));
    packed.put((byte) (isKey(frame) ? KEY_FRAME : OTHER_FRAME)).put((byte) 0);
    packed.put((byte) 1).put((byte) 0).putInt(number).putInt(length);
    packed.putInt(DATE + number / FRAMES_PER_SECOND);
    packed.putShort((short) (1000 * number / FRAMES_PER_SECOND));
    packed.put((byte) extension.length).put((byte) 0).put(extension).put(frame);
    return packed.put("dhav".getBytes(StandardCharsets.US_ASCII)).putInt(length).array();
  }

  private static boolean isKey(byte[] frame) {
    for (int i = 0; i + 3 < frame.length; i++) {
      boolean start = frame[i] == 0 && frame[i + 1] == 0 && frame[i + 2] == 1;
      if (start && (frame[i + 3] & 31) == KEY_SLICE) {
        return true;
      }
    }
    return false;
  }
}
