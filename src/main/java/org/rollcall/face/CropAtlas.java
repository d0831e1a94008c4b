package org.rollcall.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.picture.Box;

/**
 * Parts of a picture, scaled and packed into one small image (an atlas), so that a network that
 * takes whole images searches only these parts, in one run.
 *
 * @param tiles the parts
 * @param width width of the atlas, in pixels
 * @param height height of the atlas, in pixels
 */
record CropAtlas(List<Tile> tiles, int width, int height) {
  /** Width and height of a part, in those of the face at its centre. */
  private static final float SURROUNDINGS = 2.5f;

  /**
   * Width of a row of tiles: wider rows waste space below small tiles, narrower ones beside them.
   */
  private static final int MIN_WIDTH = 320;

  CropAtlas {
    tiles = List.copyOf(tiles);
  }

  /**
   * A part of the picture.
   *
   * @param left left edge of the part, in pixels of the picture, as are top, width and height
   * @param x left edge in the atlas
   * @param y top edge in the atlas
   * @param scaledWidth width in the atlas
   * @param scaledHeight height in the atlas
   */
  record Tile(
      int left, int top, int width, int height, int x, int y, int scaledWidth, int scaledHeight) {
    private Tile at(int newX, int newY) {
      return new Tile(left, top, width, height, newX, newY, scaledWidth, scaledHeight);
    }

    private boolean contains(float column, float row) {
      return column >= x && column < x + scaledWidth && row >= y && row < y + scaledHeight;
    }

    private Box toPicture(Box box) {
      float zoomX = (float) width / scaledWidth;
      float zoomY = (float) height / scaledHeight;
      return new Box(
          left + zoomX * (box.left() - x),
          top + zoomY * (box.top() - y),
          left + zoomX * (box.right() - x),
          top + zoomY * (box.bottom() - y));
    }
  }

  /**
   * Packs the surroundings of faces in rows, the highest first.
   *
   * @param faces where faces may be, in pixels of the picture
   * @param pictureWidth width of the picture
   * @param pictureHeight height of the picture
   * @param scale size of the parts in the atlas relative to the picture
   * @return the atlas; without tiles if no face is inside the picture
   */
  static CropAtlas around(List<Box> faces, int pictureWidth, int pictureHeight, double scale) {
    List<Tile> highestFirst =
        faces.stream()
            .map(face -> tile(face, pictureWidth, pictureHeight, scale))
            .flatMap(Optional::stream)
            .sorted(Comparator.comparingInt(Tile::scaledHeight).reversed())
            .toList();
    int rowWidth =
        Math.max(MIN_WIDTH, highestFirst.stream().mapToInt(Tile::scaledWidth).max().orElse(0));
    List<Tile> packed = new ArrayList<>();
    int x = 0;
    int y = 0;
    int rowHeight = 0;
    for (Tile tile : highestFirst) {
      if (x + tile.scaledWidth > rowWidth) {
        x = 0;
        y += rowHeight;
        rowHeight = 0;
      }
      packed.add(tile.at(x, y));
      x += tile.scaledWidth;
      rowHeight = Math.max(rowHeight, tile.scaledHeight);
    }
    return new CropAtlas(packed, rowWidth, y + rowHeight);
  }

  private static Optional<Tile> tile(Box face, int pictureWidth, int pictureHeight, double scale) {
    float reachX = SURROUNDINGS * face.width() / 2;
    float reachY = SURROUNDINGS * face.height() / 2;
    int left = Math.max(0, (int) (face.centre().x() - reachX));
    int top = Math.max(0, (int) (face.centre().y() - reachY));
    int width = Math.min(pictureWidth, (int) (face.centre().x() + reachX)) - left;
    int height = Math.min(pictureHeight, (int) (face.centre().y() + reachY)) - top;
    if (width <= 0 || height <= 0) {
      return Optional.empty();
    }
    int scaledWidth = Math.max(1, (int) Math.round(scale * width));
    int scaledHeight = Math.max(1, (int) Math.round(scale * height));
    return Optional.of(new Tile(left, top, width, height, 0, 0, scaledWidth, scaledHeight));
  }

  /** {@return number of pixels} */
  int area() {
    return width * height;
  }

  /**
   * Maps a box back to the picture.
   *
   * @param box a face in the atlas
   * @return its box in the picture; empty if its centre is in no tile
   */
  Optional<Box> toPicture(Box box) {
    return tiles.stream()
        .filter(tile -> tile.contains(box.centre().x(), box.centre().y()))
        .findFirst()
        .map(tile -> tile.toPicture(box));
  }
}
