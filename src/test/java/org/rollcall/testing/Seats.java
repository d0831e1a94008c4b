package org.rollcall.testing;

import java.util.ArrayList;
import java.util.List;

/** Where people sit in the picture: rows that grow larger towards the camera, far enough apart. */
final class Seats {
  private static final double SMALLEST_SPACING = 2.3;
  private static final double FIRST_ROW_AT = 0.73;
  private static final double LAST_ROW_AT = 0.2;

  private Seats() {}

  /**
   * A seat.
   *
   * @param x middle of the face
   * @param y middle of the face
   * @param faceWidth in pixels
   * @param row 0 for the row farthest from the camera
   */
  record Seat(double x, double y, double faceWidth, int row) {
    /** {@return the upper edge of the desk in front of it} */
    double deskTop() {
      return y + 1.15 * faceWidth;
    }
  }

  /** {@return the seats, from the last row to the first} */
  static List<Seat> of(Scene.Camera camera, int people) {
    int rows = people <= 4 ? 1 : people <= 8 ? 2 : people <= 18 ? 3 : 4;
    List<Seat> seats = new ArrayList<>();
    int left = people;
    for (int row = 0; row < rows; row++) {
      double depth = rows == 1 ? 1 : (double) row / (rows - 1);
      int inRow = Math.min(left, share(camera, left, rows - row, depth));
      seats.addAll(row(camera, row, depth, inRow));
      left -= inRow;
    }
    return seats;
  }

  /** Gives the rows behind, where people are smaller, the larger share of them. */
  private static int share(Scene.Camera camera, int left, int rowsLeft, double depth) {
    return rowsLeft == 1
        ? left
        : (int)
            Math.min(
                Math.ceil((left + rowsLeft - 1.0) / rowsLeft),
                camera.width() / (SMALLEST_SPACING * faceWidth(camera, depth)));
  }

  private static List<Seat> row(Scene.Camera camera, int row, double depth, int count) {
    double faceWidth = faceWidth(camera, depth);
    double spacing = (double) camera.width() / Math.max(1, count);
    if (spacing < SMALLEST_SPACING * faceWidth) {
      throw new IllegalArgumentException(
          "%d faces of %.0f pixels do not fit into a row of %d pixels"
              .formatted(count, faceWidth, camera.width()));
    }
    double y =
        camera.height() * (LAST_ROW_AT + (FIRST_ROW_AT - LAST_ROW_AT) * Math.pow(depth, 1.15));
    List<Seat> seats = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      seats.add(new Seat(spacing * (i + 0.5), y, faceWidth, row));
    }
    return seats;
  }

  private static double faceWidth(Scene.Camera camera, double depth) {
    return camera.smallestFace() + depth * (camera.largestFace() - camera.smallestFace());
  }
}
