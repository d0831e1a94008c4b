package org.rollcall.face.convert;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * The parameters of a convolution or fully connected layer. Immutable: each method returns a new
 * layer.
 *
 * @param weight [outputs, inputs, height, width], where height and width are those of the window
 * @param bias [outputs]
 */
record LinearLayer(ParamTensor weight, ParamTensor bias) {
  /**
   * Checks the shapes.
   *
   * @throws IllegalArgumentException if the weight does not have four dimensions and as many
   *     outputs as the bias
   */
  LinearLayer {
    if (weight.shape().length != 4 || weight.shape()[0] != bias.values().length) {
      throw new IllegalArgumentException("%s does not fit %s".formatted(weight, bias));
    }
  }

  /**
   * Makes a layer with zero bias.
   *
   * @param weight [outputs, inputs, height, width]
   * @return the layer, which shares the weight
   */
  static LinearLayer unbiased(ParamTensor weight) {
    return new LinearLayer(weight, ParamTensor.vector(new float[weight.shape()[0]]));
  }

  /** {@return a 1×1 convolution that returns its input} */
  static LinearLayer identity(int channels) {
    float[] weights = new float[channels * channels];
    for (int i = 0; i < channels; i++) {
      weights[i * channels + i] = 1;
    }
    int[] shape = {channels, channels, 1, 1};
    return unbiased(new ParamTensor(shape, weights));
  }

  /** {@return a layer with the outputs of several layers that have the same inputs} */
  static LinearLayer stacked(LinearLayer... layers) {
    int outputs = Arrays.stream(layers).mapToInt(LinearLayer::outputs).sum();
    int[] shape = layers[0].weight.shape().clone();
    shape[0] = outputs;
    FloatBuffer weights = FloatBuffer.allocate(ParamTensor.size(shape));
    FloatBuffer biases = FloatBuffer.allocate(outputs);
    for (LinearLayer layer : layers) {
      weights.put(layer.weight.values());
      biases.put(layer.bias.values());
    }
    return new LinearLayer(
        new ParamTensor(shape, weights.array()), ParamTensor.vector(biases.array()));
  }

  int outputs() {
    return weight.shape()[0];
  }

  int inputs() {
    return weight.shape()[1];
  }

  /** {@return number of positions in the window} */
  private int positions() {
    return weight.shape()[2] * weight.shape()[3];
  }

  /**
   * Applies a matrix to the outputs.
   *
   * @param matrix [new outputs] × [outputs]
   * @return the two in one layer
   */
  LinearLayer thenOutputs(Matrix matrix) {
    int row = inputs() * positions();
    float[] weights = new float[matrix.rows() * row];
    float[] biases = new float[matrix.rows()];
    for (int to = 0; to < matrix.rows(); to++) {
      for (int from = 0; from < outputs(); from++) {
        float factor = matrix.at(to, from);
        addScaled(slice(weight.values(), from, row), factor, slice(weights, to, row));
        addScaled(slice(bias.values(), from, 1), factor, slice(biases, to, 1));
      }
    }
    int[] shape = {matrix.rows(), inputs(), weight.shape()[2], weight.shape()[3]};
    return new LinearLayer(new ParamTensor(shape, weights), ParamTensor.vector(biases));
  }

  /**
   * Applies a matrix to the inputs.
   *
   * @param matrix [inputs] × [new inputs]
   * @return the two in one layer
   */
  LinearLayer afterInputs(Matrix matrix) {
    int newInputs = matrix.columns();
    float[] weights = new float[outputs() * newInputs * positions()];
    for (int output = 0; output < outputs(); output++) {
      for (int to = 0; to < newInputs; to++) {
        FloatBuffer window = slice(weights, output * newInputs + to, positions());
        addInputs(output, matrix, to, window);
      }
    }
    int[] shape = {outputs(), newInputs, weight.shape()[2], weight.shape()[3]};
    return new LinearLayer(new ParamTensor(shape, weights), bias);
  }

  /** Adds up the windows of one output's inputs, weighted by a column of the matrix. */
  private void addInputs(int output, Matrix matrix, int column, FloatBuffer sum) {
    for (int input = 0; input < inputs(); input++) {
      FloatBuffer window = slice(weight.values(), output * inputs() + input, positions());
      addScaled(window, matrix.at(input, column), sum);
    }
  }

  /** {@return one of the rows of equal length that values consist of} */
  private static FloatBuffer slice(float[] values, int index, int length) {
    return FloatBuffer.wrap(values).slice(index * length, length);
  }

  private static void addScaled(FloatBuffer source, float factor, FloatBuffer sum) {
    if (factor == 0) {
      return;
    }
    for (int i = 0; i < sum.limit(); i++) {
      sum.put(i, sum.get(i) + factor * source.get(i));
    }
  }

  /** {@return this layer with each output multiplied by a factor} */
  LinearLayer scaled(float... factors) {
    float[] weights = weight.values().clone();
    float[] biases = bias.values().clone();
    int row = inputs() * positions();
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= factors[i / row];
    }
    for (int output = 0; output < biases.length; output++) {
      biases[output] *= factors[output];
    }
    return new LinearLayer(new ParamTensor(weight.shape(), weights), ParamTensor.vector(biases));
  }

  /** {@return this layer with each output multiplied by a factor and shifted} */
  LinearLayer then(float[] factors, float[] shifts) {
    LinearLayer scaled = scaled(factors);
    float[] biases = scaled.bias.values().clone();
    for (int output = 0; output < biases.length; output++) {
      biases[output] += shifts[output];
    }
    return new LinearLayer(scaled.weight, ParamTensor.vector(biases));
  }

  /** {@return this layer with zero bias} */
  LinearLayer withoutBias() {
    return unbiased(weight);
  }

  /** {@return this layer padded with outputs that are zero} */
  LinearLayer padded(int newOutputs) {
    int[] shape = weight.shape().clone();
    shape[0] = newOutputs;
    return new LinearLayer(
        new ParamTensor(shape, Arrays.copyOf(weight.values(), ParamTensor.size(shape))),
        ParamTensor.vector(Arrays.copyOf(bias.values(), newOutputs)));
  }
}
