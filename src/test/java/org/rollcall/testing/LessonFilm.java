package org.rollcall.testing;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.rollcall.model.Picture;
import org.rollcall.video.ClipWriter;

/** Films a lesson: the room, the people in motion, the camera's noise. */
final class LessonFilm {
  private static final int FIRST_PICTURE = 5;
  private static final int PICTURES = 4;
  private static final double SECONDS_PER_PICTURE = 4;
  private static final double NOISE = 3;
  private static final double FLICKER = 0.05;

  private final Scene scene;
  private final List<Performance> performances;
  private final BufferedImage room;
  private final byte[] noise;
  private final Random random;
  private final Map<Integer, BufferedImage> portraits = new HashMap<>();

  /** Prepares the film; performances go from the last row to the first. */
  LessonFilm(Scene scene, List<Performance> performances) {
    this.scene = scene;
    this.performances = performances;
    this.random = new Random(scene.seed());
    this.room = RoomPainter.room(scene.camera().width(), scene.camera().height(), random);
    this.noise = noise(2 * scene.camera().width() * scene.camera().height());
  }

  private byte[] noise(int length) {
    byte[] values = new byte[length];
    for (int i = 0; i < length; i++) {
      values[i] = (byte) Math.round(NOISE * random.nextGaussian());
    }
    return values;
  }

  void write(Path file) {
    Scene.Camera camera = scene.camera();
    try (ClipWriter writer =
        ClipWriter.open(file, camera.width(), camera.height(), camera.framesPerSecond())) {
      long frames = scene.length().toMillis() * camera.framesPerSecond() / 1000;
      for (long i = 0; i < frames; i++) {
        writer.write(frame(Duration.ofNanos(1_000_000_000L * i / camera.framesPerSecond())));
      }
    }
  }

  private Picture frame(Duration time) {
    int width = scene.camera().width();
    int height = scene.camera().height();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    canvas.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    canvas.drawImage(room, 0, 0, null);
    for (List<Performance> row : rows()) {
      row.stream().filter(p -> p.shownAt(time)).forEach(p -> paint(canvas, p, time));
      RoomPainter.paintDesk(canvas, row.get(0).seat(), width);
    }
    canvas.dispose();
    int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    return new Picture(width, height, noisy(pixels, seconds(time)));
  }

  private List<List<Performance>> rows() {
    List<List<Performance>> rows = new ArrayList<>();
    for (Performance performance : performances) {
      int row = performance.seat().row();
      if (row >= rows.size()) {
        rows.add(new ArrayList<>());
      }
      rows.get(rows.size() - 1).add(performance);
    }
    return rows;
  }

  /** Fades slowly from one picture of the person to the next, and sways a little. */
  private void paint(Graphics2D canvas, Performance performance, Duration time) {
    double t = seconds(time) / SECONDS_PER_PICTURE + PICTURES * performance.phase();
    int picture = (int) t;
    double fade = Math.max(0, 4 * (t - picture) - 3);
    AffineTransform place = place(performance, seconds(time));
    canvas.drawImage(portrait(performance.person(), picture), place, null);
    if (fade > 0) {
      canvas.setComposite(AlphaComposite.SrcOver.derive((float) fade));
      canvas.drawImage(portrait(performance.person(), picture + 1), place, null);
      canvas.setComposite(AlphaComposite.SrcOver);
    }
    if (performance.hiddenAt(time)) {
      RoomPainter.paintBook(canvas, performance.seat());
    }
  }

  private static AffineTransform place(Performance performance, double seconds) {
    double sway = Math.sin(0.9 * seconds + 20 * performance.phase());
    double nod = Math.sin(1.3 * seconds + 50 * performance.phase());
    double width = performance.seat().faceWidth();
    AffineTransform place = new AffineTransform();
    place.translate(
        performance.seat().x() + 0.08 * width * sway, performance.seat().y() + 0.04 * width * nod);
    place.rotate(0.05 * sway);
    place.scale(width / Portraits.FACE_WIDTH, width / Portraits.FACE_WIDTH);
    place.translate(-Portraits.FACE_X, -Portraits.FACE_Y);
    return place;
  }

  private BufferedImage portrait(int person, int turn) {
    int picture = FIRST_PICTURE + turn % PICTURES;
    return portraits.computeIfAbsent(
        person * Portraits.PICTURES + picture, key -> Portraits.paint(person, picture));
  }

  /** {@return blue, green and red as the camera sees them} */
  private byte[] noisy(int[] pixels, double seconds) {
    int[] gain = gain(1 + FLICKER * Math.sin(0.5 * seconds));
    int offset = random.nextInt(noise.length / 2);
    byte[] bgr = new byte[3 * pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      int error = noise[offset + i];
      bgr[3 * i] = limited(gain[pixels[i] & 0xff] + error);
      bgr[3 * i + 1] = limited(gain[pixels[i] >> 8 & 0xff] + error);
      bgr[3 * i + 2] = limited(gain[pixels[i] >> 16 & 0xff] + error);
    }
    return bgr;
  }

  private static int[] gain(double factor) {
    return IntStream.range(0, 256).map(level -> (int) (level * factor)).toArray();
  }

  private static byte limited(int level) {
    return (byte) Math.max(0, Math.min(255, level));
  }

  private static double seconds(Duration time) {
    return time.toNanos() * 1e-9;
  }
}
