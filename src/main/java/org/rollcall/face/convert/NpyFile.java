package org.rollcall.face.convert;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads NumPy's {@code .npy} files, which hold one array each; little-endian float32 only. */
final class NpyFile {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final Pattern TYPE = Pattern.compile("'descr':\\s*'([^']*)'");
  private static final Pattern ORDER = Pattern.compile("'fortran_order':\\s*(True|False)");
  private static final Pattern SHAPE = Pattern.compile("'shape':\\s*\\(([0-9, ]*)\\)");

  private NpyFile() {}

  /**
   * Reads a file.
   *
   * @param file the {@code .npy} file
   * @return its array
   * @throws IOException if it cannot be read or has another format
   */
  static ParamTensor read(Path file) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
    try {
      return read(in);
    } catch (BufferUnderflowException e) {
      throw new IOException("'%s' is cut off at %d bytes".formatted(file, in.limit()), e);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new IOException(
          "'%s' is not a float32 npy file: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static ParamTensor read(ByteBuffer in) {
    String header = readHeader(in);
    String type = field(TYPE, header);
    if (!type.equals("<f4")) {
      throw new IllegalArgumentException("element type is '%s', expected '<f4'".formatted(type));
    }
    int[] shape =
        Arrays.stream(field(SHAPE, header).split(","))
            .map(String::strip)
            .filter(length -> !length.isEmpty())
            .mapToInt(Integer::parseInt)
            .toArray();
    if (in.remaining() < (long) ParamTensor.size(shape) * Float.BYTES) {
      throw new BufferUnderflowException();
    }
    float[] values = new float[ParamTensor.size(shape)];
    in.asFloatBuffer().get(values);
    boolean firstIndexFastest = field(ORDER, header).equals("True");
    return new ParamTensor(shape, firstIndexFastest ? reordered(values, shape) : values);
  }

  private static String readHeader(ByteBuffer in) {
    byte[] magic = new byte[MAGIC.length];
    in.get(magic);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new IllegalArgumentException("it does not start with \\x93NUMPY");
    }
    int majorVersion = in.get();
    in.get();
    int length = majorVersion == 1 ? Short.toUnsignedInt(in.getShort()) : in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] header = new byte[length];
    in.get(header);
    return new String(header, StandardCharsets.UTF_8);
  }

  private static String field(Pattern pattern, String header) {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw new IllegalArgumentException("header '%s' lacks a field".formatted(header.strip()));
    }
    return matcher.group(1);
  }

  /** Converts values from column-major order, the first index fastest, to row-major order. */
  private static float[] reordered(float[] values, int... shape) {
    float[] ordered = new float[values.length];
    int[] index = new int[shape.length];
    for (float value : values) {
      int position = 0;
      for (int axis = 0; axis < shape.length; axis++) {
        position = position * shape[axis] + index[axis];
      }
      ordered[position] = value;
      advance(index, shape);
    }
    return ordered;
  }

  private static void advance(int[] index, int... shape) {
    for (int axis = 0; axis < shape.length; axis++) {
      index[axis]++;
      if (index[axis] < shape[axis]) {
        return;
      }
      index[axis] = 0;
    }
  }
}
