package org.rollcall.face;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The networks of several detectors by themselves, run in turn on the same input, so that whatever
 * else the machine does disturbs all of them alike.
 */
public final class NetworkTimes implements AutoCloseable {
  private static final int ROUNDS = 15;
  private static final int PNET_CELL = 12;
  private static final int RNET_FACES = 128;
  private static final int ONET_FACES = 32;

  /** As many as the detector takes of P-Net's output. */
  private static final int CHANNELS = 5;

  private final List<Network> networks = new ArrayList<>();
  private final List<Tensor> inputs;

  private NetworkTimes(List<Tensor> inputs) {
    this.inputs = inputs;
  }

  /**
   * The first network of detectors, on all levels of the pyramid of a frame.
   *
   * @param width of the frame (pixels)
   * @param height of the frame (pixels)
   * @param smallestFacePixels width of the smallest face looked for
   * @return without a network yet; the caller closes it
   */
  public static NetworkTimes onFrame(int width, int height, int smallestFacePixels) {
    double scale = (double) PNET_CELL / smallestFacePixels;
    return new NetworkTimes(
        new Pyramid(width, height, scale, PNET_CELL)
            .levels().stream()
                .map(level -> input(1, level.plane().height(), level.plane().width()))
                .toList());
  }

  /** {@return the second network of detectors, on a batch of 128 places} */
  public static NetworkTimes onPlaces() {
    return new NetworkTimes(List.of(input(RNET_FACES, 24, 24)));
  }

  /** {@return the third network of detectors, on a batch of 32 places} */
  public static NetworkTimes onRefinedPlaces() {
    return new NetworkTimes(List.of(input(ONET_FACES, 48, 48)));
  }

  private static Tensor input(int count, int height, int width) {
    return new Tensor(new float[count * 3 * height * width], count, 3, height, width);
  }

  /**
   * Adds a network.
   *
   * @param folder where it lies
   * @param name its name there
   */
  public void add(Path folder, String name) {
    networks.add(Network.load(folder, name, CHANNELS));
  }

  /** {@return for each network the median time for the input, in milliseconds} */
  public List<Double> measure() {
    double[][] times = new double[networks.size()][ROUNDS];
    networks.forEach(this::time);
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < networks.size(); i++) {
        times[i][round] = time(networks.get(i));
      }
    }
    return Arrays.stream(times).map(NetworkTimes::median).toList();
  }

  private double time(Network network) {
    long start = System.nanoTime();
    inputs.forEach(network::run);
    return (System.nanoTime() - start) / 1e6;
  }

  private static double median(double... times) {
    Arrays.sort(times);
    return times[times.length / 2];
  }

  @Override
  public void close() {
    networks.forEach(Network::close);
  }
}
