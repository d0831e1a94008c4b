/**
 * Faces in a picture and what they look like, as numbers. Start with {@link
 * org.rollcall.face.MxnetFaceEngine}.
 *
 * <p>The only package that knows DJL, and JNA below it. MXNet is no longer developed, so no tensor
 * and no type of DJL leaves it: another engine can take its place.
 */
package org.rollcall.face;
