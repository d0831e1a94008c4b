package org.rollcall.demo;

/**
 * The light in the room, as an automatic camera sees it: for a while the lamps are off. The picture
 * is dark at first, then the camera opens up, and its noise grows; afterwards it is dazzled a
 * moment.
 */
final class Light {
  private static final double LAMPS_OFF_FROM = 0.6;
  private static final double LAMPS_OFF_TO = 0.78;
  private static final double WITHOUT_LAMPS = 0.42;
  private static final double MADE_UP_FOR = 0.45;
  private static final double ADAPTING_SECONDS = 1.2;
  private static final double FLICKER = 0.015;

  private final Span lampsOff;

  Light(double lengthSeconds) {
    lampsOff = new Span(LAMPS_OFF_FROM * lengthSeconds, LAMPS_OFF_TO * lengthSeconds);
  }

  /** {@return how bright the picture is; 1 for the usual} */
  double brightness(double second) {
    double falling = lampsOff.contains(second) ? WITHOUT_LAMPS : 1;
    double flicker = 1 + FLICKER * Math.sin(0.7 * second);
    return Math.min(1.35, falling * amplification(second)) * flicker;
  }

  /** {@return how much the camera makes up for missing light; 1 for nothing} */
  double amplification(double second) {
    double most = 1 + MADE_UP_FOR / WITHOUT_LAMPS * 0.6;
    if (second < lampsOff.from()) {
      return 1;
    }
    double since = lampsOff.contains(second) ? lampsOff.from() : lampsOff.to();
    double adapted = 1 - Math.exp(-(second - since) / ADAPTING_SECONDS);
    return lampsOff.contains(second) ? 1 + adapted * (most - 1) : most - adapted * (most - 1);
  }
}
