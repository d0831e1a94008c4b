package org.rollcall.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.rollcall.demo.ClassroomFootage;
import org.rollcall.demo.Scene;
import org.rollcall.model.Progress;
import org.rollcall.model.RollcallException;

/** A fictitious class, filmed as a classroom camera would film it. */
final class FilmedClass extends TestMaterial {
  /** A full room filmed by a typical camera: 1080p, 25 frames per second. */
  static final Scene USUAL = usual();

  private static final int FRAMES_PER_SECOND = 25;

  private final Scene scene;

  FilmedClass(Scene scene) {
    this.scene = scene;
  }

  private static Scene usual() {
    Scene.Cast cast = new Scene.Cast(27, 1, 2);
    Scene.Camera slow = Scene.Camera.before(1920, 1080, cast.inTheRoom());
    Scene.Camera camera =
        new Scene.Camera(
            slow.width(),
            slow.height(),
            FRAMES_PER_SECOND,
            slow.smallestFace(),
            slow.largestFace());
    return new Scene(1, camera, Duration.ofSeconds(30), cast);
  }

  @Override
  String className() {
    return "Bench";
  }

  @Override
  String title() {
    return "%d s of a made-up class, %d people"
        .formatted(scene.length().toSeconds(), scene.cast().inTheRoom());
  }

  @Override
  Path prepare(BenchHome home, Progress progress) {
    Path recording = home.home().root().resolve("film.mp4");
    progress.start("Filming");
    try {
      ClassroomFootage.compose(
          scene,
          home.home().classFolder(className()),
          recording,
          filmed -> progress.recording(filmed, scene.length()));
      return recording;
    } catch (IOException e) {
      throw new RollcallException(
          "Cannot film a class in %s: %s. Check the free space.".formatted(recording, e), e);
    } finally {
      progress.end();
    }
  }
}
