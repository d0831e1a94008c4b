package org.rollcall.chaos;

/** How much of it. */
final class Chaos {
  private static final boolean FULL = "full".equals(System.getProperty("chaos"));

  private Chaos() {}

  /** {@return one number for a look, another to be sure} */
  static int amount(int brief, int full) {
    return FULL ? full : brief;
  }
}
