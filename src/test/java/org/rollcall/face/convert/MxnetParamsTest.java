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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads files with one array "arg:w" [1, 2] = {1.5, −2} in the three array formats.
 *
 * <pre>
 * list magic, 0, one array | header, shape, device, type, numbers | one name
 * </pre>
 */
class MxnetParamsTest {
  private static final int V1 = 0xF993FAC8;
  private static final int V2 = 0xF993FAC9;

  @TempDir Path folder;

  @Test
  void read_headerWithoutMagic_givesShapeAndNumbers() throws IOException {
    assertIsTheArray(MxnetParams.read(write(file(start().putInt(2).putInt(1).putInt(2)))));
  }

  @Test
  void read_headerV1_givesShapeAndNumbers() throws IOException {
    ByteBuffer head = start().putInt(V1).putInt(2).putLong(1).putLong(2);

    assertIsTheArray(MxnetParams.read(write(file(head))));
  }

  @Test
  void read_headerV2_givesShapeAndNumbers() throws IOException {
    ByteBuffer head = start().putInt(V2).putInt(0).putInt(2).putLong(1).putLong(2);

    assertIsTheArray(MxnetParams.read(write(file(head))));
  }

  @Test
  void read_shapeThatOverflows_isRefused() throws IOException {
    ByteBuffer long1 = start().putInt(V2).putInt(0).putInt(1).putLong(1L << 40);
    ByteBuffer product = start().putInt(V2).putInt(0).putInt(2).putLong(1 << 30).putLong(1 << 30);

    for (ByteBuffer head : List.of(long1, product)) {
      Path file = write(file(head));
      assertThatThrownBy(() -> MxnetParams.read(file))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is not an MXNet params file");
    }
  }

  @Test
  void write_thenRead_givesTheSameInOrder() throws IOException {
    Map<String, ParamTensor> written = new LinkedHashMap<>();
    written.put("arg:b", new ParamTensor(new int[] {2, 1, 2}, new float[] {1, 2, 3, 4}));
    written.put("aux:a", ParamTensor.vector(-0.5f));
    Path file = folder.resolve("some.params");

    MxnetParams.write(file, written);

    Map<String, ParamTensor> read = MxnetParams.read(file);
    assertThat(read.keySet()).containsExactly("arg:b", "aux:a");
    assertThat(read.get("arg:b").shape()).containsExactly(2, 1, 2);
    assertThat(read.get("arg:b").values()).containsExactly(1, 2, 3, 4);
    assertThat(read.get("aux:a").values()).containsExactly(-0.5f);
  }

  @Test
  void read_cutAnywhere_saysSo() throws IOException {
    byte[] whole = file(start().putInt(V2).putInt(0).putInt(2).putLong(1).putLong(2));
    for (int length = 0; length < whole.length; length++) {
      Path file = write(Arrays.copyOf(whole, length));

      assertThatThrownBy(() -> MxnetParams.read(file))
          .isInstanceOf(IOException.class)
          .hasMessage("'%s' is cut off at %d bytes", file, length);
    }
  }

  @Test
  void read_otherFile_isRefused() throws IOException {
    Path file = write("{\"nodes\": []}".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> MxnetParams.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not an MXNet params file: magic number is 0x");
  }

  @Test
  void read_hugeShape_isRefusedBeforeItIsAllocated() throws IOException {
    Path file = write(file(start().putInt(2).putInt(1 << 15).putInt(1 << 15)));

    assertThatThrownBy(() -> MxnetParams.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cut off");
  }

  @Test
  void read_sparseArray_isRefused() throws IOException {
    Path file = write(file(start().putInt(V2).putInt(1)));

    assertThatThrownBy(() -> MxnetParams.read(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("storage type is 0x1, expected 0");
  }

  private static void assertIsTheArray(Map<String, ParamTensor> read) {
    assertThat(read).containsOnlyKeys("arg:w");
    assertThat(read.get("arg:w").shape()).containsExactly(1, 2);
    assertThat(read.get("arg:w").values()).containsExactly(1.5f, -2);
  }

  private static ByteBuffer start() {
    ByteBuffer out = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN);
    return out.putLong(0x112).putLong(0).putLong(1);
  }

  private static byte[] file(ByteBuffer head) {
    head.putInt(1).putInt(0).putInt(0).putFloat(1.5f).putFloat(-2);
    head.putLong(1).putLong(5).put("arg:w".getBytes(StandardCharsets.UTF_8));
    byte[] bytes = new byte[head.position()];
    head.flip();
    head.get(bytes);
    return bytes;
  }

  private Path write(byte... bytes) throws IOException {
    return Files.write(folder.resolve("some.params"), bytes);
  }
}
