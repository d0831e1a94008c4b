package org.rollcall.demo;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * The appearance of a person, apart from the face.
 *
 * @param skin colour of the skin
 * @param forehead colour of the skin at the hairline
 * @param hair colour of the hair
 * @param hairLength how far the hair falls below the middle of the face, in portrait pixels; 0 for
 *     short hair
 * @param parting where the hair parts, in portrait pixels from the middle
 * @param cloth colour of the clothes
 * @param trousers colour of the trousers
 * @param pattern pattern of the clothes
 */
record Appearance(
    Color skin,
    Color forehead,
    Color hair,
    int hairLength,
    int parting,
    Color cloth,
    Color trousers,
    Pattern pattern) {
  /** The pattern of the clothes. */
  enum Pattern {
    /** None. */
    PLAIN,
    /** A shirt collar. */
    COLLAR,
    /** Horizontal stripes. */
    STRIPES
  }

  private static final int[] HAIR = {0x201a16, 0x30241c, 0x463020, 0x6a4a2e, 0x6e4026, 0x8c6c44};
  private static final int DARK_HAIR = 3;
  private static final int LIGHT_SKIN = 120;

  /**
   * Invents an appearance that suits a person; everything except the skin tones is random.
   *
   * @param face the face image at hand, for the skin tones
   * @param usual a face image that is the same for all portraits of the person
   * @param random seeded alike for all portraits of the person
   */
  static Appearance of(BufferedImage face, BufferedImage usual, Random random) {
    Color skin = skin(face);
    boolean light = skin(usual).getGreen() > LIGHT_SKIN;
    Color hair = new Color(HAIR[random.nextInt(light ? HAIR.length : DARK_HAIR)]);
    int length = random.nextInt(5) < 3 ? 0 : 40 + random.nextInt(70);
    Color cloth =
        Color.getHSBColor(
            random.nextFloat(),
            0.08f + 0.32f * random.nextFloat(),
            0.22f + 0.42f * random.nextFloat());
    Color trousers =
        Color.getHSBColor(0.6f, 0.3f * random.nextFloat(), 0.2f + 0.15f * random.nextFloat());
    return new Appearance(
        skin,
        average(face.getSubimage(34, 8, 60, 36)),
        hair,
        length,
        random.nextInt(41) - 20,
        cloth,
        trousers,
        Pattern.values()[random.nextInt(Pattern.values().length)]);
  }

  private static Color skin(BufferedImage face) {
    return average(face.getSubimage(40, 70, 48, 30));
  }

  /** {@return the average colour of an image} */
  static Color average(BufferedImage picture) {
    int width = picture.getWidth();
    int height = picture.getHeight();
    long red = 0;
    long green = 0;
    long blue = 0;
    for (int pixel : picture.getRGB(0, 0, width, height, null, 0, width)) {
      red += pixel >> 16 & 0xff;
      green += pixel >> 8 & 0xff;
      blue += pixel & 0xff;
    }
    int count = width * height;
    return new Color((int) (red / count), (int) (green / count), (int) (blue / count));
  }

  /** {@return a colour made darker (factor below 1) or lighter} */
  static Color shaded(Color color, double factor) {
    return new Color(
        (int) Math.min(255, color.getRed() * factor),
        (int) Math.min(255, color.getGreen() * factor),
        (int) Math.min(255, color.getBlue() * factor));
  }
}
