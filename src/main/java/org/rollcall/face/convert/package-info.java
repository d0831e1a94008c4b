/**
 * Converts published networks to the form that runs fastest here, with the same results: batch
 * norms are folded into convolutions, PReLU is split into ReLUs, and FaceNet is built from one file
 * a layer.
 *
 * <p>A {@link org.rollcall.face.convert.PackConversion} reads a publisher's files and writes
 * MXNet's. For {@code face.pack} only; it runs once, when a pack is installed.
 */
package org.rollcall.face.convert;
