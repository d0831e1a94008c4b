package org.rollcall.web;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.rollcall.model.picture.VideoFrame;
import org.rollcall.video.FfmpegFrames;
import org.rollcall.video.Photos;
import org.rollcall.video.SamplingSettings;

/** What the camera of a test browser sees: JPEG pictures one after the other, 30 a second. */
final class FakeCamera {
  private static final int FRAMES_PER_SECOND = 30;
  private static final int WIDTH = 640;
  private static final int HEIGHT = 480;
  private static final int QUALITY = 92;

  private FakeCamera() {}

  /** Somebody before a grey wall, whose photos follow each other every second. */
  static Path before(List<Path> photos, Path film) throws IOException {
    try (OutputStream out = Files.newOutputStream(film)) {
      for (Path photo : photos) {
        byte[] frame = onAWall(ImageIO.read(photo.toFile()));
        for (int i = 0; i < FRAMES_PER_SECOND; i++) {
          out.write(frame);
        }
      }
    }
    return film;
  }

  private static byte[] onAWall(BufferedImage face) throws IOException {
    BufferedImage wall = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = wall.createGraphics();
    pen.setColor(Color.GRAY);
    pen.fillRect(0, 0, WIDTH, HEIGHT);
    int width = HEIGHT * face.getWidth() / face.getHeight();
    pen.drawImage(face, (WIDTH - width) / 2, 0, width, HEIGHT, null);
    pen.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(wall, "jpg", out);
    return out.toByteArray();
  }

  /** A room that was filmed. */
  static Path before(Path recording, Path film) throws IOException {
    int each = 6;
    SamplingSettings sampling =
        new SamplingSettings(Duration.ofMillis(1000L * each / FRAMES_PER_SECOND));
    try (FfmpegFrames frames = FfmpegFrames.open(recording, sampling);
        OutputStream out = Files.newOutputStream(film)) {
      for (Optional<VideoFrame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
        byte[] picture = Photos.encode(frame.get().picture(), 960, QUALITY).bytes();
        for (int i = 0; i < each; i++) {
          out.write(picture);
        }
      }
    }
    return film;
  }
}
