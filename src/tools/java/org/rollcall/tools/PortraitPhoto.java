package org.rollcall.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.face.FaceEngine;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Picture;
import org.rollcall.video.Photos;

/**
 * A photo of one person, whose face is in the middle.
 *
 * @param photo all of it
 * @param face the one in the middle
 */
public record PortraitPhoto(Picture photo, Face face) {
  /**
   * The files of a folder.
   *
   * @param folder the folder
   * @return what is in it, by name
   * @throws IOException if it cannot be read
   */
  public static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  /**
   * Reads a photo.
   *
   * @param file the photo
   * @param engine finds its faces
   * @return the portrait; empty if no face is found in the middle
   */
  public static Optional<PortraitPhoto> read(Path file, FaceEngine engine) {
    Picture photo = Photos.read(file);
    return engine.detect(photo).stream()
        .filter(face -> contains(face.box(), photo.width() / 2f, photo.height() / 2f))
        .max(Comparator.comparingDouble(face -> face.box().area()))
        .map(face -> new PortraitPhoto(photo, face));
  }

  private static boolean contains(Box box, float x, float y) {
    return box.left() < x && x < box.right() && box.top() < y && y < box.bottom();
  }

  /** {@return the face, cut out of the photo} */
  public FaceCrop crop() {
    return FaceCrop.of(photo, face);
  }

  /** {@return the face, cut out of what a camera makes of the photo} */
  public FaceCrop seenBy(ClassroomCamera camera) {
    return FaceCrop.of(camera.see(photo), camera.see(face));
  }
}
