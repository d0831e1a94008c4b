package org.rollcall.video;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.rollcall.model.RollcallException;

/**
 * Decodes each frame of a recording and makes nothing of it: what other work on the recording is
 * measured by.
 */
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
   * Decodes a recording from begin to end.
   *
   * @param file the recording
   * @param decoded hears the time of each frame
   * @return how many frames there are
   * @throws UndecodableRecording if it has no video stream that FFmpeg can decode
   * @throws RollcallException if the thread is interrupted
   */
  public static long of(Path file, Consumer<Duration> decoded) {
    try (VideoStream stream = VideoStream.open(file);
        Decoder decoder = stream.decoder(Decoder.Way.ALL)) {
      return new FullDecode(stream, decoder, decoded).run();
    }
  }

  /** {@return how many threads decode, here as in any other reading of a recording} */
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
      OptionalLong stamp = PassedFrame.of(frame.get()).stamp();
      clock.read(stamp).ifPresent(decoded);
    }
  }

  private static void requireNotStopped() {
    if (Thread.currentThread().isInterrupted()) {
      throw new RollcallException("Rollcall was stopped in the middle of it.");
    }
  }
}
