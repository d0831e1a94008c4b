package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.global.avcodec;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.testing.UsesNatives;

/** Decodes a recording with a key frame at packet 0 and every 20 after it. */
@UsesNatives
class DecoderTest {
  @AutoClose private VideoStream stream;

  @BeforeEach
  void open(@TempDir Path folder) throws IOException {
    stream = VideoStream.open(NumberedClips.copy("closed-groups.mp4", folder));
  }

  @Test
  void decodeAlone_keyFrame_isDecoded() {
    try (Decoder decoder = stream.decoder(Decoder.SkipPolicy.KEY_FRAMES)) {
      assertThat(decoder.decodeAlone(packet(0))).isPresent();
      assertThat(decoder.frames()).isEqualTo(1);
    }
  }

  @Test
  void decodeAlone_dependentFrame_isEmpty() {
    try (Decoder decoder = stream.decoder(Decoder.SkipPolicy.KEY_FRAMES)) {
      assertThat(decoder.decodeAlone(packet(1))).isEmpty();
    }
  }

  @Test
  void decodeAlone_packetMarkedAsCorrupt_isEmpty() {
    try (Decoder decoder = stream.decoder(Decoder.SkipPolicy.KEY_FRAMES)) {
      AVPacket key = packet(0);

      assertThat(decoder.decodeAlone(key.flags(key.flags() | avcodec.AV_PKT_FLAG_CORRUPT)))
          .isEmpty();
    }
  }

  @Test
  void receive_drained_returnsAllFramesHeldBack() {
    try (Decoder decoder = stream.decoder(Decoder.SkipPolicy.ALL)) {
      for (int i = 0; i < 20; i++) {
        decoder.send(packet(0));
        while (decoder.receive().isPresent()) {}
      }
      decoder.drain();
      while (decoder.receive().isPresent()) {}

      assertThat(decoder.frames()).isEqualTo(20);
    }
  }

  @Test
  void receive_flushed_isEmpty() {
    try (Decoder decoder = stream.decoder(Decoder.SkipPolicy.ALL)) {
      decoder.send(packet(0));
      decoder.flush();
      decoder.drain();

      assertThat(decoder.receive()).isEmpty();
    }
  }

  /** {@return a later packet of the stream} */
  private AVPacket packet(int skipped) {
    for (int i = 0; i < skipped; i++) {
      stream.next();
    }
    return stream.next().orElseThrow();
  }
}
