package org.rollcall.face.pack;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * A convolution or fully connected layer as numbers: outputs are weighted sums of inputs, plus a
 * bias.
 *
 * @param weight [outputs, inputs, height, width] of the window
 * @param bias one number for each output
 */
record Linear(Tensor weight, Tensor bias) {
  Linear {
    if (weight.shape().length != 4 || weight.shape()[0] != bias.values().length) {
      throw new IllegalArgumentException("%s does not fit %s".formatted(weight, bias));
    }
  }

  /** {@return a layer of weighted sums alone} */
  static Linear unbiased(Tensor weight) {
    return new Linear(weight, Tensor.vector(new float[weight.shape()[0]]));
  }

  /** {@return a convolution of 1×1 that gives what it takes} */
  static Linear identity(int channels) {
    float[] weights = new float[channels * channels];
    for (int i = 0; i < channels; i++) {
      weights[i * channels + i] = 1;
    }
    int[] shape = {channels, channels, 1, 1};
    return unbiased(new Tensor(shape, weights));
  }

  /** {@return the outputs of several layers with the same inputs, one after the other} */
  static Linear stacked(Linear... layers) {
    int outputs = Arrays.stream(layers).mapToInt(Linear::outputs).sum();
    int[] shape = layers[0].weight.shape().clone();
    shape[0] = outputs;
    FloatBuffer weights = FloatBuffer.allocate(Tensor.size(shape));
    FloatBuffer biases = FloatBuffer.allocate(outputs);
    for (Linear layer : layers) {
      weights.put(layer.weight.values());
      biases.put(layer.bias.values());
    }
    return new Linear(new Tensor(shape, weights.array()), Tensor.vector(biases.array()));
  }

  int outputs() {
    return weight.shape()[0];
  }

  int inputs() {
    return weight.shape()[1];
  }

  /** {@return places of the window} */
  private int places() {
    return weight.shape()[2] * weight.shape()[3];
  }

  /**
   * Follows this layer by a matrix.
   *
   * @param matrix [new outputs] × [outputs]
   * @return the two in one
   */
  Linear thenOutputs(Matrix matrix) {
    int row = inputs() * places();
    float[] weights = new float[matrix.rows() * row];
    float[] biases = new float[matrix.rows()];
    for (int to = 0; to < matrix.rows(); to++) {
      for (int from = 0; from < outputs(); from++) {
        float factor = matrix.at(to, from);
        if (factor != 0) {
          addScaled(weight.values(), from * row, weights, to * row, row, factor);
          biases[to] += factor * bias.values()[from];
        }
      }
    }
    int[] shape = {matrix.rows(), inputs(), weight.shape()[2], weight.shape()[3]};
    return new Linear(new Tensor(shape, weights), Tensor.vector(biases));
  }

  /**
   * Puts a matrix before this layer.
   *
   * @param matrix [inputs] × [new inputs]
   * @return the two in one
   */
  Linear afterInputs(Matrix matrix) {
    int newInputs = matrix.columns();
    float[] weights = new float[outputs() * newInputs * places()];
    for (int output = 0; output < outputs(); output++) {
      for (int from = 0; from < inputs(); from++) {
        for (int to = 0; to < newInputs; to++) {
          if (matrix.at(from, to) != 0) {
            addScaled(
                weight.values(),
                (output * inputs() + from) * places(),
                weights,
                (output * newInputs + to) * places(),
                places(),
                matrix.at(from, to));
          }
        }
      }
    }
    int[] shape = {outputs(), newInputs, weight.shape()[2], weight.shape()[3]};
    return new Linear(new Tensor(shape, weights), bias);
  }

  /** {@return this layer with each output times a factor} */
  Linear scaled(float... factors) {
    float[] weights = weight.values().clone();
    float[] biases = bias.values().clone();
    int row = inputs() * places();
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= factors[i / row];
    }
    for (int output = 0; output < biases.length; output++) {
      biases[output] *= factors[output];
    }
    return new Linear(new Tensor(weight.shape(), weights), Tensor.vector(biases));
  }

  /** {@return this layer with each output times a factor, plus a shift} */
  Linear then(float[] factors, float[] shifts) {
    Linear scaled = scaled(factors);
    float[] biases = scaled.bias.values().clone();
    for (int output = 0; output < biases.length; output++) {
      biases[output] += shifts[output];
    }
    return new Linear(scaled.weight, Tensor.vector(biases));
  }

  /** {@return the weighted sums alone} */
  Linear withoutBias() {
    return unbiased(weight);
  }

  /** {@return the same layer with zeros for further outputs} */
  Linear padded(int newOutputs) {
    int[] shape = weight.shape().clone();
    shape[0] = newOutputs;
    return new Linear(
        new Tensor(shape, Arrays.copyOf(weight.values(), Tensor.size(shape))),
        Tensor.vector(Arrays.copyOf(bias.values(), newOutputs)));
  }

  private static void addScaled(
      float[] source, int from, float[] target, int to, int count, float factor) {
    for (int i = 0; i < count; i++) {
      target[to + i] += factor * source[from + i];
    }
  }
}
