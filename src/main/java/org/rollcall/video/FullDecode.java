package org.rollcall.video;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.rollcall.model.RollcallException;

/** Decodes every frame of a recording and discards it: the baseline for measurements. */
public final class FullDecode {
  private final VideoStream stream;
  private final Decoder decoder;
  private final Consumer<Duration> decoded;
  private final FrameClock clock;

  private FullDecode(VideoStream stream, Decoder decoder, Consumer<Duration> decoded) {
    this.stream = stream;
    this.decoder = decoder;
    this.decoded = decoded;
    this.clock = stream.clock();
  }

  /**
   * Decodes a recording from start to end.
   *
   * @param file the recording
   * @param decoded receives the time of each frame, from the first one
   * @return the number of frames
   * @throws UndecodableRecording if it has no video stream that FFmpeg can decode
   * @throws RollcallException if the thread is interrupted
   */
  public static long of(Path file, Consumer<Duration> decoded) {
    try (VideoStream stream = VideoStream.open(file);
        Decoder decoder = stream.decoder(Decoder.SkipPolicy.ALL)) {
      return new FullDecode(stream, decoder, decoded).run();
    }
  }

  /** {@return the number of decoding threads, here as in any other decoding of a recording} */
  public static int threads() {
    return Decoder.THREADS;
  }

  private long run() {
    Optional<AVPacket> packet = stream.next();
    for (; packet.isPresent(); packet = stream.next()) {
      requireNotStopped();
      decoder.send(packet.get());
      receive();
    }
    decoder.drain();
    receive();
    return decoder.frames();
  }

  private void receive() {
    for (Optional<AVFrame> frame = decoder.receive();
        frame.isPresent();
        frame = decoder.receive()) {
      clock.read(FrameEvent.of(frame.get(), false).pts()).ifPresent(decoded);
    }
  }

  private static void requireNotStopped() {
    if (Thread.currentThread().isInterrupted()) {
      throw new RollcallException("Rollcall was stopped during processing.");
    }
  }
}
