package org.rollcall.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * The seating plan of a scene: rows that grow larger towards the camera, two people to a table, far
 * enough apart.
 */
final class SeatingPlan {
  /** Narrowest table in face widths, so that no shoulder hides a face. */
  private static final double SMALLEST_TABLE = 4.6;

  private static final double SHARE_OF_TABLE = 0.42;
  private static final double FIRST_ROW_AT = 0.74;
  private static final double LAST_ROW_AT = 0.215;
  private static final double NARROWEST_ROW = 0.76;
  private static final double WIDEST_ROW = 0.97;

  /**
   * Smallest distance between rows in face widths: the row in front must not hide the one behind.
   */
  private static final double SMALLEST_ROW_DISTANCE = 1.75;

  private SeatingPlan() {}

  /**
   * A seat, in frame coordinates.
   *
   * @param x centre of the face, in pixels
   * @param y centre of the face, in pixels
   * @param faceWidth width of the face, in pixels
   * @param row row number; 0 is farthest from the camera
   * @param table number of the table in the row
   */
  record Seat(double x, double y, double faceWidth, int row, int table) {
    /** {@return the upper edge of the table in front of the seat} */
    double tableTop() {
      return y + 1.2 * faceWidth;
    }
  }

  /** {@return the seats, from the last row to the first} */
  static List<Seat> of(Scene.Camera camera, int people) {
    int rows = rows(people);
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

  /** {@return the greatest face width possible in the first row, in pixels} */
  static double widestFace(int width, int height, int people) {
    int rows = rows(people);
    int tables = (int) Math.ceil(Math.ceil((double) people / rows) / 2);
    double besideOneAnother = WIDEST_ROW * width / (SMALLEST_TABLE * Math.max(1, tables));
    double behindOneAnother =
        height * (FIRST_ROW_AT - LAST_ROW_AT) / (SMALLEST_ROW_DISTANCE * Math.max(1, rows - 1));
    return Math.min(besideOneAnother, behindOneAnother);
  }

  private static int rows(int people) {
    return people <= 4 ? 1 : people <= 8 ? 2 : people <= 15 ? 3 : 4;
  }

  /**
   * Computes how many people sit in a row; the rows further back, where people are smaller, get
   * more.
   */
  private static int share(Scene.Camera camera, int left, int rowsLeft, double depth) {
    int tables = (int) (rowWidth(camera, depth) / (SMALLEST_TABLE * faceWidth(camera, depth)));
    return rowsLeft == 1
        ? left
        : (int) Math.min(Math.ceil((left + rowsLeft - 1.0) / rowsLeft), 2 * tables);
  }

  private static List<Seat> row(Scene.Camera camera, int row, double depth, int count) {
    double faceWidth = faceWidth(camera, depth);
    double table = rowWidth(camera, depth) / Math.max(1, (count + 1) / 2);
    if (table < SMALLEST_TABLE * faceWidth) {
      throw new IllegalArgumentException(
          "%d faces of %.0f pixels do not fit into a row of %d pixels"
              .formatted(count, faceWidth, camera.width()));
    }
    double left = (camera.width() - rowWidth(camera, depth)) / 2;
    double apart = Math.max(SMALLEST_TABLE / 2 * faceWidth, SHARE_OF_TABLE * table);
    double y =
        camera.height() * (LAST_ROW_AT + (FIRST_ROW_AT - LAST_ROW_AT) * Math.pow(depth, 1.15));
    List<Seat> seats = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = i / 2;
      double middle = left + table * (number + 0.5);
      double side = i % 2 == 0 ? -0.5 : 0.5;
      seats.add(new Seat(middle + side * apart, y, faceWidth, row, number));
    }
    return seats;
  }

  private static double rowWidth(Scene.Camera camera, double depth) {
    return camera.width() * (NARROWEST_ROW + depth * (WIDEST_ROW - NARROWEST_ROW));
  }

  private static double faceWidth(Scene.Camera camera, double depth) {
    return camera.smallestFace() + depth * (camera.largestFace() - camera.smallestFace());
  }
}
