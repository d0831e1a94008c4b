package org.rollcall.face.pack;

import java.io.InputStream;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;

/** The trained Haar cascades in the jar of OpenCV's libraries. */
final class OpenCvCascades {
  private OpenCvCascades() {}

  /** {@return the content of a cascade; null if OpenCV has none of that name} */
  static InputStream open(String name) {
    String folder = "/org/bytedeco/opencv/" + Loader.getPlatform();
    return Stream.of("/share/opencv4/haarcascades/", "/etc/haarcascades/")
        .map(place -> Loader.class.getResourceAsStream(folder + place + name))
        .filter(in -> in != null)
        .findFirst()
        .orElse(null);
  }
}
