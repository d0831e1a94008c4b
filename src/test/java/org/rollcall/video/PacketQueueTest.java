package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;

import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rollcall.testing.UsesNatives;

@UsesNatives
class PacketQueueTest {
  private static final int MEBIBYTE = 1 << 20;

  private final AVPacket packet = av_packet_alloc();
  private final PacketQueue queue = new PacketQueue();

  @AfterEach
  void free() {
    queue.close();
    av_packet_free(packet);
  }

  @Test
  void full_moreThan64Mebibytes_isTrue() {
    av_new_packet(packet, MEBIBYTE);
    for (int i = 0; i < 64; i++) {
      queue.add(packet);
    }
    assertThat(queue.full()).isFalse();

    queue.add(packet);

    assertThat(queue.full()).isTrue();
  }

  @Test
  void skip_framesStoredOutOfOrder_givesTheirPtsInPresentationOrder() {
    add(0);
    add(120);
    add(40);
    add(80);

    assertThat(queue.skip()).containsExactly(Pts.of(40), Pts.of(80), Pts.of(120));
    assertThat(queue.isEmpty()).isTrue();
    assertThat(queue.full()).isFalse();
  }

  @Test
  void startAfterFirst_leadingFrames_areDropped() {
    add(100);
    add(60);
    add(80);
    add(140);

    queue.startAfterFirst();

    assertThat(queue.size()).isEqualTo(2);
    assertThat(queue.skip()).containsExactly(Pts.of(140));
  }

  private void add(long pts) {
    queue.add(packet.pts(pts).dts(pts));
  }
}
