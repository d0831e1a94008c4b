package org.rollcall.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeadTurnTest {
  private static final int WIDTH = 160;
  private static final int HEIGHT = 250;
  private static final int FACE = 100;

  private final BufferedImage front =
      new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_ARGB_PRE);

  /** A face whose left half is red and whose right half is blue. */
  @BeforeEach
  void paintFace() {
    Graphics2D canvas = front.createGraphics();
    canvas.setColor(Color.RED);
    canvas.fillRect(30, 75, 50, 100);
    canvas.setColor(Color.BLUE);
    canvas.fillRect(80, 75, 50, 100);
    canvas.dispose();
  }

  @Test
  void turn_straightAhead_changesNothing() {
    BufferedImage same = HeadTurn.turn(front, FACE, 0, 0);

    for (int x = 32; x < 128; x += 5) {
      assertThat(same.getRGB(x, 125)).isEqualTo(front.getRGB(x, 125));
    }
  }

  @Test
  void turn_toTheLeft_showsLessOfThatHalf() {
    BufferedImage turned = HeadTurn.turn(front, FACE, 0.8, 0);

    assertThat(count(turned, Color.RED)).isGreaterThan(2 * count(turned, Color.BLUE));
    assertThat(turned.getRGB(20, 125) >>> 24).isZero();
  }

  @Test
  void turn_toTheBack_showsNothing() {
    BufferedImage turned = HeadTurn.turn(front, FACE, Math.PI, 0);

    assertThat(count(turned, Color.RED) + count(turned, Color.BLUE)).isZero();
  }

  @Test
  void turn_down_movesTheFaceDown() {
    BufferedImage turned = HeadTurn.turn(front, FACE, 0, 0.4);

    assertThat(turned.getRGB(60, 80) >>> 24).isZero();
    assertThat(turned.getRGB(60, 180)).isEqualTo(Color.RED.getRGB());
  }

  private static int count(BufferedImage image, Color color) {
    int count = 0;
    for (int x = 0; x < WIDTH; x++) {
      count += image.getRGB(x, 125) == color.getRGB() ? 1 : 0;
    }
    return count;
  }
}
