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

/** Linear support vector machines, one against the rest for each class. */
public final class LinearSvm {
  private static final int MEMBER = 1;
  private static final int OTHER = -1;

  /** What an example on the wrong side costs, against the width of the margin. */
  private static final double COST = 1;

  /** The solver stops when no example pulls harder than this; finer changes no score by much. */
  private static final double TOLERANCE = 0.05;

  static {
    Linear.disableDebugOutput();
  }

  private LinearSvm() {}

  /**
   * Trains one machine for each class. The same examples give the same machines.
   *
   * @param examples coordinates of each example (all of one length; not empty)
   * @param classes the class of each example (0 or more, without gaps)
   * @return for each class its weights, and the constant behind them
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
    // Few photos stand against many others and must not be outweighed by their number.
    parameter.setWeights(
        new double[] {(problem.l - members) / members, 1}, new int[] {MEMBER, OTHER});
    parameter.setRandom(new Random(0));
    Model model = Linear.train(problem, parameter);
    double[] weights = model.getFeatureWeights();
    // The library makes the class of the first example the positive one.
    int sign = model.getLabels()[0] == MEMBER ? 1 : -1;
    float[] machine = new float[weights.length];
    for (int i = 0; i < weights.length; i++) {
      machine[i] = (float) (sign * weights[i]);
    }
    return machine;
  }

  /** The library counts coordinates from 1; the constant is a coordinate more. */
  private static Feature[] features(float[] example) {
    Feature[] features = new Feature[example.length + 1];
    for (int i = 0; i < example.length; i++) {
      features[i] = new FeatureNode(i + 1, example[i]);
    }
    features[example.length] = new FeatureNode(example.length + 1, 1);
    return features;
  }
}
