/**
 * Model packs: which there are, how they are installed, and where their networks lie.
 *
 * <p>A pack is a set of networks with one licence and one origin. Whatever form its publisher
 * chose, an installed pack has one form, so that the runtime knows no special cases: a folder
 * {@code config/models/<id>/} with
 *
 * <ul>
 *   <li>{@code pack.properties}, the {@link org.rollcall.face.pack.PackDescription};
 *   <li>for each network of its {@link org.rollcall.face.pack.Task}s {@code <net>-symbol.json} and
 *       {@code <net>-0000.params}, as MXNet loads them;
 *   <li>{@code pack.files}, size and SHA-256 of all the others.
 * </ul>
 *
 * <p>The input of every network is {@code data}, float32 [N, 3, H, W], RGB. Detectors take {@code
 * (x − 127.5) × 0.0078125} and have one output each; a face's probability is the sigmoid of its
 * logit:
 *
 * <ul>
 *   <li>{@code pnet} [N, 16, h, w]: 0 face logit, 1–4 box regression, the others padding; cells of
 *       12×12 pixels, stride 2;
 *   <li>{@code rnet}, 24×24 pixels, [N, 5]: face logit, box regression;
 *   <li>{@code onet}, 48×48 pixels, [N, 15]: face logit, box regression, landmarks x0..x4, y0..y4.
 * </ul>
 *
 * <p>Embedders have the network {@code embed} with output [N, dimension], of any length; their
 * {@link org.rollcall.face.pack.EmbeddingInput} says what they take.
 *
 * <p>Start at {@link org.rollcall.face.pack.PackLibrary}. Only {@code face}, {@code config} and the
 * doors import this package; it imports the JDK and {@code model} only.
 */
package org.rollcall.face.pack;
