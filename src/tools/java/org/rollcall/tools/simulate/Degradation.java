package org.rollcall.tools.simulate;

import java.util.Random;
import org.rollcall.model.picture.Face;
import org.rollcall.tools.ClassroomCamera;

/** What makes the pictures of a cheap camera hard to read, besides their few pixels. */
enum Degradation {
  BLUR(0, new Sensor(1, 3, 2), 70),
  NOISE(1, new Sensor(1, 1, 12), 70),
  DARK(2, new Sensor(0.3f, 2, 4), 70),
  COMPRESSION(3, new Sensor(1, 1, 2), 25);

  /** How much one sighting differs from the next, as a share. */
  private static final float SPREAD = 0.1f;

  private final int shift;

  @SuppressWarnings("ImmutableEnumChecker") // A record of numbers cannot change.
  private final Sensor sensor;

  private final int jpegQuality;

  Degradation(int shift, Sensor sensor, int jpegQuality) {
    this.shift = shift;
    this.sensor = sensor;
    this.jpegQuality = jpegQuality;
  }

  /** What a {@link ClassroomCamera} of this kind sees, about. */
  private record Sensor(float brightness, int smear, float noise) {}

  /** {@return by how many distances everybody moves in such a room, against the others} */
  int shift() {
    return shift;
  }

  /** {@return quality at which the whole frame is compressed, 1..100} */
  int jpegQuality() {
    return jpegQuality;
  }

  /**
   * {@return a camera that shows the face about that many pixels wide, each time a bit otherwise}
   */
  ClassroomCamera camera(Face face, int facePixels, Random random) {
    return new ClassroomCamera(
        facePixels / face.box().width() * around(random),
        sensor.brightness() * around(random),
        sensor.smear(),
        sensor.noise() * around(random),
        random.nextLong());
  }

  private static float around(Random random) {
    return 1 + SPREAD * (2 * random.nextFloat() - 1);
  }
}
