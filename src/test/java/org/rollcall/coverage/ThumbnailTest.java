package org.rollcall.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Picture;

/** Pictures of ten by ten pixels a block, drawn block by block. */
class ThumbnailTest {
  private static final int COLUMNS = Thumbnail.COLUMNS;
  private static final int ROWS = Thumbnail.ROWS;
  private static final int BLOCK = 10;

  private final int[] blocks = new int[COLUMNS * ROWS];

  private Thumbnail thumbnail() {
    return Thumbnail.of(picture(blocks));
  }

  private static Picture picture(int... blocks) {
    int width = COLUMNS * BLOCK;
    byte[] bgr = new byte[3 * width * ROWS * BLOCK];
    for (int i = 0; i < bgr.length; i++) {
      int x = i / 3 % width;
      int y = i / 3 / width;
      bgr[i] = (byte) blocks[y / BLOCK * COLUMNS + x / BLOCK];
    }
    return new Picture(width, ROWS * BLOCK, bgr);
  }

  private static Box blocks(int left, int top, int right, int bottom) {
    return new Box(left * BLOCK, top * BLOCK, right * BLOCK, bottom * BLOCK);
  }

  private void paint(int column, int row, int brightness) {
    blocks[row * COLUMNS + column] = brightness;
  }

  @Test
  void brightest_anyColour_countsGreenTwice() {
    Picture pixel = new Picture(1, 1, new byte[] {10, 20, (byte) 230});

    assertThat(Thumbnail.of(pixel).brightest()).isEqualTo(70);
  }

  @Test
  void brightest_blockOfSeveralPixels_isTheirMean() {
    byte[] bgr = new byte[3 * COLUMNS * 2 * ROWS];
    for (int i = 0; i < bgr.length; i++) {
      bgr[i] = (byte) (i / 3 % 2 == 0 ? 100 : 200);
    }

    assertThat(Thumbnail.of(new Picture(COLUMNS * 2, ROWS, bgr)).brightest()).isEqualTo(150);
  }

  @ParameterizedTest
  @CsvSource({"115, 0", "116, 90"})
  void brightest_fewBrightBlocks_doNotCount(int bright, float brightest) {
    Arrays.fill(blocks, 0, bright, 90);

    assertThat(thumbnail().brightest()).isEqualTo(brightest);
  }

  @Test
  void contrast_blocks_isTheirStandardDeviation() {
    Arrays.fill(blocks, 0, blocks.length / 2, 100);

    assertThat(thumbnail().contrast()).isCloseTo(50, within(1e-3));
  }

  @Test
  void contrast_plainPicture_isNone() {
    Arrays.fill(blocks, 77);

    assertThat(thumbnail().contrast()).isCloseTo(0, within(1e-3));
  }

  @Test
  void changedSince_otherBlocks_isTheirShare() {
    Arrays.fill(blocks, 50);
    Thumbnail before = thumbnail();
    Arrays.fill(blocks, 0, blocks.length / 4, 51);
    Arrays.fill(blocks, blocks.length / 4, blocks.length / 2, 10);

    assertThat(thumbnail().changedSince(before)).isEqualTo(0.5);
    assertThat(before.changedSince(before)).isZero();
  }

  @Test
  void changedSince_lessThanCompressionDoes_isNoChange() {
    Picture before = picture(blocks);
    byte[] bgr = before.bgr().clone();
    for (int i = 0; i < bgr.length; i += 3) {
      bgr[i] = 3;
    }
    Thumbnail after = Thumbnail.of(new Picture(before.width(), before.height(), bgr));

    assertThat(after.changedSince(Thumbnail.of(before))).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "20, 10, true",
    "24, 12, true",
    "22, 11, true",
    "19, 11, false",
    "25, 11, false",
    "22, 9, false",
    "22, 13, false"
  })
  void changedSince_box_isAboutTheBlocksThatItTouches(int column, int row, boolean changed) {
    Thumbnail before = thumbnail();
    paint(column, row, 9);

    assertThat(thumbnail().changedSince(before, blocks(20, 10, 24, 12))).isEqualTo(changed);
  }

  @Test
  void changedSince_boxBeyondTheEdges_isAboutTheBlocksAtTheEdge() {
    Thumbnail before = thumbnail();
    paint(0, 0, 9);
    Thumbnail topLeft = thumbnail();
    paint(0, 0, 0);
    paint(COLUMNS - 1, ROWS - 1, 9);

    assertThat(topLeft.changedSince(before, blocks(-5, -5, -1, -1))).isTrue();
    assertThat(thumbnail().changedSince(before, blocks(70, 40, 80, 50))).isTrue();
    assertThat(thumbnail().changedSince(before, blocks(-5, -5, -1, -1))).isFalse();
  }

  @Test
  void similarity_sameViewInOtherLight_isOne() {
    fill(1, 0);
    Thumbnail dark = thumbnail();
    fill(2, 30);

    assertThat(thumbnail().similarity(dark)).isCloseTo(1, within(1e-6));
  }

  @Test
  void similarity_negative_isMinusOne() {
    fill(1, 0);
    Thumbnail view = thumbnail();
    fill(-1, 200);

    assertThat(thumbnail().similarity(view)).isCloseTo(-1, within(1e-6));
  }

  @Test
  void similarity_nothingToSee_isNone() {
    Thumbnail plain = thumbnail();
    fill(1, 0);

    assertThat(thumbnail().similarity(plain)).isZero();
    assertThat(plain.similarity(thumbnail())).isZero();
    assertThat(plain.similarity(plain)).isZero();
  }

  @Test
  void similarity_stripesAcrossAndDown_isNone() {
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = i % COLUMNS % 2 * 50;
    }
    Thumbnail down = thumbnail();
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = i / COLUMNS % 2 * 50;
    }

    assertThat(thumbnail().similarity(down)).isCloseTo(0, within(1e-6));
  }

  /** The last block of a row is no neighbour of the first one of the next row. */
  @Test
  void similarity_edges_areNotJoined() {
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = i % COLUMNS;
    }
    Thumbnail rising = thumbnail();
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = i % COLUMNS + 10 * (i / COLUMNS % 2);
    }
    double own = 63.0 * 35;
    double both = own + 100 * own;

    assertThat(thumbnail().similarity(rising)).isCloseTo(own / Math.sqrt(own * both), within(1e-4));
  }

  /** Draws a view in which no two neighbours are alike. */
  private void fill(int contrast, int brightness) {
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] = brightness + contrast * (i * i % 83);
    }
  }
}
