package org.rollcall.face;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.testing.UsesNatives;

@UsesNatives
class NetworkTest {
  private static final int ALL = 1000;

  @TempDir static Path folder;
  private static Path pack;

  @BeforeAll
  static void unpack() {
    pack = new PackLibrary(folder.resolve("models")).detector("compact").folder();
  }

  @Test
  void run_moreChannelsThanThereAre_givesAllOfThem() {
    Tensor output = run("rnet", ALL, input(8, 24));
    assertThat(output.size(0)).isEqualTo(8);
    assertThat(output.count()).isEqualTo(8 * output.size(1));
  }

  @Test
  void run_fewChannelsOfOnePicture_givesTheFirstOnes() {
    Tensor input = input(1, 40);
    Tensor all = run("pnet", ALL, input);
    Tensor some = run("pnet", 5, input);
    assertThat(all.size(1)).isGreaterThan(5);
    assertThat(some.shape()).containsExactly(1, 5, all.shape()[2], all.shape()[3]);
    assertThat(numbers(some)).containsExactly(Arrays.copyOf(all.values(), some.count()));
  }

  @Test
  void run_fewChannelsOfManyPictures_givesTheFirstOnesOfEach() {
    Tensor input = input(3, 40);
    Tensor all = run("pnet", ALL, input);
    Tensor some = run("pnet", 5, input);
    int given = all.count() / 3;
    int wanted = some.count() / 3;
    for (int picture = 0; picture < 3; picture++) {
      assertThat(Arrays.copyOfRange(some.values(), picture * wanted, (picture + 1) * wanted))
          .containsExactly(
              Arrays.copyOfRange(all.values(), picture * given, picture * given + wanted));
    }
  }

  private static Tensor run(String name, int channels, Tensor input) {
    try (Network network = Network.load(pack, name, channels)) {
      return network.run(input);
    }
  }

  private static float[] numbers(Tensor tensor) {
    return Arrays.copyOf(tensor.values(), tensor.count());
  }

  private static Tensor input(int pictures, int side) {
    float[] values = new float[pictures * 3 * side * side];
    Random random = new Random(1);
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() * 2 - 1;
    }
    return new Tensor(values, pictures, 3, side, side);
  }
}
