package org.rollcall.demo;

import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;

/** A cheap lens, which blurs everything painted a little. */
final class Lens {
  private static final float[] SOFT = {
    0.06f, 0.1f, 0.06f, 0.1f, 0.36f, 0.1f, 0.06f, 0.1f, 0.06f,
  };

  private Lens() {}

  /** {@return a slightly blurred copy of an image} */
  static BufferedImage soften(BufferedImage picture) {
    return new ConvolveOp(new Kernel(3, 3, SOFT), ConvolveOp.EDGE_NO_OP, null)
        .filter(picture, null);
  }
}
