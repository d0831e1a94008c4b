package org.rollcall.lesson;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.rollcall.demo.FilmedStrangers;
import org.rollcall.testing.Ffmpeg;
import org.rollcall.testing.FilmedLesson;

/**
 * Recordings of one lesson as cameras, recorders, phones and accidents make them of it, each with
 * what its sheet must say.
 */
final class RecordingVariants {
  private static final String LOSSLESS = "-c:v ffv1 -level 3 -pix_fmt ";
  private static final String MPEG2 = "-c:v mpeg2video -q:v 3 -r 25 ";
  private static final String H264 = "-c:v libopenh264 -b:v 3M ";
  private static final String AV1 = "-c:v libsvtav1 -preset 12 -crf 25 ";
  private static final String BT709 =
      "setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709,";
  private static final String VP9 =
      "-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -b:v 3M -row-mt 1 ";

  private static final String VP8 = "-c:v libvpx -deadline realtime -cpu-used 16 -b:v 3M ";

  private static final boolean FULL = "full".equals(System.getProperty("chaos"));

  private RecordingVariants() {}

  /** What the marks must be. */
  enum Expected {
    /** The same as for the plain recording. */
    SAME,
    /** None is wrong, but some may be for a person to decide. */
    NONE_WRONG,
    /** Nobody is absent, since that cannot be known. */
    NOBODY_ABSENT,
    /** There is no sheet. */
    FAILED
  }

  /** Makes a recording. */
  interface Maker {
    /**
     * Makes it.
     *
     * @param plain the plain recording
     * @param file what to write
     */
    void make(Path plain, Path file) throws IOException;
  }

  /**
   * A variant.
   *
   * @param file its file, whose name tells what is odd about it
   * @param expected what its marks must be
   * @param told a part of what the sheet, or the refusal, says about it; empty if nothing
   * @param maker makes it
   */
  record Variant(String file, Expected expected, String told, Maker maker) {
    @Override
    public String toString() {
      return file + ": " + expected + (told.isEmpty() ? "" : ", \"" + told + "\"");
    }
  }

  private static Variant same(String file, String arguments) {
    return new Variant(file, Expected.SAME, "", converted(arguments));
  }

  private static Variant same(String file, String arguments, String told) {
    return new Variant(file, Expected.SAME, told, converted(arguments));
  }

  private static Variant noneWrong(String file, String arguments, String told) {
    return new Variant(file, Expected.NONE_WRONG, told, converted(arguments));
  }

  private static Variant nobodyAbsent(String file, String arguments, String told) {
    return new Variant(file, Expected.NOBODY_ABSENT, told, converted(arguments));
  }

  private static Variant nobodyAbsent(String file, Maker maker, String told) {
    return new Variant(file, Expected.NOBODY_ABSENT, told, maker);
  }

  private static Maker converted(String arguments) {
    return (plain, file) -> Ffmpeg.write(file, "-i % " + arguments, plain);
  }

  /** {@return all variants; those that take long to make only if asked for} */
  static Stream<Variant> all() {
    return Stream.of(
            containers(),
            codecs(),
            colours(),
            orientations(),
            shapes(),
            streams(),
            views(),
            times(),
            structures(),
            damages(),
            FULL ? slow() : List.<Variant>of())
        .flatMap(List::stream);
  }

  private static List<Variant> containers() {
    String guessed = "25 frames a second were assumed";
    return List.of(
        same("copy.mp4", "-c copy"),
        same("index-first.mp4", "-c copy -movflags +faststart"),
        same("fragments.mp4", "-c copy -movflags +frag_keyframe+empty_moov"),
        same("quicktime.mov", "-c copy"),
        same("matroska.mkv", "-c copy"),
        same("live.mkv", "-c copy -live 1"),
        same("h264.avi", "-c copy"),
        same("stream.ts", "-c copy"),
        same("camcorder.m2ts", "-c copy -mpegts_m2ts_mode 1"),
        same("phone.3gp", "-c copy"),
        same("flash.flv", "-c copy"),
        same("dvd.vob", MPEG2 + "-f vob"),
        same("program-stream.mpg", MPEG2 + "-f mpeg"),
        same("studio.mxf", MPEG2),
        same("elementary.m2v", MPEG2),
        same("windows.wmv", "-c:v wmv2 -q:v 3"),
        same("browser.webm", VP9),
        same("transparent.webm", "-vf format=yuva420p -auto-alt-ref 0 " + VP9),
        new Variant("dahua.dav", Expected.SAME, "", DahuaFile::write),
        new Variant("hikvision.mp4", Expected.SAME, "", RecordingVariants::hikvision),
        noneWrong("raw.h264", "-c copy -bsf:v h264_mp4toannexb -f h264", guessed),
        noneWrong("raw.mjpeg", "-c:v mjpeg -q:v 3 -f mjpeg", guessed));
  }

  /** Writes a program stream behind a header of its own, as Hikvision's recorders do. */
  private static void hikvision(Path plain, Path file) throws IOException {
    Path stream =
        Ffmpeg.write(file.resolveSibling("stream.part"), "-i % " + MPEG2 + "-f mpeg", plain);
    byte[] header = Arrays.copyOf("IMKH".getBytes(StandardCharsets.US_ASCII), 40);
    Files.write(file, header);
    Files.write(file, Files.readAllBytes(stream), StandardOpenOption.APPEND);
    Files.delete(stream);
  }

  private static List<Variant> codecs() {
    return List.of(
        same("mpeg1.mpg", "-c:v mpeg1video -q:v 3 -r 25"),
        same("divx.avi", "-c:v mpeg4 -q:v 3 -vtag DX50"),
        same("divx3.asf", "-c:v msmpeg4 -q:v 3"),
        same("sorenson.flv", "-c:v flv -q:v 3"),
        same("av1.mp4", AV1),
        same("motion-jpeg.avi", "-c:v mjpeg -q:v 3"),
        same("camcorder.dv", "-c:v dvvideo -s 720x576 -r 25 -aspect 16:9 -pix_fmt yuv420p"),
        same("prores.mov", "-c:v prores -pix_fmt yuv422p10le"),
        same("dnx.mov", "-c:v dnxhd -profile:v dnxhr_lb -pix_fmt yuv422p"));
  }

  private static List<Variant> colours() {
    return List.of(
        noneWrong("grey-400.mkv", LOSSLESS + "gray", ""),
        same("colour-411.avi", LOSSLESS + "yuv411p"),
        same("full-range.mp4", "-vf scale=out_range=full " + H264 + "-color_range pc"),
        same("full-range-444.avi", "-c:v mjpeg -q:v 3 -pix_fmt yuvj444p"),
        same("10-bit.mp4", AV1 + "-pix_fmt yuv420p10le"),
        same("bt2020.mp4", "-vf " + BT709 + "zscale=p=bt2020:m=bt2020nc:t=2020_10 " + H264),
        highDynamicRange("hlg.mp4", "arib-std-b67"),
        highDynamicRange("pq.mp4", "smpte2084"));
  }

  private static Variant highDynamicRange(String file, String transfer) {
    String filter =
        BT709
            + "zscale=t=linear:npl=203,format=gbrpf32le,"
            + "zscale=p=bt2020:t=%s:m=bt2020nc:r=tv:npl=203 ".formatted(transfer);
    return noneWrong(file, "-vf " + filter + AV1 + "-pix_fmt yuv420p10le", "");
  }

  private static List<Variant> orientations() {
    String onItsSide = "The camera is on its side. Its picture was turned";
    return List.of(
        turned("turned-right.mp4", "transpose=2", "-display_rotation -90"),
        turned("turned-left.mp4", "transpose=1", "-display_rotation 90"),
        turned("turned-round.mov", "hflip,vflip,copy", "-display_rotation 180"),
        turned("mirrored.mov", "hflip", "-display_hflip"),
        turned("flipped.mp4", "vflip,copy", "-display_vflip"),
        same(
            "upside-down-untold.mp4",
            "-vf hflip,vflip,copy " + H264,
            "The camera is upside down. Its picture was turned"),
        same("right-side-down-untold.mp4", "-vf transpose=1 " + H264, onItsSide),
        same("left-side-down-untold.mp4", "-vf transpose=2 " + H264, onItsSide),
        same("mirrored-untold.mp4", "-vf hflip " + H264));
  }

  /** The pixels are turned, and the file says so. */
  private static Variant turned(String file, String filter, String matrix) {
    return new Variant(
        file,
        Expected.SAME,
        "",
        (plain, target) -> {
          Path pixels = target.resolveSibling("pixels.mp4");
          Ffmpeg.write(pixels, "-i % -vf " + filter + " " + H264, plain);
          Ffmpeg.write(target, matrix + " -i % -c copy", pixels);
          Files.delete(pixels);
        });
  }

  private static List<Variant> shapes() {
    return List.of(
        same(
            "interlaced.ts",
            "-vf fps=10,scale=960:270,weave,setfield=tff " + MPEG2 + "-flags +ildct+ilme -top 1"),
        same("odd-size.avi", "-vf crop=957:539:1:1 -c:v mjpeg -q:v 3 -pix_fmt yuvj444p"),
        same("wide-pixels.mkv", "-vf scale=480:540,setsar=2 " + H264),
        same("tall-pixels.mp4", "-vf scale=960:270,setsar=1/2 " + H264),
        same("bars-above-and-below.mp4", "-vf pad=960:720:0:90 " + H264));
  }

  private static List<Variant> streams() {
    return List.of(
        same(
            "small-stream-first.mkv",
            "-filter_complex [0]scale=160:90[s] -map [s] -map 0:v -disposition:v:0 default " + H264,
            "2 video streams"),
        same(
            "cover-art.mp4",
            "-filter_complex [0]trim=end_frame=1,scale=1200:1200[s] -map 0:v -map [s]"
                + " -c:v:0 copy -c:v:1 mjpeg -disposition:v:1 attached_pic"),
        same("with-sound.mp4", "-f lavfi -i sine -c:v copy -c:a aac -shortest"),
        joined("joined.ts", "-c copy", "Its clock was set once"),
        joined("joined.mpg", MPEG2 + "-f mpeg", "Its clock was set once"));
  }

  /** Two files put one behind the other, as some recorders do every few minutes. */
  private static Variant joined(String file, String arguments, String told) {
    return new Variant(
        file,
        Expected.SAME,
        told,
        (plain, target) -> {
          Path half = target.resolveSibling("half-" + target.getFileName());
          Ffmpeg.write(target, "-i % -t 8 -output_ts_offset 4000 " + arguments, plain);
          Ffmpeg.write(half, "-ss 8 -i % " + arguments, plain);
          Files.write(target, Files.readAllBytes(half), StandardOpenOption.APPEND);
          Files.delete(half);
        });
  }

  private static List<Variant> views() {
    String noFace = "No face was found";
    String fill = "-vf drawbox=t=fill:color=";
    String nothing = "The picture showed nothing";
    return List.of(
        nobodyAbsent("black.mp4", fill + "black " + H264, noFace),
        nobodyAbsent("dark-noise.mp4", fill + "black,noise=alls=12:allf=t " + H264, "too dark"),
        nobodyAbsent("covered.mp4", fill + "0x806050,noise=alls=4:allf=t " + H264, nothing),
        nobodyAbsent("blurred.mp4", "-vf gblur=sigma=24 " + H264, noFace),
        nobodyAbsent("screen-saver.mp4", test("testsrc2"), noFace),
        nobodyAbsent("test-picture.mp4", test("smptehdbars"), noFace),
        nobodyAbsent(
            "frozen.mp4",
            "-vf select=eq(n\\,20),tpad=stop=-1:stop_mode=clone,setpts=N/5/TB -t 60 " + H264,
            "visible for only 0:00 of 1:00"),
        nobodyAbsent("freezes.mp4", "-vf tpad=stop=200:stop_mode=clone " + H264, "was frozen"),
        nobodyAbsent("goes-dark.mp4", "-vf tpad=stop=100:color=black " + H264, "too dark"),
        nobodyAbsent("is-covered.mp4", "-vf tpad=stop=100:color=gray " + H264, nothing),
        nobodyAbsent(
            "another-class.mp4",
            (plain, file) -> FilmedStrangers.film(FilmedLesson.names(), file),
            "Hardly anyone from this class was recognised"));
  }

  private static String test(String picture) {
    return "-f lavfi -i %s=s=960x540:r=5:d=16 -map 1 %s".formatted(picture, H264);
  }

  private static List<Variant> times() {
    String fromTheMiddle = "-c copy -bsf:v setts=ts=TS+gte(N\\,40)*%d/TB";
    String unread = "The recording could not be read from";
    return List.of(
        same("all-at-once.mkv", "-c copy -bsf:v setts=pts=0:dts=0", "Times are counted on there"),
        nobodyAbsent("seconds-missing.ts", fromTheMiddle.formatted(20), unread),
        nobodyAbsent("minutes-missing.mkv", fromTheMiddle.formatted(180), unread),
        nobodyAbsent("minutes-missing.mp4", fromTheMiddle.formatted(180), unread),
        nobodyAbsent("leap-of-an-hour.mkv", fromTheMiddle.formatted(3600), unread),
        same("leap-of-a-week.mkv", fromTheMiddle.formatted(604_800), "Its clock was set once"),
        same(
            "stutters.mkv",
            "-c copy -bsf:v setts=ts=if(gte(N\\,40)\\,TS-5/TB\\,TS)",
            "Times are counted on there"),
        same("counter-wraps.ts", "-c copy -output_ts_offset 95437"),
        same("empty-edit.mp4", "-c copy -output_ts_offset 5"),
        noneWrong("edit-within-a-group.mp4", "-ss 1.3 -c copy -avoid_negative_ts disabled", ""),
        same("unsteady.mkv", "-c copy -bsf:v setts=ts=TS+mod(N*7\\,5)*0.02/TB"));
  }

  private static List<Variant> structures() {
    String rare = "-vf select=not(mod(n\\,6)),setpts=N*%1$d/TB -r 1/%1$d ";
    return List.of(
        same("a-picture-each-5-seconds.mp4", rare.formatted(5) + H264),
        same("a-picture-each-minute.mov", rare.formatted(60) + H264),
        same("a-picture-each-minute.avi", rare.formatted(60) + "-c:v mjpeg -q:v 3"),
        nobodyAbsent("one-picture.mp4", "-ss 8 -frames:v 1 " + H264, "one or two pictures"),
        nobodyAbsent(
            "one-picture.avi", "-ss 8 -frames:v 1 -c:v mjpeg -q:v 3", "one or two pictures"),
        noneWrong("three-pictures.mp4", "-vf fps=1/5 -frames:v 3 " + H264, ""),
        same("b-pictures.ts", MPEG2 + "-bf 2 -g 50 -b_strategy 0"),
        same("one-key-frame.mp4", "-c:v mpeg4 -q:v 3 -bf 2 -g 600"),
        same("pyramid.mkv", AV1 + "-g 32"),
        same("variable-rate.mkv", "-vf select=mod(n\\,7)-mod(n\\,3)+1 -fps_mode vfr " + H264),
        new Variant(
            "starts-in-a-group.ts",
            Expected.NONE_WRONG,
            "",
            damaged(MPEG2 + "-bf 2 -g 50", (film, file) -> keep(film, file, 0.05, 1))));
  }

  private static List<Variant> damages() {
    String unread = "The recording could not be read from";
    return List.of(
        failed("empty.mp4", (plain, file) -> Files.createFile(file), "the file is empty"),
        failed(
            "text.mp4",
            (plain, file) -> Files.writeString(file, "Not a film. ".repeat(999)),
            "not a recording in a known format"),
        failed("index-cut-off.mp4", cut("-c copy"), "its index is missing"),
        nobodyAbsent("cut-off.mp4", cut("-c copy -movflags +faststart"), unread),
        nobodyAbsent("cut-off.mkv", cut("-c copy"), unread),
        nobodyAbsent("cut-off.flv", cut("-c copy"), unread),
        nobodyAbsent("cut-off.avi", cut("-c:v mjpeg -q:v 3"), unread),
        nobodyAbsent("cut-off.mxf", cut(MPEG2), unread),
        nobodyAbsent("zeroed.ts", damaged("-c copy", RecordingVariants::zero), unread),
        nobodyAbsent("overwritten.mkv", damaged("-c copy", RecordingVariants::scramble), unread),
        nobodyAbsent(
            "overwritten.mp4",
            damaged("-c copy -movflags +faststart", RecordingVariants::scramble),
            unread),
        new Variant(
            "claims-nine-hours.mp4",
            Expected.SAME,
            "",
            damaged("-c copy", RecordingVariants::claim)),
        same("header-unfinished.avi", "-c:v mjpeg -q:v 3 -f avi pipe:"));
  }

  private static Variant failed(String file, Maker maker, String told) {
    return new Variant(file, Expected.FAILED, told, maker);
  }

  private static List<Variant> slow() {
    return List.of(
        same("browser-vp8.webm", VP8),
        same("xiph.ogv", VP8 + "-f ogg"),
        same("hidden-frames.webm", VP9.replace("realtime", "good") + "-auto-alt-ref 1"),
        same("colour-422-10-bit.mkv", LOSSLESS + "yuv422p10le"),
        same("colour-444-12-bit.mkv", LOSSLESS + "yuv444p12le"),
        same("rgb.mkv", VP9 + "-pix_fmt gbrp"),
        same("enlarged.mp4", "-vf scale=1920:1080 " + H264));
  }

  private static Maker damaged(String arguments, Maker damage) {
    return (plain, file) -> {
      Path whole = file.resolveSibling("whole-" + file.getFileName());
      Ffmpeg.write(whole, "-i % " + arguments, plain);
      damage.make(whole, file);
      Files.delete(whole);
    };
  }

  /** The second half is missing. */
  private static Maker cut(String arguments) {
    return damaged(arguments, (film, file) -> keep(film, file, 0, 0.5));
  }

  private static void keep(Path film, Path file, double from, double to) throws IOException {
    byte[] bytes = Files.readAllBytes(film);
    Files.write(
        file, Arrays.copyOfRange(bytes, (int) (from * bytes.length), (int) (to * bytes.length)));
  }

  private static void zero(Path film, Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(film);
    Arrays.fill(bytes, bytes.length * 2 / 5, bytes.length * 4 / 5, (byte) 0);
    Files.write(file, bytes);
  }

  private static void scramble(Path film, Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(film);
    Random random = new Random(5);
    for (int i = bytes.length * 2 / 5; i < bytes.length * 4 / 5; i++) {
      bytes[i] = (byte) random.nextInt(256);
    }
    Files.write(file, bytes);
  }

  /** Writes another length into all headers of an MP4 file. */
  private static void claim(Path film, Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(film);
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    for (String box : List.of("mvhd", "mdhd")) {
      int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(box);
      // After name, version, flags and two dates: the time scale, then the length.
      int scale = buffer.getInt(at + 16);
      buffer.putInt(at + 20, 9 * 3600 * scale);
    }
    Files.write(file, bytes);
  }
}
