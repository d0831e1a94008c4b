package org.rollcall.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is done to the painted frame: light, noise, motion blur, the line with the time. */
class CameraTest {
  private static final int WIDTH = 320;
  private static final int HEIGHT = 180;

  @Test
  void light_lampsOff_isDarkAtFirstThenBrighterAndNoisier() {
    Light light = new Light(100);

    assertThat(light.brightness(50)).isBetween(0.95, 1.05);
    assertThat(light.brightness(60.1)).isLessThan(0.5);
    assertThat(light.brightness(70)).isBetween(0.6, 0.8);
    assertThat(light.amplification(70)).isGreaterThan(1.5);
    assertThat(light.brightness(78.1)).isGreaterThan(1.2);
    assertThat(light.brightness(95)).isBetween(0.95, 1.05);
  }

  @Test
  void sensor_evenGrey_isDarkerInTheCornersAndNoisy() {
    byte[] bgr = exposed(128, 1);

    assertThat(mean(bgr, 0)).isLessThan(mean(bgr, HEIGHT / 2) - 5);
    assertThat(mean(bgr, HEIGHT / 2)).isBetween(110.0, 130.0);
    assertThat(bgr[3 * (HEIGHT / 2 * WIDTH)]).isNotEqualTo(bgr[3 * (HEIGHT / 2 * WIDTH + 1)]);
  }

  @Test
  void sensor_tooBright_staysWhite() {
    byte[] bgr = exposed(255, 2);

    assertThat(mean(bgr, HEIGHT / 2)).isGreaterThan(250);
  }

  @Test
  void sensor_sameRandom_givesTheSamePicture() {
    assertThat(exposed(90, 1)).isEqualTo(exposed(90, 1));
  }

  private static byte[] exposed(int grey, double brightness) {
    int[] pixels = new int[WIDTH * HEIGHT];
    Arrays.fill(pixels, grey << 16 | grey << 8 | grey);
    Sensor sensor = new Sensor(WIDTH, HEIGHT, new Random(1));
    BufferedImage image = sensor.expose(pixels, brightness, 1, new Random(2));
    return ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
  }

  private static double mean(byte[] bgr, int row) {
    double sum = 0;
    for (int i = 3 * row * WIDTH; i < 3 * (row + 1) * WIDTH; i++) {
      sum += bgr[i] & 0xff;
    }
    return sum / (3 * WIDTH);
  }

  @Test
  void clock_showsTheSecond() {
    assertThat(clockAt(0)).isEqualTo(clockAt(0.9)).isNotEqualTo(clockAt(1));
    assertThat(Arrays.stream(clockAt(0)).filter(pixel -> pixel == Color.WHITE.getRGB()).count())
        .isGreaterThan(300);
  }

  @Test
  void clock_everySign_canBeWritten() {
    for (int second = 0; second < 86_400; second += 997) {
      assertThat(clockAt(second)).contains(Color.WHITE.getRGB());
    }
  }

  private static int[] clockAt(double second) {
    BufferedImage image = new BufferedImage(WIDTH, 20, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = image.createGraphics();
    new CameraClock(ClassroomFootage.START, 360).paint(canvas, second);
    canvas.dispose();
    return image.getRGB(0, 0, WIDTH, 20, null, 0, WIDTH);
  }

  @Test
  void motionBlur_spreadsAPointAndKeepsItsLight() {
    BufferedImage point = new BufferedImage(41, 1, BufferedImage.TYPE_INT_ARGB_PRE);
    point.setRGB(20, 0, Color.WHITE.getRGB());

    BufferedImage smeared = MotionBlur.smear(point, -5);

    for (int x = 0; x < 41; x++) {
      assertThat(smeared.getRGB(x, 0) >>> 24).isEqualTo(Math.abs(x - 20) <= 2 ? 51 : 0);
    }
  }

  @Test
  void motionBlur_hardlyMoved_isTheSamePicture() {
    BufferedImage point = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB_PRE);

    assertThat(MotionBlur.smear(point, 1.4)).isSameAs(point);
  }
}
