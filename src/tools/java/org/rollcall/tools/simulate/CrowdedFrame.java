package org.rollcall.tools.simulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.rollcall.face.FaceEngine;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Picture;
import org.rollcall.model.picture.Point;
import org.rollcall.tools.ClassroomCamera;
import org.rollcall.tools.PortraitPhoto;
import org.rollcall.video.Photos;

/**
 * A frame of a camera that shows many people side by side, small and degraded. Faces are looked for
 * in the compressed frame, so a degraded picture costs what it costs in a recording: faces that are
 * missed, and landmarks beside their places.
 */
final class CrowdedFrame {
  private static final int WIDTH = 1920;
  private static final int HEIGHT = 1080;
  private static final byte WALL = 110;

  /** Share of the face's width that is shown around it on each side. */
  private static final float AROUND = 0.6f;

  /** Side of a person's place, in widths of the face. */
  private static final float PLACE = 3.2f;

  private final SeenFace.Scene scene;
  private final int side;
  private final byte[] bgr = new byte[3 * WIDTH * HEIGHT];
  private final List<Point> middles = new ArrayList<>();

  CrowdedFrame(SeenFace.Scene scene) {
    this.scene = scene;
    this.side = (int) Math.ceil(PLACE * scene.facePixels());
    Arrays.fill(bgr, WALL);
  }

  SeenFace.Scene scene() {
    return scene;
  }

  boolean full() {
    return middles.size() == WIDTH / side * (HEIGHT / side);
  }

  void add(PortraitPhoto portrait, Random random) {
    Box around = portrait.face().box().grown(AROUND);
    float left = (float) Math.floor(Math.max(0, around.left()));
    float top = (float) Math.floor(Math.max(0, around.top()));
    Picture part = portrait.photo().crop(around);
    Face face = portrait.face().moved(-left, -top);
    ClassroomCamera camera = scene.degradation().camera(face, scene.facePixels(), random);
    Picture seen = camera.see(part);
    int columns = WIDTH / side;
    int x = middles.size() % columns * side;
    int y = middles.size() / columns * side;
    paste(seen, x, y);
    Point middle = camera.see(face).box().centre();
    middles.add(new Point(x + middle.x(), y + middle.y()));
  }

  private void paste(Picture seen, int x, int y) {
    int row = 3 * Math.min(side, seen.width());
    for (int line = 0; line < Math.min(side, seen.height()); line++) {
      System.arraycopy(seen.bgr(), 3 * line * seen.width(), bgr, 3 * ((y + line) * WIDTH + x), row);
    }
  }

  /** {@return for each person added the face as it was found, if it was} */
  List<Optional<FaceCrop>> look(FaceEngine engine) {
    Picture drawn = new Picture(WIDTH, HEIGHT, bgr);
    Picture frame = Photos.decode(Photos.encode(drawn, WIDTH, scene.degradation().jpegQuality()));
    List<Face> faces = engine.detect(frame);
    return middles.stream()
        .map(
            middle ->
                faces.stream()
                    .filter(face -> face.box().contains(middle))
                    .max(Comparator.comparingDouble(Face::score))
                    .map(face -> FaceCrop.of(frame, face)))
        .toList();
  }
}
