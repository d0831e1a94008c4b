package org.rollcall.face.convert;

import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_dnn;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.MatVector;
import org.bytedeco.opencv.opencv_core.StringVector;
import org.bytedeco.opencv.opencv_dnn.Layer;
import org.bytedeco.opencv.opencv_dnn.Net;

/** The convolutions of an ONNX file, in the order of computation, as OpenCV reads them. */
final class OnnxConvolutions {
  private final Path file;
  private final Iterator<LinearLayer> layers;

  private OnnxConvolutions(Path file, List<LinearLayer> layers) {
    this.file = file;
    this.layers = layers.iterator();
  }

  static OnnxConvolutions read(Path file) throws IOException {
    try (Net net = opencv_dnn.readNetFromONNX(file.toString());
        StringVector names = net.getLayerNames()) {
      List<LinearLayer> layers = new ArrayList<>();
      for (long i = 0; i < names.size(); i++) {
        convolution(net, names.get(i)).ifPresent(layers::add);
      }
      return new OnnxConvolutions(file, layers);
    } catch (RuntimeException e) {
      throw new IOException("'%s' is not a readable ONNX file".formatted(file), e);
    }
  }

  @SuppressWarnings("deprecation") // OpenCV advises this one, JavaCPP marks all of its name
  private static Optional<LinearLayer> convolution(Net net, BytePointer name) {
    try (name;
        Layer layer = net.getLayer(net.getLayerId(name));
        MatVector blobs = layer.blobs()) {
      // The string ends with a zero byte.
      return layer.type().getString().startsWith("Convolution")
          ? Optional.of(convolution(blobs))
          : Optional.empty();
    }
  }

  private static LinearLayer convolution(MatVector blobs) {
    try (Mat weight = blobs.get(0);
        Mat bias = blobs.get(1)) {
      int[] shape = new int[weight.dims()];
      for (int i = 0; i < shape.length; i++) {
        shape[i] = weight.size(i);
      }
      return new LinearLayer(
          new ParamTensor(shape, values(weight)), ParamTensor.vector(values(bias)));
    }
  }

  private static float[] values(Mat mat) {
    FloatBuffer buffer = mat.createBuffer();
    float[] values = new float[Math.toIntExact(mat.total())];
    buffer.get(values);
    return values;
  }

  /**
   * Takes the next convolution.
   *
   * @param shape its weight's [outputs, inputs of a group, height, width]
   * @return the convolution
   * @throws IOException if there is none, or its weight has another shape
   */
  LinearLayer next(int... shape) throws IOException {
    LinearLayer layer = layers.hasNext() ? layers.next() : null;
    if (layer == null || !Arrays.equals(layer.weight().shape(), shape)) {
      throw new IOException(
          "'%s' should have a convolution of %s here, but has %s"
              .formatted(file, Arrays.toString(shape), layer == null ? "none" : layer.weight()));
    }
    return layer;
  }
}
