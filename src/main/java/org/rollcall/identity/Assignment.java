package org.rollcall.identity;

import java.util.Arrays;

/**
 * Optimal one-to-one assignment of rows to columns by the Hungarian method with potentials, in
 * O(n³) (Kuhn 1955, Munkres 1957, in the form of Jonker and Volgenant).
 */
final class Assignment {
  /** The column of a row that has been assigned none. */
  static final int NONE = -1;

  private Assignment() {}

  /**
   * Finds the assignment with the greatest total gain.
   *
   * @param gains gain of assigning column {@code c} to row {@code r}, at {@code [r][c]}; pairs with
   *     a gain of 0 or less are never assigned
   * @return the column of each row, or {@link #NONE}
   */
  static int[] best(double[][] gains) {
    int rows = gains.length;
    int columns = rows == 0 ? 0 : gains[0].length;
    int size = Math.max(rows, columns);
    double[][] costs = new double[size][size];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        costs[r][c] = -Math.max(0, gains[r][c]);
      }
    }
    int[] columnOfRow = Arrays.copyOf(cheapest(costs), rows);
    for (int r = 0; r < rows; r++) {
      int column = columnOfRow[r];
      if (column >= columns || gains[r][column] <= 0) {
        columnOfRow[r] = NONE;
      }
    }
    return columnOfRow;
  }

  /** Solves the square problem; row and column 0 of the working arrays mean "none yet". */
  private static int[] cheapest(double[][] costs) {
    int size = costs.length;
    double[] rowPotential = new double[size + 1];
    double[] columnPotential = new double[size + 1];
    int[] rowOfColumn = new int[size + 1];
    for (int row = 1; row <= size; row++) {
      int[] previousColumn = new int[size + 1];
      int column =
          shortestPath(costs, row, rowOfColumn, previousColumn, rowPotential, columnPotential);
      while (column != 0) {
        rowOfColumn[column] = rowOfColumn[previousColumn[column]];
        column = previousColumn[column];
      }
    }
    int[] columnOfRow = new int[size];
    for (int column = 1; column <= size; column++) {
      columnOfRow[rowOfColumn[column] - 1] = column - 1;
    }
    return columnOfRow;
  }

  /** Dijkstra's algorithm over reduced costs, from a free row to the nearest free column. */
  private static int shortestPath(
      double[][] costs,
      int row,
      int[] rowOfColumn,
      int[] previousColumn,
      double[] rowPotential,
      double[] columnPotential) {
    int size = costs.length;
    double[] distance = new double[size + 1];
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    boolean[] reached = new boolean[size + 1];
    rowOfColumn[0] = row;
    int column = 0;
    do {
      reached[column] = true;
      int from = rowOfColumn[column];
      int nearest = 0;
      double step = Double.POSITIVE_INFINITY;
      for (int c = 1; c <= size; c++) {
        if (reached[c]) {
          continue;
        }
        double reduced = costs[from - 1][c - 1] - rowPotential[from] - columnPotential[c];
        if (reduced < distance[c]) {
          distance[c] = reduced;
          previousColumn[c] = column;
        }
        if (distance[c] < step) {
          step = distance[c];
          nearest = c;
        }
      }
      for (int c = 0; c <= size; c++) {
        if (reached[c]) {
          rowPotential[rowOfColumn[c]] += step;
          columnPotential[c] -= step;
        } else {
          distance[c] -= step;
        }
      }
      column = nearest;
    } while (rowOfColumn[column] != 0);
    return column;
  }
}
