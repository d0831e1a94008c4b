/**
 * A recording as timed, sampled frames; photos; annotated previews and clips. The only package that
 * knows JavaCV: FFmpeg's and OpenCV's types stay inside.
 *
 * <p>Start at {@link org.rollcall.video.FfmpegFrames}: {@code Container} opens a file, {@code
 * VideoStream} reads its packets, {@code DecodedVideo} chooses which of them a {@code Decoder}
 * gets, {@code FrameClock} makes time out of stamps, {@link org.rollcall.video.SamplingSettings}
 * and {@code SamplingTimes} choose, {@code UprightConverter} makes pictures of the chosen frames
 * only, and {@code DecodingReport} collects what went wrong. A {@link org.rollcall.video.Window} is
 * a part of a recording, and {@link org.rollcall.video.RecordingFacts} is what a file says of
 * itself. {@link org.rollcall.video.LoopedRecording} and {@link org.rollcall.video.FullDecode}
 * serve measurements.
 *
 * <p>Recordings and clips are for one thread each; {@link org.rollcall.video.Photos} and {@link
 * org.rollcall.video.Annotations} for any number. Opening and closing clips takes a lock that
 * JavaCV holds for the whole process.
 */
package org.rollcall.video;
