package org.rollcall.web;

import java.util.List;

/**
 * Things that are closed together.
 *
 * @param parts in the order in which they are closed; none of them fails in that
 */
record Closing(List<AutoCloseable> parts) {
  Closing {
    parts = List.copyOf(parts);
  }

  void close() {
    for (AutoCloseable part : parts) {
      try {
        part.close();
      } catch (Exception e) {
        throw new IllegalStateException("Cannot close " + part, e);
      }
    }
  }
}
