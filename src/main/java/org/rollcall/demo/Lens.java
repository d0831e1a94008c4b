package org.rollcall.demo;

import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;

/** A cheap lens: nothing painted stays as sharp as it was drawn. */
final class Lens {
  private static final float[] SOFT = {
    0.06f, 0.1f, 0.06f, 0.1f, 0.36f, 0.1f, 0.06f, 0.1f, 0.06f,
  };

  private Lens() {}

  /** {@return a softer copy of a picture} */
  static BufferedImage soften(BufferedImage picture) {
    return new ConvolveOp(new Kernel(3, 3, SOFT), ConvolveOp.EDGE_NO_OP, null)
        .filter(picture, null);
  }
}
