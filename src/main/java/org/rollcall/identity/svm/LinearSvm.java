package org.rollcall.identity.svm;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.util.Arrays;
import java.util.Random;

/** Trains linear support vector machines, one against the rest for each class. */
public final class LinearSvm {
  private static final int MEMBER = 1;
  private static final int OTHER = -1;

  /** Cost of an example on the wrong side of the margin, relative to the width of the margin. */
  private static final double COST = 1;

  /** The solver's stopping tolerance; a finer one hardly changes any score. */
  private static final double TOLERANCE = 0.05;

  static {
    Linear.disableDebugOutput();
  }

  private LinearSvm() {}

  /**
   * Trains one machine per class. The same examples always give the same machines.
   *
   * @param examples coordinates of each example (all of the same length; not empty)
   * @param classes class of each example (numbered from 0, without gaps)
   * @return the weights of each class, followed by its bias
   */
  public static float[][] train(float[][] examples, int[] classes) {
    Problem problem = new Problem();
    problem.l = examples.length;
    problem.n = examples[0].length + 1;
    problem.bias = 1;
    problem.x = Arrays.stream(examples).map(LinearSvm::features).toArray(Feature[][]::new);
    float[][] machines = new float[Arrays.stream(classes).max().orElseThrow() + 1][];
    for (int member = 0; member < machines.length; member++) {
      machines[member] = train(problem, classes, member);
    }
    return machines;
  }

  private static float[] train(Problem problem, int[] classes, int member) {
    problem.y = Arrays.stream(classes).mapToDouble(c -> c == member ? MEMBER : OTHER).toArray();
    double members = Arrays.stream(problem.y).filter(y -> y == MEMBER).count();
    Parameter parameter = new Parameter(SolverType.L2R_L2LOSS_SVC_DUAL, COST, TOLERANCE);
    // A class has few photos and the rest many, which must not outweigh them by number.
    parameter.setWeights(
        new double[] {(problem.l - members) / members, 1}, new int[] {MEMBER, OTHER});
    parameter.setRandom(new Random(0));
    Model model = Linear.train(problem, parameter);
    double[] weights = model.getFeatureWeights();
    // The library treats the class of the first example as the positive one.
    int sign = model.getLabels()[0] == MEMBER ? 1 : -1;
    float[] machine = new float[weights.length];
    for (int i = 0; i < weights.length; i++) {
      machine[i] = (float) (sign * weights[i]);
    }
    return machine;
  }

  /** Converts an example; the library numbers coordinates from 1, and the bias is an extra one. */
  private static Feature[] features(float[] example) {
    Feature[] features = new Feature[example.length + 1];
    for (int i = 0; i < example.length; i++) {
      features[i] = new FeatureNode(i + 1, example[i]);
    }
    features[example.length] = new FeatureNode(example.length + 1, 1);
    return features;
  }
}
