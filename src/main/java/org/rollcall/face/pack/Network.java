package org.rollcall.face.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A network under construction, for MXNet.
 *
 * <p>Each method adds one node and returns its number, which the nodes after it take as input.
 */
final class Network {
  /** MXNet's 1.9.1, as its files write it. */
  private static final int MXNET_VERSION = 10900;

  /** A power of two, so that it and the variance add up to 1 exactly. */
  private static final float AFFINE_EPSILON = 1f / 1024;

  /** Number of the node that the pictures come in by. */
  static final int DATA = 0;

  private final List<String> nodes = new ArrayList<>();
  private final List<Integer> variables = new ArrayList<>();
  private final Map<String, Tensor> parameters = new LinkedHashMap<>();

  Network() {
    variable("data");
  }

  /**
   * How a window moves over its input.
   *
   * @param stride pixels from one place to the next
   * @param padHeight rows of zeros above and below
   * @param padWidth columns of zeros left and right
   */
  record Stepping(int stride, int padHeight, int padWidth) {
    /** Every place inside the input. */
    static final Stepping VALID = new Stepping(1, 0, 0);

    static Stepping valid(int stride) {
      return new Stepping(stride, 0, 0);
    }
  }

  int convolution(String name, int input, Linear linear, Stepping stepping) {
    return convolution(name, input, linear, stepping, 1);
  }

  /** Adds a convolution of each channel with a window of its own. */
  int depthwise(String name, int input, Linear linear, Stepping stepping) {
    return convolution(name, input, linear, stepping, linear.outputs());
  }

  private int convolution(String name, int input, Linear linear, Stepping stepping, int groups) {
    int[] shape = linear.weight().shape();
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("kernel", pair(shape[2], shape[3]));
    attributes.put("stride", pair(stepping.stride(), stepping.stride()));
    attributes.put("pad", pair(stepping.padHeight(), stepping.padWidth()));
    attributes.put("num_filter", String.valueOf(linear.outputs()));
    attributes.put("num_group", String.valueOf(groups));
    attributes.put("no_bias", "False");
    int weight = parameter(name + "_weight", linear.weight());
    int bias = parameter(name + "_bias", linear.bias());
    return node("Convolution", name, attributes, input, weight, bias);
  }

  /** Adds a layer that takes all numbers of its input at once. */
  int fullyConnected(String name, int input, Linear linear) {
    int[] shape = linear.weight().shape();
    Tensor flat = linear.weight().reshaped(shape[0], shape[1] * shape[2] * shape[3]);
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("num_hidden", String.valueOf(linear.outputs()));
    attributes.put("no_bias", "False");
    int weight = parameter(name + "_weight", flat);
    int bias = parameter(name + "_bias", linear.bias());
    return node("FullyConnected", name, attributes, input, weight, bias);
  }

  int relu(String name, int input) {
    return node("Activation", name, Map.of("act_type", "relu"), input);
  }

  /**
   * Adds the same factor and shift to every number.
   *
   * <p>It is made of a batch norm, which stays in oneDNN's layout; MXNet's operations with scalars
   * do not, and take several times as long.
   */
  int affine(String name, int input, int channels, float factor, float shift) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("eps", String.valueOf(AFFINE_EPSILON));
    attributes.put("fix_gamma", "False");
    attributes.put("use_global_stats", "True");
    return node(
        "BatchNorm",
        name,
        attributes,
        input,
        parameter("arg:", name + "_gamma", filled(channels, factor)),
        parameter("arg:", name + "_beta", filled(channels, shift)),
        parameter("aux:", name + "_moving_mean", filled(channels, 0)),
        parameter("aux:", name + "_moving_var", filled(channels, 1 - AFFINE_EPSILON)));
  }

  private static Tensor filled(int count, float value) {
    float[] values = new float[count];
    Arrays.fill(values, value);
    return Tensor.vector(values);
  }

  /**
   * Adds a maximum over square windows.
   *
   * @param convention {@code full}: a window may reach over the edge; {@code valid}: none does
   */
  int maxPool(String name, int input, int kernel, int stride, String convention) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("kernel", pair(kernel, kernel));
    attributes.put("stride", pair(stride, stride));
    attributes.put("pool_type", "max");
    attributes.put("pooling_convention", convention);
    return node("Pooling", name, attributes, input);
  }

  int globalAverage(String name, int input) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("kernel", pair(1, 1));
    attributes.put("global_pool", "True");
    attributes.put("pool_type", "avg");
    return node("Pooling", name, attributes, input);
  }

  int flatten(String name, int input) {
    return node("Flatten", name, Map.of(), input);
  }

  int add(String name, int first, int second) {
    return node("elemwise_add", name, Map.of(), first, second);
  }

  /** Lays the channels of several nodes one after the other. */
  int concatenate(String name, int... inputs) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("num_args", String.valueOf(inputs.length));
    attributes.put("dim", "1");
    return node("Concat", name, attributes, inputs);
  }

  /** Writes {@code <name>-symbol.json} and {@code <name>-0000.params}. */
  void write(Path folder, String name, int output) throws IOException {
    Files.writeString(folder.resolve(name + "-symbol.json"), json(output));
    MxnetParams.write(folder.resolve(name + "-0000.params"), parameters);
  }

  /** {@return the graph in MXNet's form} */
  String json(int output) {
    return """
    {"nodes": [
    %s
    ],
    "arg_nodes": %s,
    "heads": [[%d, 0, 0]],
    "attrs": {"mxnet_version": ["int", %d]}}
    """
        .formatted(String.join(",\n", nodes), variables, output, MXNET_VERSION);
  }

  private int parameter(String name, Tensor tensor) {
    return parameter("arg:", name, tensor);
  }

  private int parameter(String kind, String name, Tensor tensor) {
    if (parameters.put(kind + name, tensor) != null) {
      throw new IllegalArgumentException("Two parameters have the name '%s'".formatted(name));
    }
    return variable(name);
  }

  private int variable(String name) {
    int variable = node("null", name, Map.of());
    variables.add(variable);
    return variable;
  }

  private int node(String operator, String name, Map<String, String> attributes, int... inputs) {
    String attributeList =
        attributes.entrySet().stream()
            .map(entry -> "\"%s\": \"%s\"".formatted(entry.getKey(), entry.getValue()))
            .collect(Collectors.joining(", ", "{", "}"));
    List<String> inputList = new ArrayList<>();
    for (int input : inputs) {
      inputList.add("[%d, 0, 0]".formatted(input));
    }
    nodes.add(
        "{\"op\": \"%s\", \"name\": \"%s\", \"attrs\": %s, \"inputs\": %s}"
            .formatted(operator, name, attributeList, inputList));
    return nodes.size() - 1;
  }

  private static String pair(int height, int width) {
    return "(%d, %d)".formatted(height, width);
  }
}
