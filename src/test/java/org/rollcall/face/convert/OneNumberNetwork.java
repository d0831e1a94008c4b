package org.rollcall.face.convert;

import java.io.IOException;
import java.nio.file.Path;

/** A network that multiplies its input by a number. */
public final class OneNumberNetwork {
  private OneNumberNetwork() {}

  /** Writes the graph and the parameters to a folder. */
  public static void write(Path folder, String name, float number) throws IOException {
    NetworkBuilder network = new NetworkBuilder();
    ParamTensor weight = new ParamTensor(new int[] {1, 1, 1, 1}, new float[] {number});
    int output = network.fullyConnected("fc", NetworkBuilder.DATA, LinearLayer.unbiased(weight));
    network.write(folder, name, output);
  }
}
