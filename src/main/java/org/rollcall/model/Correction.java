package org.rollcall.model;

import java.util.Optional;

/**
 * A teacher's correction of a mark. It always takes precedence over Rollcall's own mark.
 *
 * @param status the corrected mark; empty if the teacher left only a remark
 * @param remark the teacher's remark; may be empty
 */
public record Correction(Optional<Status> status, String remark) {
  /** Neither mark nor remark, as where a correction was taken back. */
  public static final Correction NONE = new Correction(Optional.empty(), "");
}
