package org.rollcall.identity;

import java.util.Arrays;

/**
 * Optimal one-to-one assignment of rows to columns by the Hungarian method with potentials, in
 * O(n³) (Kuhn 1955, Munkres 1957, in the form of Jonker and Volgenant).
 */
final class Assignment {
  /** The column of a row that has been assigned none. */
  static final int NONE = -1;

  private final double[][] costs;
  private final int size;

  // Row and column 0 mean "none yet".
  private final double[] rowPotential;
  private final double[] columnPotential;
  private final int[] rowOfColumn;

  /** Prepares the square problem of assigning rows to columns at the least total cost. */
  private Assignment(double[][] costs) {
    this.costs = costs;
    this.size = costs.length;
    this.rowPotential = new double[size + 1];
    this.columnPotential = new double[size + 1];
    this.rowOfColumn = new int[size + 1];
  }

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
    int[] columnOfRow = Arrays.copyOf(new Assignment(costs).cheapest(), rows);
    for (int r = 0; r < rows; r++) {
      int column = columnOfRow[r];
      if (column >= columns || gains[r][column] <= 0) {
        columnOfRow[r] = NONE;
      }
    }
    return columnOfRow;
  }

  private int[] cheapest() {
    for (int row = 1; row <= size; row++) {
      assign(row);
    }
    int[] columnOfRow = new int[size];
    for (int column = 1; column <= size; column++) {
      columnOfRow[rowOfColumn[column] - 1] = column - 1;
    }
    return columnOfRow;
  }

  /** Assigns one more row, and others differently along the path to the nearest free column. */
  private void assign(int row) {
    rowOfColumn[0] = row;
    ShortestPath path = new ShortestPath();
    int column = 0;
    do {
      column = path.advance(column);
    } while (rowOfColumn[column] != 0);
    while (column != 0) {
      rowOfColumn[column] = rowOfColumn[path.previousColumn[column]];
      column = path.previousColumn[column];
    }
  }

  /** Dijkstra's algorithm over reduced costs, from a free row to the nearest free column. */
  private final class ShortestPath {
    private final int[] previousColumn = new int[size + 1];
    private final double[] distance = new double[size + 1];
    private final boolean[] reached = new boolean[size + 1];

    ShortestPath() {
      Arrays.fill(distance, Double.POSITIVE_INFINITY);
    }

    /** Continues from a column to the nearest one not reached yet, which it returns. */
    int advance(int column) {
      reached[column] = true;
      int nearest = 0;
      double step = Double.POSITIVE_INFINITY;
      for (int c = 1; c <= size; c++) {
        relax(c, column);
        if (!reached[c] && distance[c] < step) {
          step = distance[c];
          nearest = c;
        }
      }
      shift(step);
      return nearest;
    }

    private void relax(int column, int from) {
      int row = rowOfColumn[from];
      double reduced = costs[row - 1][column - 1] - rowPotential[row] - columnPotential[column];
      if (!reached[column] && reduced < distance[column]) {
        distance[column] = reduced;
        previousColumn[column] = from;
      }
    }

    private void shift(double step) {
      for (int c = 0; c <= size; c++) {
        if (reached[c]) {
          rowPotential[rowOfColumn[c]] += step;
          columnPotential[c] -= step;
        } else {
          distance[c] -= step;
        }
      }
    }
  }
}
