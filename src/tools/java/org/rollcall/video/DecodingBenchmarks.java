package org.rollcall.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.rollcall.model.picture.Picture;

/**
 * Times the decoding of one group of pictures: two seconds of 1080p H.264 at 25 frames a second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
public class DecodingBenchmarks {
  private static final int WIDTH = 1920;
  private static final int HEIGHT = 1080;
  private static final int FRAMES_PER_SECOND = 25;
  private static final int FRAMES = 50;

  private Path clip;
  private VideoStream stream;
  private Decoder decoder;
  private AVPacket key;

  /** Writes the recording and reads its key frame. */
  @Setup
  public void record() throws IOException {
    clip = Files.createTempFile("rollcall-benchmark", ".mp4");
    try (ClipWriter writer = ClipWriter.open(clip, WIDTH, HEIGHT, FRAMES_PER_SECOND)) {
      for (int i = 0; i < FRAMES; i++) {
        writer.write(movingPattern(i));
      }
    }
    stream = VideoStream.open(clip);
    decoder = stream.decoder(Decoder.SkipPolicy.KEY_FRAMES);
    key = stream.next().orElseThrow();
  }

  private static Picture movingPattern(int shift) {
    byte[] bgr = new byte[3 * WIDTH * HEIGHT];
    for (int i = 0; i < bgr.length; i++) {
      int x = i / 3 % WIDTH + 4 * shift;
      int y = i / 3 / WIDTH;
      bgr[i] = (byte) (((x * x + y * y) >> 8) + 40 * (i % 3));
    }
    return new Picture(WIDTH, HEIGHT, bgr);
  }

  /** Deletes the recording. */
  @TearDown
  public void delete() throws IOException {
    decoder.close();
    stream.close();
    Files.delete(clip);
  }

  /** {@return the key frame of the group, decoded on its own} */
  @Benchmark
  public Object keyFrame() {
    return decoder.decodeAlone(key).orElseThrow();
  }

  /** {@return the number of frames of the group, all of them decoded} */
  @Benchmark
  public long allFrames() {
    return FullDecode.of(clip, at -> {});
  }
}
