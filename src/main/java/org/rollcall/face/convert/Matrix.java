package org.rollcall.face.convert;

/** A matrix of a linear map: each row holds the weights of one output. Zero at first. */
final class Matrix {
  private final float[][] rows;

  Matrix(int rows, int columns) {
    this.rows = new float[rows][columns];
  }

  /** {@return a diagonal matrix} */
  static Matrix diagonal(float... factors) {
    Matrix matrix = new Matrix(factors.length, factors.length);
    for (int i = 0; i < factors.length; i++) {
      matrix.set(i, i, factors[i]);
    }
    return matrix;
  }

  int rows() {
    return rows.length;
  }

  int columns() {
    return rows[0].length;
  }

  float at(int row, int column) {
    return rows[row][column];
  }

  void set(int row, int column, float value) {
    rows[row][column] = value;
  }
}
