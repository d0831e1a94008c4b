/**
 * Chooses what of a file is the recording, and says what of it is not used.
 *
 * <p>{@link org.rollcall.video.streams.StreamChoice} ranks the video streams of a file, {@code
 * FrameCounts} tells films from slides and covers, {@link
 * org.rollcall.video.streams.SupportedFormats} lists what FFmpeg may try, and {@link
 * org.rollcall.video.streams.UnusedStreams} and {@link org.rollcall.video.streams.MovieBoxes} find
 * what is left over.
 *
 * <p>Only {@code video} uses it. What concerns an open file is for one thread at a time.
 */
package org.rollcall.video.streams;
