package org.rollcall.video;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rollcall.video.MadeClips.brightness;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.picture.Jpeg;
import org.rollcall.model.picture.Picture;
import org.rollcall.testing.UsesNatives;

@UsesNatives
class PhotosTest {
  private static final int TURNED_RIGHT = 6;
  private static final byte[] ICC = "ICC_PROFILE\0".getBytes(US_ASCII);

  @TempDir Path folder;

  @Test
  void read_jpeg_givesItsPixels() throws IOException {
    Path file = write("photo.jpg", markedJpeg().bytes());

    Picture picture = Photos.read(file);

    assertThat(picture.width()).isEqualTo(80);
    assertThat(picture.height()).isEqualTo(40);
    assertThat(brightness(picture, 20, 10)).isGreaterThan(200);
    assertThat(brightness(picture, 60, 30)).isLessThan(60);
  }

  @Test
  void read_png_givesItsPixels() throws IOException {
    Path file = folder.resolve("photo.png");
    ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", file.toFile());

    assertThat(Photos.read(file).width()).isEqualTo(30);
  }

  /** Parts of a colour profile that contradict each other, as some programs leave them. */
  @ParameterizedTest
  @CsvSource({"1, 2", "3, 2", "0, 0", "1, 0"})
  void read_inconsistentColourProfile_isRead(int number, int count) throws IOException {
    byte[] profile = new byte[24];
    ByteBuffer.wrap(profile).putShort((short) 0xffe2).putShort((short) 22).put(ICC);
    profile[16] = (byte) number;
    profile[17] = (byte) count;

    Picture picture = Photos.read(write("profile.jpg", inserted(markedJpeg(), profile)));

    assertThat(picture.width()).isEqualTo(80);
    assertThat(brightness(picture, 20, 10)).isGreaterThan(200);
  }

  /** OpenCV would read these, by decoders that nobody needs. */
  @ParameterizedTest
  @ValueSource(strings = {"gif", "bmp", "wbmp", "tiff"})
  void read_otherPictureNamedAsPhoto_asksForJpeg(String format) throws IOException {
    Path file = folder.resolve("photo.jpg");
    int type = format.equals("wbmp") ? BufferedImage.TYPE_BYTE_BINARY : BufferedImage.TYPE_INT_RGB;
    assertThat(ImageIO.write(new BufferedImage(30, 20, type), format, file.toFile())).isTrue();

    assertUnreadable(file, "neither a JPEG nor a PNG");
  }

  @Test
  void read_cameraHeldSideways_isUpright() throws IOException {
    Path file = write("sideways.jpg", withOrientation(markedJpeg(), TURNED_RIGHT));

    Picture picture = Photos.read(file);

    assertThat(picture.width()).isEqualTo(40);
    assertThat(picture.height()).isEqualTo(80);
    assertThat(brightness(picture, 30, 20)).as("now top right").isGreaterThan(200);
    assertThat(brightness(picture, 10, 20)).isLessThan(60);
  }

  @Test
  void read_emptyFile_saysSo() throws IOException {
    assertUnreadable(write("empty.jpg", new byte[0]), "the file is empty");
  }

  @Test
  void read_missingFile_saysSo() {
    assertUnreadable(folder.resolve("missing.jpg"), "NoSuchFileException");
  }

  @ParameterizedTest
  @ValueSource(strings = {"heic", "mif1", "avif"})
  void read_formatOfTelephones_saysHowToExport(String brand) throws IOException {
    byte[] head = ("\0\0\0\030ftyp" + brand).getBytes(US_ASCII);

    assertUnreadable(write("phone.jpg", head), "it is an iPhone photo (HEIC) or an AVIF image");
  }

  @Test
  void read_otherFormat_asksForJpeg() throws IOException {
    assertUnreadable(write("a.jpg", "%PDF-1.7".getBytes(US_ASCII)), "neither a JPEG nor a PNG");
  }

  /** What telephones take, all black, is less than half a megabyte; its pixels are 150. */
  @ParameterizedTest
  @CsvSource({"8160, 6120, 4080", "5000, 5000, 5000", "5001, 5000, 2500"})
  void read_largePng_isHalvedUntilItIsSmall(int width, int height, int read) throws IOException {
    Picture picture = Photos.read(write("large.png", MadePhotos.png(width, height)));

    assertThat(picture.width()).isEqualTo(read);
  }

  /** Of 292 kB: it needs 300 MB as a whole, and is not decoded at all. */
  @Test
  void read_pngOf100Megapixels_isRefusedAndSaysWhatToSave() throws IOException {
    assertUnreadable(
        write("bomb.png", MadePhotos.png(9999, 9999)),
        "9999 × 9999 pixels, at most 60 megapixels are allowed unless it is a plain JPEG");
  }

  @Test
  void read_jpegOfManyMegapixels_isDecodedInSmall() throws IOException {
    Picture picture = Photos.read(write("large.jpg", MadePhotos.jpeg(9000, 6000, false)));

    assertThat(picture.width()).isEqualTo(4500);
    assertThat(brightness(picture, 2000, 1000)).isGreaterThan(200);
  }

  @Test
  void read_progressiveJpegOfTooManyMegapixels_isRefused() throws IOException {
    assertUnreadable(
        write("large.jpg", MadePhotos.jpeg(9000, 7000, true)), "9000 × 7000 pixels, at most 60");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void read_webp_givesItsPixels(boolean lossless) throws IOException {
    Picture picture = Photos.read(write("a.webp", MadePhotos.webp(marked(), lossless)));

    assertThat(picture.width()).isEqualTo(80);
    assertThat(brightness(picture, 20, 10)).isGreaterThan(200);
    assertThat(brightness(picture, 60, 30)).isLessThan(60);
  }

  @Test
  void read_headerOnly_saysThatItIsDamaged() throws IOException {
    assertUnreadable(write("cut.jpg", Arrays.copyOf(markedJpeg().bytes(), 30)), "it is damaged");
  }

  @Test
  void read_hugeSizeInHeader_isRefusedBeforeDecoding() throws IOException {
    assertUnreadable(write("bomb.png", pngHeader(30_000, 30_000)), "30000 × 30000 pixels");
  }

  @Test
  void read_unreadable_doesNotNameTheFolder() throws IOException {
    Path student = Files.createDirectory(folder.resolve("S1_Ada"));
    Path file = Files.createFile(student.resolve("1.jpg"));

    assertThatThrownBy(() -> Photos.read(file)).message().doesNotContain("Ada");
  }

  @Test
  void encode_largePicture_isShrunkToTheLongestSide() {
    Picture picture = Photos.decode(Photos.encode(marked(), 20, 90));

    assertThat(picture.width()).isEqualTo(20);
    assertThat(picture.height()).isEqualTo(10);
    assertThat(brightness(picture, 5, 2)).isGreaterThan(200);
  }

  @Test
  void encode_smallPicture_keepsItsSize() {
    assertThat(Photos.decode(Photos.encode(marked(), 500, 90)).width()).isEqualTo(80);
  }

  @Test
  void encode_lowerQuality_givesFewerBytes() {
    Picture noise = noise();

    assertThat(Photos.encode(noise, 100, 30).bytes())
        .hasSizeLessThan(Photos.encode(noise, 100, 95).bytes().length);
  }

  @Test
  void encode_qualityOutOfRange_isRefused() {
    assertThatThrownBy(() -> Photos.encode(marked(), 100, 101))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("101");
  }

  @Test
  void decode_otherBytes_isRefused() {
    assertThatThrownBy(() -> Photos.decode(new Jpeg(new byte[] {1, 2, 3})))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertUnreadable(Path file, String reason) {
    assertThatThrownBy(() -> Photos.read(file))
        .isInstanceOf(UnreadablePhoto.class)
        .hasMessageStartingWith("Cannot read the photo " + file.getFileName() + ": ")
        .hasMessageContaining(reason);
  }

  private Path write(String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static Picture marked() {
    return MadeClips.markedTopLeft(80, 40);
  }

  private static Jpeg markedJpeg() {
    return Photos.encode(marked(), 80, 95);
  }

  private static Picture noise() {
    byte[] bgr = new byte[3 * 100 * 100];
    new Random(1).nextBytes(bgr);
    return new Picture(100, 100, bgr);
  }

  /** Inserts an EXIF block with one entry after the first two bytes. */
  private static byte[] withOrientation(Jpeg jpeg, int orientation) throws IOException {
    ByteBuffer exif = ByteBuffer.allocate(36);
    exif.putShort((short) 0xffe1).putShort((short) 34).put("Exif\0\0".getBytes(US_ASCII));
    exif.put("MM".getBytes(US_ASCII)).putShort((short) 42).putInt(8).putShort((short) 1);
    exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation);
    return inserted(jpeg, exif.array());
  }

  private static byte[] inserted(Jpeg jpeg, byte[] segment) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg.bytes(), 0, 2);
    out.write(segment);
    out.write(jpeg.bytes(), 2, jpeg.bytes().length - 2);
    return out.toByteArray();
  }

  private static byte[] pngHeader(int width, int height) {
    ByteBuffer header = ByteBuffer.allocate(33);
    header.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}).putInt(13);
    header.put(new byte[] {'I', 'H', 'D', 'R'}).putInt(width).putInt(height);
    header.put(new byte[] {8, 2, 0, 0, 0});
    CRC32 check = new CRC32();
    check.update(header.array(), 12, 17);
    return header.putInt((int) check.getValue()).array();
  }
}
