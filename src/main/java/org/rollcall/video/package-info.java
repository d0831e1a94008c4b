/**
 * Decodes recordings to timed, sampled frames; reads photos; draws previews and writes clips.
 * FFmpeg and JavaCV are used nowhere else, and their types and OpenCV's stay inside this package
 * and the two below it.
 *
 * <p>Start at {@link org.rollcall.video.FfmpegFrames}: {@code Container} opens a file and {@code
 * StreamTiming} says what it declares, {@code VideoStream} reads the packets of its best stream
 * (chosen in {@link org.rollcall.video.streams}), {@code DecodedVideo} decides which of them a
 * {@code Decoder} gets, {@code FrameClock} converts pts to time, {@link
 * org.rollcall.video.SamplingSettings} and {@code SamplingTimes} choose the frames to sample,
 * {@link org.rollcall.video.convert} converts only those to pictures, and {@code DecodingReport}
 * collects what went wrong. A {@link org.rollcall.model.Window} is a part of a recording, and
 * {@link org.rollcall.video.RecordingFacts} is what a file declares about itself. {@link
 * org.rollcall.video.LoopedRecording} and {@link org.rollcall.video.FullDecode} serve measurements.
 *
 * <p>A recording or clip is for one thread at a time; {@link org.rollcall.video.Photos} and {@link
 * org.rollcall.video.Annotations} are for any number. Opening and closing a clip takes a
 * process-wide lock of JavaCV's.
 *
 * <p>It imports only {@code model} and {@code basics}. Anything above it may import it, but no
 * other stage does.
 */
package org.rollcall.video;
