package org.rollcall.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.face.FaceEngine;
import org.rollcall.model.Box;
import org.rollcall.model.Face;
import org.rollcall.model.FaceCrop;
import org.rollcall.model.Picture;
import org.rollcall.video.Photos;

/**
 * A photo of somebody, whose face is in the middle.
 *
 * @param photo all of it
 * @param face the one in the middle
 */
record Portrait(Picture photo, Face face) {
  /** {@return the files of a folder by name} */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /** {@return the portrait in a file; empty if no face is found in the middle} */
  static Optional<Portrait> read(Path file, FaceEngine engine) {
    Picture photo = Photos.read(file);
    return engine.detect(photo).stream()
        .filter(face -> contains(face.box(), photo.width() / 2f, photo.height() / 2f))
        .max(Comparator.comparingDouble(face -> face.box().area()))
        .map(face -> new Portrait(photo, face));
  }

  private static boolean contains(Box box, float x, float y) {
    return box.left() < x && x < box.right() && box.top() < y && y < box.bottom();
  }

  FaceCrop crop() {
    return FaceCrop.of(photo, face);
  }

  FaceCrop seenBy(ClassroomCamera camera) {
    return FaceCrop.of(camera.see(photo), camera.see(face));
  }
}
