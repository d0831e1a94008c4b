/**
 * Converts decoded frames to pictures as a player shows them: upright, with square pixels, in the
 * colours of the recording, without the comb of interlacing.
 *
 * <p>Start at {@link org.rollcall.video.convert.UprightConverter}. {@link
 * org.rollcall.video.convert.StreamGeometry} is what the container says about all frames of a
 * stream: {@code Orientation}, {@code PixelAspect} and {@code Cropping}; {@code FrameColours} reads
 * the colour tags of a frame, {@code RareMatrix} converts those that the scaler does not know, and
 * {@code Deinterlacer} works on its rows. {@link org.rollcall.video.convert.Mats} converts between
 * pictures and OpenCV's matrices.
 *
 * <p>Only {@code video} uses it. A converter is for one thread at a time.
 */
package org.rollcall.video.convert;
