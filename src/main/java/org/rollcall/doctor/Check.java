package org.rollcall.doctor;

import java.util.List;

/** Looks at one part of an installation. */
@FunctionalInterface
public interface Check {
  /**
   * Looks.
   *
   * @return what was found
   * @throws org.rollcall.model.RollcallException with what is bad and what to do, where that is
   *     simpler than a finding
   */
  List<Finding> look();
}
