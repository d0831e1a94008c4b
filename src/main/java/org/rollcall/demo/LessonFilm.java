package org.rollcall.demo;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.rollcall.model.RollcallException;
import org.rollcall.model.picture.Picture;
import org.rollcall.video.ClipWriter;

/** Films a lesson: all processors paint frames while earlier frames are encoded. */
final class LessonFilm {
  /**
   * Spreads neighbouring seeds, whose random sequences would otherwise start with nearly the same
   * numbers.
   */
  private static final long SPREAD = 0x9e3779b97f4a7c15L;

  private static final int PAINTERS = Runtime.getRuntime().availableProcessors();

  private final Scene scene;
  private final Classroom classroom;
  private final Sensor sensor;
  private final Light light;
  private final CameraClock clock;

  /** Creates the film. */
  LessonFilm(Scene scene, List<Performance> performances, LocalDateTime start) {
    this.scene = scene;
    Scene.Camera camera = scene.camera();
    this.classroom = new Classroom(scene, performances);
    this.sensor = new Sensor(camera.width(), camera.height(), new Random(scene.seed()));
    this.light = new Light(scene.length().toMillis() / 1000.0);
    this.clock = new CameraClock(start, camera.height());
  }

  /**
   * Writes the film.
   *
   * @param file the file to write
   * @param filmed is told after each frame how much has been filmed
   * @throws RollcallException if the thread is interrupted, or the file cannot be written; the file
   *     is then incomplete
   */
  void write(Path file, Consumer<Duration> filmed) {
    Scene.Camera camera = scene.camera();
    ExecutorService pool = Executors.newFixedThreadPool(PAINTERS);
    try (ClipWriter writer =
        ClipWriter.open(file, camera.width(), camera.height(), camera.framesPerSecond())) {
      Queue<Future<Picture>> painted = new ArrayDeque<>();
      for (long written = 0; written < frames(); written++) {
        paintAhead(painted, written, pool);
        writer.write(await(painted.remove()));
        filmed.accept(at(written + 1));
      }
    } finally {
      pool.shutdownNow();
    }
  }

  private long frames() {
    return scene.length().toMillis() * scene.camera().framesPerSecond() / 1000;
  }

  /** Keeps all painters busy with the frames that follow those written. */
  private void paintAhead(Queue<Future<Picture>> painted, long written, ExecutorService pool) {
    while (written + painted.size() < frames() && painted.size() <= PAINTERS) {
      long number = written + painted.size();
      painted.add(pool.submit(() -> frame(number)));
    }
  }

  private static Picture await(Future<Picture> painted) {
    try {
      return painted.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("A frame could not be painted", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RollcallException(
          "The lesson was not filmed to its end because Rollcall was stopped. Start it again.", e);
    }
  }

  private Duration at(long frame) {
    return Duration.ofNanos(1_000_000_000L * frame / scene.camera().framesPerSecond());
  }

  private Picture frame(long number) {
    double second = (double) number / scene.camera().framesPerSecond();
    int width = scene.camera().width();
    int height = scene.camera().height();
    BufferedImage view = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = view.createGraphics();
    classroom.paint(canvas, second);
    canvas.dispose();
    BufferedImage exposed =
        sensor.expose(
            ((DataBufferInt) view.getRaster().getDataBuffer()).getData(),
            light.brightness(second),
            light.amplification(second),
            new Random(scene.seed() + SPREAD * number));
    Graphics2D overlay = exposed.createGraphics();
    clock.paint(overlay, second);
    overlay.dispose();
    return new Picture(
        width, height, ((DataBufferByte) exposed.getRaster().getDataBuffer()).getData());
  }
}
