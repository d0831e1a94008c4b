package org.rollcall.face.convert;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes MXNet's {@code .params} files: lists of named arrays, little-endian.
 *
 * <p>Arrays must be dense float32. Of the three array formats (legacy, V1 and V2), all are read and
 * V2 is written.
 */
public final class MxnetParams {
  private static final long LIST_MAGIC = 0x112;
  private static final int ARRAY_V1 = 0xF993FAC8;
  private static final int ARRAY_V2 = 0xF993FAC9;
  private static final int DENSE = 0;
  private static final int CPU = 1;
  private static final int FLOAT32 = 0;
  private static final int MAX_DIMENSIONS = 32;

  private MxnetParams() {}

  /**
   * Reads a file.
   *
   * @param file the {@code .params} file
   * @return the arrays by name, in the order of the file; names start with {@code arg:} or {@code
   *     aux:}
   * @throws IOException if it cannot be read or has another format
   */
  public static Map<String, ParamTensor> read(Path file) throws IOException {
    ByteBuffer in = littleEndian(Files.readAllBytes(file));
    try {
      return readList(in);
    } catch (BufferUnderflowException e) {
      throw new IOException("'%s' is cut off at %d bytes".formatted(file, in.limit()), e);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new IOException(
          "'%s' is not an MXNet params file: %s".formatted(file, e.getMessage()), e);
    }
  }

  private static Map<String, ParamTensor> readList(ByteBuffer in) {
    require("magic number", in.getLong(), LIST_MAGIC);
    in.getLong();
    int count = readCount(in);
    List<ParamTensor> tensors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      tensors.add(readTensor(in));
    }
    require("number of names", readCount(in), count);
    Map<String, ParamTensor> byName = new LinkedHashMap<>();
    for (ParamTensor tensor : tensors) {
      byName.put(readName(in), tensor);
    }
    return byName;
  }

  private static ParamTensor readTensor(ByteBuffer in) {
    int head = in.getInt();
    if (head == ARRAY_V2) {
      require("storage type", in.getInt(), DENSE);
    }
    boolean hasMagic = head == ARRAY_V1 || head == ARRAY_V2;
    int dimensions = hasMagic ? in.getInt() : head;
    if (dimensions < 1 || dimensions > MAX_DIMENSIONS) {
      throw new IllegalArgumentException("an array of %d dimensions".formatted(dimensions));
    }
    int[] shape = new int[dimensions];
    for (int i = 0; i < dimensions; i++) {
      shape[i] = hasMagic ? Math.toIntExact(in.getLong()) : in.getInt();
    }
    in.getLong(); // the device that it was saved on
    require("element type", in.getInt(), FLOAT32);
    return new ParamTensor(shape, readFloats(in, shape));
  }

  private static float[] readFloats(ByteBuffer in, int... shape) {
    int size = ParamTensor.size(shape);
    if (size < 0 || size > in.remaining() / Float.BYTES) {
      throw new BufferUnderflowException();
    }
    float[] values = new float[size];
    in.asFloatBuffer().get(values);
    in.position(in.position() + size * Float.BYTES);
    return values;
  }

  private static String readName(ByteBuffer in) {
    int length = readCount(in);
    byte[] name = new byte[length];
    in.get(name);
    return new String(name, StandardCharsets.UTF_8);
  }

  /** Reads a number of items, each of which takes at least one byte. */
  private static int readCount(ByteBuffer in) {
    long count = in.getLong();
    if (count < 0 || count > in.remaining()) {
      throw new BufferUnderflowException();
    }
    return (int) count;
  }

  private static void require(String what, long found, long expected) {
    if (found != expected) {
      throw new IllegalArgumentException(
          "%s is %#x, expected %#x".formatted(what, found, expected));
    }
  }

  /**
   * Writes a file.
   *
   * @param file the {@code .params} file; replaced if it exists
   * @param tensors the arrays by name
   * @throws IOException if it cannot be written
   */
  static void write(Path file, Map<String, ParamTensor> tensors) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(longs(LIST_MAGIC, 0, tensors.size()));
      for (ParamTensor tensor : tensors.values()) {
        out.write(bytes(tensor));
      }
      out.write(longs(tensors.size()));
      for (String name : tensors.keySet()) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        out.write(longs(bytes.length));
        out.write(bytes);
      }
    }
  }

  private static byte[] bytes(ParamTensor tensor) {
    int[] shape = tensor.shape();
    float[] values = tensor.values();
    byte[] bytes =
        new byte[6 * Integer.BYTES + shape.length * Long.BYTES + values.length * Float.BYTES];
    ByteBuffer out = littleEndian(bytes);
    out.putInt(ARRAY_V2).putInt(DENSE).putInt(shape.length);
    for (int length : shape) {
      out.putLong(length);
    }
    out.putInt(CPU).putInt(0).putInt(FLOAT32);
    out.asFloatBuffer().put(values);
    return bytes;
  }

  private static byte[] longs(long... values) {
    byte[] bytes = new byte[values.length * Long.BYTES];
    littleEndian(bytes).asLongBuffer().put(values);
    return bytes;
  }

  private static ByteBuffer littleEndian(byte... bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
