package org.rollcall.face;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import ai.djl.training.GradientCollector;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.Arrays;

/**
 * Trains a softmax classifier with one linear layer on existing embeddings, by full-batch gradient
 * descent from zero with a fixed number of steps: the same examples give the same layer.
 *
 * <p>Call it from a long-lived thread: the engine keeps memory for every thread.
 */
final class SoftmaxTrainer {
  private static final int STEPS = 60;
  private static final float LEARNING_RATE = 20;
  private static final float MOMENTUM = 0.9f;

  /** Without it, the weights of separable classes would grow without bound. */
  private static final float WEIGHT_DECAY = 1e-4f;

  private SoftmaxTrainer() {}

  /**
   * Trains a layer.
   *
   * @param examples coordinates of each example (all of one length; not empty)
   * @param classes the class of each example (≥ 0, without gaps)
   * @return for each class its weights, followed by its bias
   */
  static float[][] train(float[][] examples, int[] classes) {
    int count = Arrays.stream(classes).max().orElseThrow() + 1;
    int length = examples[0].length;
    try (NDManager manager = NDManager.newBaseManager(Device.cpu())) {
      NDArray inputs = manager.create(examples);
      NDArray labels = manager.create(classes);
      NDArray weights = manager.zeros(new Shape(count, length));
      NDArray biases = manager.zeros(new Shape(count));
      weights.setRequiresGradient(true);
      biases.setRequiresGradient(true);
      descend(inputs, labels, weights, biases);
      return rows(weights.toFloatArray(), biases.toFloatArray());
    }
  }

  /**
   * Goes down the gradient. DJL's trainer would not do: it takes gradients that add up to exactly 0
   * for a mistake of the caller, and those of a softmax add up to 0 but for rounding.
   */
  private static void descend(NDArray inputs, NDArray labels, NDArray weights, NDArray biases) {
    Loss loss = Loss.softmaxCrossEntropyLoss();
    Optimizer optimizer =
        Optimizer.sgd()
            .setLearningRateTracker(Tracker.fixed(LEARNING_RATE))
            .optMomentum(MOMENTUM)
            .optWeightDecays(WEIGHT_DECAY)
            .build();
    for (int step = 0; step < STEPS; step++) {
      try (NDManager scope = inputs.getManager().newSubManager();
          GradientCollector gradients = Engine.getInstance().newGradientCollector()) {
        scope.tempAttachAll(inputs, labels, weights, biases);
        NDList outputs = Linear.linear(inputs, weights, biases);
        gradients.backward(loss.evaluate(new NDList(labels), outputs));
      }
      optimizer.update("weight", weights, weights.getGradient());
      optimizer.update("bias", biases, biases.getGradient());
    }
  }

  private static float[][] rows(float[] weights, float[] biases) {
    int length = weights.length / biases.length;
    float[][] rows = new float[biases.length][];
    for (int row = 0; row < rows.length; row++) {
      rows[row] = Arrays.copyOfRange(weights, row * length, (row + 1) * length + 1);
      rows[row][length] = biases[row];
    }
    return rows;
  }
}
