package org.rollcall.face.pack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The parameters of one published network in MXNet's form, by layer. */
final class PublishedParams {
  private final Path file;
  private final Map<String, Tensor> tensors;

  PublishedParams(Path file) throws IOException {
    this.file = file;
    this.tensors = MxnetParams.read(file);
  }

  Linear convolution(String layer) throws IOException {
    return new Linear(argument(layer + "_weight"), argument(layer + "_bias"));
  }

  /** Reads a layer that takes all numbers of square maps of the given size. */
  Linear fullyConnected(String layer, int size) throws IOException {
    return new Linear(windowed(argument(layer + "_weight"), size), argument(layer + "_bias"));
  }

  /** Reads a layer without bias: a convolution, or over square maps of the given size. */
  Linear unbiased(String layer, int size) throws IOException {
    return Linear.unbiased(windowed(argument(layer + "_weight"), size));
  }

  private static Tensor windowed(Tensor weight, int size) {
    int[] shape = weight.shape();
    return shape.length == 4
        ? weight
        : weight.reshaped(shape[0], shape[1] / (size * size), size, size);
  }

  float[] slopes(String layer) throws IOException {
    return argument(layer + "_gamma").values();
  }

  /** {@return what was trained} */
  Tensor argument(String name) throws IOException {
    return tensor("arg:" + name);
  }

  /** {@return what was counted while training} */
  Tensor statistic(String name) throws IOException {
    return tensor("aux:" + name);
  }

  private Tensor tensor(String name) throws IOException {
    Tensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IOException("'%s' has no parameter '%s'".formatted(file, name));
    }
    return tensor;
  }
}
