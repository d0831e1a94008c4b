/**
 * Model packs: lists, installs, verifies and opens them.
 *
 * <p>A pack is a set of networks with one licence and one origin. Whatever format its publisher
 * chose, installed packs have one format, so that the runtime has no special cases: a folder {@code
 * config/models/<id>/} with
 *
 * <ul>
 *   <li>{@code pack.properties}, the {@link org.rollcall.face.pack.PackDescription};
 *   <li>for each network of its {@link org.rollcall.face.pack.PackTask}s, {@code <net>-symbol.json}
 *       and {@code <net>-0000.params}, as MXNet loads them;
 *   <li>{@code pack.files}, the SHA-256 and size of all the others.
 * </ul>
 *
 * <p>The input of every network is {@code data}, float32 [N, 3, H, W], RGB. Detectors take {@code
 * (x − 127.5) × 0.0078125} and have one output each; the probability of a face is the sigmoid of
 * its logit:
 *
 * <ul>
 *   <li>{@code pnet} [N, 16, h, w]: 0 face logit, 1–4 box regression, the others padding; cells of
 *       12×12 pixels, stride 2;
 *   <li>{@code rnet}, 24×24 pixels, [N, 5]: face logit, box regression;
 *   <li>{@code onet}, 48×48 pixels, [N, 15]: face logit, box regression, landmarks x0..x4, y0..y4.
 * </ul>
 *
 * <p>Embedders have the network {@code embed} with output [N, dimension], not normalised; their
 * {@link org.rollcall.face.pack.EmbeddingInput} defines the input. YuNet's {@code yunet.onnx} is
 * kept as published, for OpenCV.
 *
 * <p>Start at {@link org.rollcall.face.pack.PackLibrary}, which opens packs, and {@link
 * org.rollcall.face.pack.PackInstaller}, which fetches and converts them ({@code PackConversion}).
 * Both may be used from any thread; a file lock keeps processes apart.
 *
 * <p>Besides {@code face}, the layers above the stages import this package. It imports only {@code
 * model} and {@code basics}, and knows neither DJL nor OpenCV.
 */
package org.rollcall.face.pack;
