package org.rollcall.face.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** MTCNN's networks as published, adapted for inference. */
public final class PublishedMtcnn {
  /** P-Net, R-Net and O-Net. */
  public static final List<String> NETWORKS = List.of("det1", "det2", "det3");

  private PublishedMtcnn() {}

  /**
   * Copies the networks.
   *
   * @param published folder of the published packs
   * @param folder the target folder
   */
  public static void copy(Path published, Path folder) throws IOException {
    for (String network : NETWORKS) {
      String parameters = network + "-0001.params";
      Files.copy(published.resolve("mtcnn").resolve(parameters), folder.resolve(parameters));
      String graph = network + "-symbol.json";
      String symbol = Files.readString(published.resolve("mtcnn").resolve(graph));
      Files.writeString(folder.resolve(graph), forInference(symbol));
    }
  }

  /** Replaces the softmax for training, which expects labels, by a plain one. */
  private static String forInference(String symbol) {
    return symbol
        .replaceAll(
            "\"op\": \"SoftmaxOutput\",\\s*\"param\": \\{[^}]*\\}",
            "\"op\": \"softmax\", \"param\": {}")
        .replaceAll(
            "(\"name\": \"prob1\",\\s*\"inputs\": )\\[(\\[\\d+, 0\\]), \\[\\d+, 0\\]\\]", "$1[$2]");
  }
}
