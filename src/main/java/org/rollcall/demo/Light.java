package org.rollcall.demo;

/**
 * The light in the room as a camera with automatic exposure records it: for a while the lamps are
 * off. The frames are dark at first, then the camera raises its gain, and noise with it; when the
 * lamps come back on, the frames are overexposed for a moment.
 */
final class Light {
  private static final double LAMPS_OFF_FROM = 0.6;
  private static final double LAMPS_OFF_TO = 0.78;
  private static final double WITHOUT_LAMPS = 0.42;
  private static final double MOST_AMPLIFICATION = 1.6;
  private static final double ADAPTING_SECONDS = 1.2;
  private static final double BRIGHTEST = 1.35;
  private static final double FLICKER = 0.015;

  private final TimeSpan lampsOff;

  Light(double lengthSeconds) {
    lampsOff = new TimeSpan(LAMPS_OFF_FROM * lengthSeconds, LAMPS_OFF_TO * lengthSeconds);
  }

  /** {@return the brightness of the frame; 1 is normal} */
  double brightness(double second) {
    double light = lampsOff.contains(second) ? WITHOUT_LAMPS : 1;
    double flicker = 1 + FLICKER * Math.sin(0.7 * second);
    return Math.min(BRIGHTEST, light * amplification(second)) * flicker;
  }

  /** {@return the camera's gain to make up for missing light; 1 is none} */
  double amplification(double second) {
    if (second < lampsOff.from()) {
      return 1;
    }
    boolean dark = lampsOff.contains(second);
    double since = second - (dark ? lampsOff.from() : lampsOff.to());
    double still = Math.exp(-since / ADAPTING_SECONDS);
    return 1 + (MOST_AMPLIFICATION - 1) * (dark ? 1 - still : still);
  }
}
