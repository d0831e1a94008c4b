package org.rollcall.face.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Reads FaceNet's published layers, whose kernels are [height, width, inputs, outputs].
 *
 * @param folder holds one {@code .npy} file for each array
 */
record FaceNetLayers(Path folder) {
  private static final double EPSILON = 1e-3;

  /** {@return a convolution folded with its batch norm} */
  LinearLayer normalised(String layer) throws IOException {
    return normalised(channelsFirst(read(layer + "_kernel")), layer);
  }

  /** {@return the final fully connected layer, folded with its batch norm} */
  LinearLayer bottleneck() throws IOException {
    ParamTensor kernel = read("Bottleneck_kernel");
    int[] shape = kernel.shape();
    ParamTensor flat = kernel.reshaped(1, 1, shape[0], shape[1]);
    return normalised(channelsFirst(flat), "Bottleneck");
  }

  /** {@return a convolution with a bias and without batch norm, multiplied by a factor} */
  LinearLayer scaled(String layer, float factor) throws IOException {
    float[] factors = new float[read(layer + "_bias").values().length];
    Arrays.fill(factors, factor);
    return new LinearLayer(channelsFirst(read(layer + "_kernel")), read(layer + "_bias"))
        .scaled(factors);
  }

  private LinearLayer normalised(ParamTensor weight, String layer) throws IOException {
    float[] beta = read(layer + "_BatchNorm_beta").values();
    float[] mean = read(layer + "_BatchNorm_moving_mean").values();
    float[] variance = read(layer + "_BatchNorm_moving_variance").values();
    float[] gamma = new float[beta.length];
    Arrays.fill(gamma, 1);
    return new BatchNorm(gamma, beta, mean, variance, EPSILON).after(LinearLayer.unbiased(weight));
  }

  private ParamTensor read(String name) throws IOException {
    return NpyFile.read(folder.resolve(name + ".npy"));
  }

  private static ParamTensor channelsFirst(ParamTensor kernel) {
    int[] shape = kernel.shape();
    int places = shape[0] * shape[1];
    int inputs = shape[2];
    int outputs = shape[3];
    float[] from = kernel.values();
    float[] to = new float[from.length];
    for (int i = 0; i < from.length; i++) {
      int output = i % outputs;
      int input = i / outputs % inputs;
      int place = i / outputs / inputs;
      to[(output * inputs + input) * places + place] = from[i];
    }
    return new ParamTensor(new int[] {outputs, inputs, shape[0], shape[1]}, to);
  }
}
