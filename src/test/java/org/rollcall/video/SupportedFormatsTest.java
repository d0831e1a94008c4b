package org.rollcall.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bytedeco.ffmpeg.global.avcodec.av_codec_is_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder_by_name;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.testing.UsesNatives;
import org.rollcall.video.streams.SupportedFormats;

/** What recorders write is read; what else FFmpeg could read is never reached. */
@UsesNatives
class SupportedFormatsTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "mp4, h264, yuv420p",
    "mov, h264, yuv420p",
    "3gp, h264, yuv420p",
    "matroska, h264, yuv420p",
    "avi, h264, yuv420p",
    "mpegts, h264, yuv420p",
    "flv, h264, yuv420p",
    "h264, h264, yuv420p",
    "mpeg, mpeg1video, yuv420p",
    "mpeg, mpeg2video, yuv420p",
    "vob, mpeg2video, yuv420p",
    "mpegts, mpeg2video, yuv422p",
    "mxf, mpeg2video, yuv420p",
    "mpeg2video, mpeg2video, yuv420p",
    "avi, mpeg4, yuv420p",
    "m4v, mpeg4, yuv420p",
    "avi, msmpeg4v2, yuv420p",
    "avi, msmpeg4v3, yuv420p",
    "asf, wmv1, yuv420p",
    "asf, wmv2, yuv420p",
    "flv, flv1, yuv420p",
    "avi, mjpeg, yuvj420p",
    "avi, mjpeg, yuvj422p",
    "mov, mjpeg, yuvj444p",
    "mjpeg, mjpeg, yuvj420p",
    "webm, vp8, yuv420p",
    "webm, vp9, yuv420p",
    "mp4, av1, yuv420p",
    "mov, prores, yuv422p10le",
    "matroska, ffv1, yuv420p10le",
    "matroska, ffv1, yuv444p12le",
    "matroska, ffv1, gray",
    "avi, ffv1, yuv411p",
    "avi, ffv1, yuv410p",
    "avi, huffyuv, yuv422p",
    "avi, utvideo, gbrp",
    "avi, rawvideo, yuv420p",
    "avi, rawvideo, bgr24",
    "mov, rawvideo, gray",
    "mov, v210, yuv422p10le"
  })
  void open_whatRecordersWrite_isRead(String format, String codec, String pixels)
      throws IOException {
    Path clip = clip(format, codec, pixels);

    SampledFrames sampled = SampledFrames.of(clip);

    assertThat(MadeClips.brightness(sampled.first(), 16, 12)).isGreaterThan(180);
    assertThat(MadeClips.brightness(sampled.first(), 48, 36)).isLessThan(70);
    assertThat(sampled.frames()).hasSizeGreaterThanOrEqualTo(1);
  }

  private Path clip(String format, String codec, String pixels) throws IOException {
    int id = avcodec.avcodec_descriptor_get_by_name(codec).id();
    Consumer<FFmpegFrameRecorder> setUp =
        recorder -> {
          recorder.setVideoCodec(id);
          recorder.setPixelFormat(avutil.av_get_pix_fmt(pixels));
          recorder.setVideoBitrate(2_000_000);
          recorder.setFrameRate(codec.equals("mpeg2video") || codec.equals("mpeg1video") ? 25 : 10);
          recorder.setVideoOption("strict", "experimental");
          if (codec.equals("av1")) {
            recorder.setVideoCodecName("libaom-av1");
            recorder.setVideoOption("cpu-used", "8");
          }
        };
    return MadeClips.odd(folder.resolve("lesson"), format, setUp);
  }

  /** Playlists, subtitles, pictures, scripts and sound by whatever name. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nsecret.ts\n#EXT-X-ENDLIST\n",
        "ffconcat version 1.0\nfile secret.ts\n",
        "[playlist]\nFile1=secret.ts\nNumberOfEntries=1\n",
        "WEBVTT\n\n00:00.000 --> 00:02.000\nHello\n",
        "1\n00:00:00,000 --> 00:00:02,000\nHello\n",
        "[Script Info]\nScriptType: v4.00+\n[Events]\n",
        "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\"></MPD>",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"></svg>",
        "P6\n64 48\n255\n",
        "v=0\no=- 0 0 IN IP4 127.0.0.1\nm=video 5004 RTP/AVP 96\n",
        ";FFMETADATA1\ntitle=x\n",
        "YUV4MPEG2 W64 H48 F10:1\nFRAME\n",
        "GIF89a"
      })
  void open_otherFormatNamedAsRecording_isRefused(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("lesson.mp4"), text + " ".repeat(4000));

    assertThatThrownBy(() -> SampledFrames.of(file)).isInstanceOf(UndecodableRecording.class);
    assertThatThrownBy(() -> RecordingFacts.of(file)).isInstanceOf(UndecodableRecording.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gif", "apng", "yuv4mpegpipe", "nut", "swf"})
  void open_otherContainerWithFrames_isRefused(String format) throws IOException {
    int codec =
        switch (format) {
          case "gif" -> avcodec.AV_CODEC_ID_GIF;
          case "apng" -> avcodec.AV_CODEC_ID_APNG;
          case "yuv4mpegpipe" -> avcodec.AV_CODEC_ID_WRAPPED_AVFRAME;
          case "swf" -> avcodec.AV_CODEC_ID_MJPEG;
          default -> avcodec.AV_CODEC_ID_MPEG4;
        };
    Path clip = folder.resolve("lesson.mp4");
    int pixels =
        switch (format) {
          case "gif" -> avutil.AV_PIX_FMT_RGB8;
          case "apng" -> avutil.AV_PIX_FMT_RGB24;
          case "swf" -> avutil.AV_PIX_FMT_YUVJ420P;
          default -> avutil.AV_PIX_FMT_YUV420P;
        };
    MadeClips.odd(
        clip,
        format,
        recorder -> {
          recorder.setVideoCodec(codec);
          recorder.setPixelFormat(pixels);
        });

    assertThatThrownBy(() -> SampledFrames.of(clip))
        .isInstanceOf(UndecodableRecording.class)
        .hasMessageContaining("it is not a recording in a known format");
  }

  @Test
  void decoder_codecOfNoRecorder_isEmpty() {
    assertThat(SupportedFormats.decoder(avcodec.AV_CODEC_ID_CINEPAK)).isEmpty();
    assertThat(SupportedFormats.decoder(avcodec.AV_CODEC_ID_PNG)).isEmpty();
    assertThat(SupportedFormats.decoder(avcodec.AV_CODEC_ID_AV1)).isPresent();
  }

  @Test
  void open_onlyCodecIsOfNoRecorder_saysSo() throws IOException {
    Path clip =
        MadeClips.record(
            folder.resolve("lesson.mov"),
            Collections.nCopies(10, MadeClips.markedTopLeft(64, 48)),
            recorder -> {
              recorder.setFormat("mov");
              recorder.setVideoCodec(avcodec.AV_CODEC_ID_QTRLE);
              recorder.setPixelFormat(avutil.AV_PIX_FMT_RGB24);
            });

    assertThatThrownBy(() -> SampledFrames.of(clip))
        .isInstanceOf(UndecodableRecording.class)
        .hasMessageContaining("its video format cannot be decoded");
    assertThat(av_codec_is_decoder(avcodec_find_decoder_by_name("qtrle"))).isNotZero();
  }
}
