package org.rollcall.face.pack;

import java.util.List;

/** What a model pack is for. */
public enum Task {
  /** Finding faces in a picture, in three stages. */
  DETECTION,
  /** Describing one face by a vector. */
  EMBEDDING;

  /** {@return names of the networks that a pack for this task has, in the order of their use} */
  public List<String> networks() {
    return switch (this) {
      case DETECTION -> List.of("pnet", "rnet", "onet");
      case EMBEDDING -> List.of("embed");
    };
  }
}
