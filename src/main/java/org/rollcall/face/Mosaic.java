package org.rollcall.face;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.Box;

/**
 * Parts of a picture, scaled and laid side by side in an image as small as may be: a network that
 * searches whole images looks at the parts alone in one go.
 *
 * @param tiles the parts
 * @param width width of the image
 * @param height height of the image
 */
record Mosaic(List<Tile> tiles, int width, int height) {
  /** A part is as many times as wide and high as the face in its middle. */
  private static final float SURROUNDINGS = 2.5f;

  /** Wider rows leave more gaps beside small tiles, narrower ones above them. */
  private static final int ROW = 320;

  Mosaic {
    tiles = List.copyOf(tiles);
  }

  /**
   * A part of the picture.
   *
   * @param left of the part, in pixels of the picture; as are top, width and height
   * @param x where the scaled part begins in the image
   * @param y where the scaled part begins in the image
   * @param scaledWidth width in the image
   * @param scaledHeight height in the image
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
   * Lays the surroundings of faces side by side.
   *
   * @param faces where faces may be, in pixels of the picture
   * @param pictureWidth width of the picture
   * @param pictureHeight height of the picture
   * @param scale how much smaller the image shows it
   * @return the mosaic; without tiles if there is no face inside the picture
   */
  static Mosaic around(List<Box> faces, int pictureWidth, int pictureHeight, double scale) {
    List<Tile> highestFirst =
        faces.stream()
            .map(face -> tile(face, pictureWidth, pictureHeight, scale))
            .flatMap(Optional::stream)
            .sorted(Comparator.comparingInt(Tile::scaledHeight).reversed())
            .toList();
    int rowLength =
        Math.max(ROW, highestFirst.stream().mapToInt(Tile::scaledWidth).max().orElse(0));
    List<Tile> laid = new ArrayList<>();
    int x = 0;
    int y = 0;
    int rowHeight = 0;
    for (Tile tile : highestFirst) {
      if (x + tile.scaledWidth > rowLength) {
        x = 0;
        y += rowHeight;
        rowHeight = 0;
      }
      laid.add(tile.at(x, y));
      x += tile.scaledWidth;
      rowHeight = Math.max(rowHeight, tile.scaledHeight);
    }
    return new Mosaic(laid, rowLength, y + rowHeight);
  }

  private static Optional<Tile> tile(Box face, int pictureWidth, int pictureHeight, double scale) {
    float reachX = SURROUNDINGS * face.width() / 2;
    float reachY = SURROUNDINGS * face.height() / 2;
    int left = Math.max(0, (int) (face.center().x() - reachX));
    int top = Math.max(0, (int) (face.center().y() - reachY));
    int width = Math.min(pictureWidth, (int) (face.center().x() + reachX)) - left;
    int height = Math.min(pictureHeight, (int) (face.center().y() + reachY)) - top;
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
   * Finds the way back.
   *
   * @param box a face in the image
   * @return where it is in the picture; empty if its middle lies in no tile
   */
  Optional<Box> toPicture(Box box) {
    return tiles.stream()
        .filter(tile -> tile.contains(box.center().x(), box.center().y()))
        .findFirst()
        .map(tile -> tile.toPicture(box));
  }
}
