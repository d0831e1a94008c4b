package org.rollcall.face.convert;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Builds an MXNet network node by node.
 *
 * <p>Each method adds one operation and returns the number of its node, which later nodes take as
 * input.
 */
final class NetworkBuilder {
  /** MXNet 1.9.1, in the notation of its files. */
  private static final int MXNET_VERSION = 10900;

  /** A power of two, so that it and the variance add up to exactly 1. */
  private static final float AFFINE_EPSILON = 1f / 1024;

  /** Number of the input node. */
  static final int DATA = 0;

  private final List<String> nodes = new ArrayList<>();
  private final List<Integer> variables = new ArrayList<>();
  private final Map<String, ParamTensor> parameters = new LinkedHashMap<>();

  /** Starts with the input node alone. */
  NetworkBuilder() {
    variable("data");
  }

  /**
   * How a window moves over its input.
   *
   * @param stride pixels from one position to the next
   * @param padHeight rows of zeros above and below
   * @param padWidth columns of zeros left and right
   */
  record Stepping(int stride, int padHeight, int padWidth) {
    /** Every position inside the input. */
    static final Stepping VALID = new Stepping(1, 0, 0);

    static Stepping valid(int stride) {
      return new Stepping(stride, 0, 0);
    }
  }

  /** What pooling does at the edges of its input. */
  enum Pooling {
    /** The last window may reach beyond the edge. */
    FULL,
    /** All windows lie inside the input. */
    VALID
  }

  /** Adds a convolution. */
  int convolution(String name, int input, LinearLayer linear, Stepping stepping) {
    return convolution(name, input, linear, attributes(linear, stepping, 1));
  }

  /** Adds a depthwise convolution: each channel has its own window. */
  int depthwise(String name, int input, LinearLayer linear, Stepping stepping) {
    int groups = linear.outputs();
    return convolution(name, input, linear, attributes(linear, stepping, groups));
  }

  private static Map<String, String> attributes(LinearLayer linear, Stepping stepping, int groups) {
    int[] shape = linear.weight().shape();
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("kernel", pair(shape[2], shape[3]));
    attributes.put("stride", pair(stepping.stride(), stepping.stride()));
    attributes.put("pad", pair(stepping.padHeight(), stepping.padWidth()));
    attributes.put("num_filter", String.valueOf(linear.outputs()));
    attributes.put("num_group", String.valueOf(groups));
    attributes.put("no_bias", "False");
    return attributes;
  }

  private int convolution(
      String name, int input, LinearLayer linear, Map<String, String> attributes) {
    int weight = parameter(name + "_weight", linear.weight());
    int bias = parameter(name + "_bias", linear.bias());
    return node("Convolution", name, attributes, input, weight, bias);
  }

  /**
   * Adds a fully connected layer.
   *
   * @param name of the node; its parameters' names begin with it
   * @param input number of the node before it, each item of which is flattened
   * @param linear whose inputs, height and width are run through in the order of such an item
   * @return number of its node
   * @throws IllegalArgumentException if the network has parameters of that name already
   */
  int fullyConnected(String name, int input, LinearLayer linear) {
    int[] shape = linear.weight().shape();
    ParamTensor flat = linear.weight().reshaped(shape[0], shape[1] * shape[2] * shape[3]);
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("num_hidden", String.valueOf(linear.outputs()));
    attributes.put("no_bias", "False");
    int weight = parameter(name + "_weight", flat);
    int bias = parameter(name + "_bias", linear.bias());
    return node("FullyConnected", name, attributes, input, weight, bias);
  }

  /** Adds a ReLU. */
  int relu(String name, int input) {
    return node("Activation", name, Map.of("act_type", "relu"), input);
  }

  /**
   * Multiplies each channel by a factor and adds a shift.
   *
   * <p>It is built as a batch norm, which keeps oneDNN's layout; MXNet's scalar operations do not,
   * and take several times as long.
   *
   * @param factors [channels]
   * @param shifts [channels]
   */
  int affine(String name, int input, ParamTensor factors, ParamTensor shifts) {
    int channels = factors.values().length;
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("eps", String.valueOf(AFFINE_EPSILON));
    attributes.put("fix_gamma", "False");
    attributes.put("use_global_stats", "True");
    return node(
        "BatchNorm",
        name,
        attributes,
        input,
        parameter("arg:", name + "_gamma", factors),
        parameter("arg:", name + "_beta", shifts),
        parameter("aux:", name + "_moving_mean", ParamTensor.filled(channels, 0)),
        parameter("aux:", name + "_moving_var", ParamTensor.filled(channels, 1 - AFFINE_EPSILON)));
  }

  /**
   * Adds max pooling over square windows with stride 2.
   *
   * @param kernel width and height of a window
   */
  int maxPool(String name, int input, int kernel, Pooling pooling) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("kernel", pair(kernel, kernel));
    attributes.put("stride", pair(2, 2));
    attributes.put("pool_type", "max");
    attributes.put("pooling_convention", pooling.name().toLowerCase(Locale.ROOT));
    return node("Pooling", name, attributes, input);
  }

  /** Adds average pooling over the whole of each channel. */
  int globalAverage(String name, int input) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("kernel", pair(1, 1));
    attributes.put("global_pool", "True");
    attributes.put("pool_type", "avg");
    return node("Pooling", name, attributes, input);
  }

  /** Flattens each item to a vector. */
  int flatten(String name, int input) {
    return node("Flatten", name, Map.of(), input);
  }

  /** Adds two nodes element by element. */
  int add(String name, int first, int second) {
    return node("elemwise_add", name, Map.of(), first, second);
  }

  /** Concatenates the channels of several nodes. */
  int concatenate(String name, int... inputs) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("num_args", String.valueOf(inputs.length));
    attributes.put("dim", "1");
    return node("Concat", name, attributes, inputs);
  }

  /**
   * Writes {@code <name>-symbol.json} and {@code <name>-0000.params}.
   *
   * @param folder an existing folder, where files of these names are replaced
   * @param name of the network
   * @param output number of the node that gives the network's result
   * @throws IOException if a file cannot be written
   */
  void write(Path folder, String name, int output) throws IOException {
    Files.writeString(folder.resolve(name + "-symbol.json"), json(output));
    MxnetParams.write(folder.resolve(name + "-0000.params"), parameters);
  }

  /** {@return the graph as MXNet's symbol JSON} */
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

  private int parameter(String name, ParamTensor tensor) {
    return parameter("arg:", name, tensor);
  }

  private int parameter(String kind, String name, ParamTensor tensor) {
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
