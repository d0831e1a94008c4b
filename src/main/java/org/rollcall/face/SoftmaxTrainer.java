package org.rollcall.face;

import ai.djl.Device;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import ai.djl.nn.core.Linear;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.initializer.Initializer;
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
    Linear layer = Linear.builder().setUnits(count).build();
    DefaultTrainingConfig config =
        new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
            .optDevices(new Device[] {Device.cpu()})
            .optInitializer(Initializer.ZEROS, Parameter.Type.WEIGHT)
            .optOptimizer(
                Optimizer.sgd()
                    .setLearningRateTracker(Tracker.fixed(LEARNING_RATE))
                    .optMomentum(MOMENTUM)
                    .optWeightDecays(WEIGHT_DECAY)
                    .build());
    try (Model model = Network.newModel("softmax")) {
      model.setBlock(layer);
      try (Trainer trainer = model.newTrainer(config)) {
        trainer.initialize(new Shape(examples.length, examples[0].length));
        fit(trainer, examples, classes);
        return rows(layer, count);
      }
    }
  }

  private static void fit(Trainer trainer, float[][] examples, int[] classes) {
    try (NDManager manager = trainer.getManager().newSubManager()) {
      NDList inputs = new NDList(manager.create(examples));
      NDList labels = new NDList(manager.create(classes));
      for (int step = 0; step < STEPS; step++) {
        descend(trainer, inputs, labels);
      }
    }
  }

  /** Takes one step down the gradient. */
  private static void descend(Trainer trainer, NDList inputs, NDList labels) {
    try (GradientCollector gradients = trainer.newGradientCollector()) {
      NDList outputs = trainer.forward(inputs);
      NDArray loss = trainer.getLoss().evaluate(labels, outputs);
      gradients.backward(loss);
      loss.close();
      outputs.close();
    }
    trainer.step();
  }

  private static float[][] rows(Linear layer, int count) {
    float[] weights = layer.getParameters().get("weight").getArray().toFloatArray();
    float[] biases = layer.getParameters().get("bias").getArray().toFloatArray();
    int length = weights.length / count;
    float[][] rows = new float[count][];
    for (int row = 0; row < count; row++) {
      rows[row] = Arrays.copyOfRange(weights, row * length, (row + 1) * length + 1);
      rows[row][length] = biases[row];
    }
    return rows;
  }
}
