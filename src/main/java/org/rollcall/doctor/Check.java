package org.rollcall.doctor;

import java.util.List;

/** A check of one part of an installation. */
@FunctionalInterface
public interface Check {
  /**
   * Runs the check.
   *
   * @return what was found
   * @throws org.rollcall.model.RollcallException instead of a bad finding, where that is simpler;
   *     its message says what is bad and what to do
   */
  List<Finding> run();
}
