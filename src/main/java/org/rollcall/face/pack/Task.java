package org.rollcall.face.pack;

import java.util.List;
import java.util.stream.Stream;

/** What a model pack is for. */
public enum Task {
  /** Finding faces in a picture, in three stages. */
  DETECTION,
  /** Finding faces in a picture in one look, but not their landmarks for alignment. */
  SINGLE_SHOT_DETECTION,
  /** Describing one face by a vector. */
  EMBEDDING;

  /** {@return names of the MXNet networks that a pack for this task has, in the order of use} */
  public List<String> networks() {
    return switch (this) {
      case DETECTION -> List.of("pnet", "rnet", "onet");
      case SINGLE_SHOT_DETECTION -> List.of();
      case EMBEDDING -> List.of("embed");
    };
  }

  /** {@return names of the files that a pack for this task has} */
  List<String> files() {
    return this == SINGLE_SHOT_DETECTION
        ? List.of(ModelPack.YUNET)
        : networks().stream()
            .flatMap(network -> Stream.of(network + "-symbol.json", network + "-0000.params"))
            .toList();
  }

  /** {@return whether it is about finding faces} */
  boolean detects() {
    return this != EMBEDDING;
  }
}
