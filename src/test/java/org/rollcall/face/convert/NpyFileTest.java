package org.rollcall.face.convert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyFileTest {
  private static final float[] ONE_TO_SIX = {1, 2, 3, 4, 5, 6};

  @TempDir Path folder;

  @Test
  void read_rowMajor_keepsTheOrder() throws IOException {
    ParamTensor tensor = NpyFile.read(write(1, header("<f4", "False", "(2, 3)"), ONE_TO_SIX));

    assertThat(tensor.shape()).containsExactly(2, 3);
    assertThat(tensor.values()).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void read_columnMajor_isReordered() throws IOException {
    ParamTensor tensor = NpyFile.read(write(1, header("<f4", "True", "(2, 3)"), ONE_TO_SIX));

    assertThat(tensor.shape()).containsExactly(2, 3);
    assertThat(tensor.values()).containsExactly(1, 3, 5, 2, 4, 6);
  }

  @Test
  void read_version2_hasALongerHeaderLength() throws IOException {
    ParamTensor tensor = NpyFile.read(write(2, header("<f4", "False", "(6,)"), ONE_TO_SIX));

    assertThat(tensor.shape()).containsExactly(6);
    assertThat(tensor.values()).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void read_shapeThatOverflows_isRefused() throws IOException {
    Path file = write(1, header("<f4", "False", "(2000000000, 2000000000, 4)"), ONE_TO_SIX);

    assertThatThrownBy(() -> NpyFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not a float32 npy file");
  }

  @Test
  void read_doubles_areRefused() throws IOException {
    Path file = write(1, header("<f8", "False", "(3,)"), ONE_TO_SIX);

    assertThatThrownBy(() -> NpyFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessage("'%s' is not a float32 npy file: element type is '<f8', expected '<f4'", file);
  }

  @Test
  void read_cutAnywhere_saysSo() throws IOException {
    byte[] whole = Files.readAllBytes(write(1, header("<f4", "False", "(6,)"), ONE_TO_SIX));
    for (int length = 0; length < whole.length; length++) {
      Path file = Files.write(folder.resolve("cut.npy"), Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> NpyFile.read(file))
          .isInstanceOf(IOException.class)
          .hasMessage("'%s' is cut off at %d bytes", file, length);
    }
  }

  @Test
  void read_otherFile_isRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("some.npy"), "<html></html>");

    assertThatThrownBy(() -> NpyFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("does not start with");
  }

  @Test
  void read_headerWithoutShape_isRefused() throws IOException {
    Path file = write(1, "{'descr': '<f4', 'fortran_order': False}\n", ONE_TO_SIX);

    assertThatThrownBy(() -> NpyFile.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("lacks a field");
  }

  private static String header(String type, String order, String shape) {
    return "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }\n".formatted(type, order, shape);
  }

  private Path write(int version, String header, float... values) throws IOException {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    out.put((byte) 0x93).put("NUMPY".getBytes(StandardCharsets.UTF_8));
    out.put((byte) version).put((byte) 0);
    if (version == 1) {
      out.putShort((short) text.length);
    } else {
      out.putInt(text.length);
    }
    out.put(text);
    for (float value : values) {
      out.putFloat(value);
    }
    return Files.write(folder.resolve("some.npy"), Arrays.copyOf(out.array(), out.position()));
  }
}
