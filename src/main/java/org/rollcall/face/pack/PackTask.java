package org.rollcall.face.pack;

import java.util.List;
import java.util.stream.Stream;

/** A task that a model pack serves. */
public enum PackTask {
  /** Detecting faces and their landmarks, with a cascade of three networks. */
  DETECTION,
  /** Detecting faces with a single-shot network, without landmarks for alignment. */
  SINGLE_SHOT_DETECTION,
  /** Detecting frontal faces with a boosted cascade of Haar features, without landmarks. */
  HAAR_DETECTION,
  /** Embedding a face: turning it into a vector. */
  EMBEDDING;

  /** {@return names of the MXNet networks of a pack for this task, in the order of use} */
  List<String> networks() {
    return switch (this) {
      case DETECTION -> List.of("pnet", "rnet", "onet");
      case SINGLE_SHOT_DETECTION, HAAR_DETECTION -> List.of();
      case EMBEDDING -> List.of("embed");
    };
  }

  /** {@return names of the files of a pack for this task} */
  List<String> files() {
    return switch (this) {
      case SINGLE_SHOT_DETECTION -> List.of(ModelPack.YUNET);
      case HAAR_DETECTION -> List.of(ModelPack.HAAR);
      case DETECTION, EMBEDDING ->
          networks().stream()
              .flatMap(network -> Stream.of(network + "-symbol.json", network + "-0000.params"))
              .toList();
    };
  }

  /** {@return whether it is a kind of face detection} */
  boolean detects() {
    return this != EMBEDDING;
  }
}
