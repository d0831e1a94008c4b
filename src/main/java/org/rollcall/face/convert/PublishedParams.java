package org.rollcall.face.convert;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The parameters of a network published in MXNet's format, by layer. */
final class PublishedParams {
  private final Path file;
  private final Map<String, ParamTensor> tensors;

  /** Reads a {@code .params} file. */
  PublishedParams(Path file) throws IOException {
    this.file = file;
    this.tensors = MxnetParams.read(file);
  }

  /** {@return a convolution with its bias} */
  LinearLayer convolution(String layer) throws IOException {
    return new LinearLayer(argument(layer + "_weight"), argument(layer + "_bias"));
  }

  /** {@return a fully connected layer over square feature maps of a size} */
  LinearLayer fullyConnected(String layer, int size) throws IOException {
    return new LinearLayer(windowed(argument(layer + "_weight"), size), argument(layer + "_bias"));
  }

  /** {@return a layer without bias: a convolution, or fully connected over square feature maps} */
  LinearLayer unbiased(String layer, int size) throws IOException {
    return LinearLayer.unbiased(windowed(argument(layer + "_weight"), size));
  }

  private static ParamTensor windowed(ParamTensor weight, int size) {
    int[] shape = weight.shape();
    return shape.length == 4
        ? weight
        : weight.reshaped(shape[0], shape[1] / (size * size), size, size);
  }

  /** {@return the slopes of a PReLU} */
  float[] slopes(String layer) throws IOException {
    return argument(layer + "_gamma").values();
  }

  /** {@return a trained parameter} */
  ParamTensor argument(String name) throws IOException {
    return tensor("arg:" + name);
  }

  /** {@return a statistic collected in training, as of batch norm} */
  ParamTensor statistic(String name) throws IOException {
    return tensor("aux:" + name);
  }

  private ParamTensor tensor(String name) throws IOException {
    ParamTensor tensor = tensors.get(name);
    if (tensor == null) {
      throw new IOException("'%s' has no parameter '%s'".formatted(file, name));
    }
    return tensor;
  }
}
