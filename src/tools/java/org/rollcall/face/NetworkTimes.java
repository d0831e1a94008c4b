package org.rollcall.face;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Times the networks of several detectors on the same input. They run in turn, so that other load
 * on the machine affects all of them alike.
 */
public final class NetworkTimes implements AutoCloseable {
  private static final int ROUNDS = 15;
  private static final int PNET_CELL = 12;
  private static final int RNET_FACES = 128;
  private static final int ONET_FACES = 32;

  /** Channels that the detector uses of P-Net's output. */
  private static final int CHANNELS = 5;

  private final List<Network> networks = new ArrayList<>();
  private final List<Tensor> inputs;

  private NetworkTimes(List<Tensor> inputs) {
    this.inputs = inputs;
  }

  /**
   * Times P-Net on all levels of the pyramid of a frame.
   *
   * @param width of the frame (pixels)
   * @param height of the frame (pixels)
   * @param smallestFacePixels width of the smallest face to detect
   * @return an instance without networks; the caller closes it
   */
  public static NetworkTimes onFrame(int width, int height, int smallestFacePixels) {
    double scale = (double) PNET_CELL / smallestFacePixels;
    return new NetworkTimes(
        new Pyramid(width, height, scale, PNET_CELL)
            .levels().stream()
                .map(level -> input(1, level.plane().height(), level.plane().width()))
                .toList());
  }

  /** {@return an instance for R-Net, on a batch of 128 places} */
  public static NetworkTimes onPlaces() {
    return new NetworkTimes(List.of(input(RNET_FACES, 24, 24)));
  }

  /** {@return an instance for O-Net, on a batch of 32 places} */
  public static NetworkTimes onRefinedPlaces() {
    return new NetworkTimes(List.of(input(ONET_FACES, 48, 48)));
  }

  private static Tensor input(int count, int height, int width) {
    return new Tensor(new float[count * 3 * height * width], count, 3, height, width);
  }

  /**
   * Adds a network.
   *
   * @param folder of its pack
   * @param name its name in the pack
   */
  public void add(Path folder, String name) {
    networks.add(Network.load(folder, name, CHANNELS));
  }

  /** {@return the median time of each network for the input, in milliseconds} */
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
