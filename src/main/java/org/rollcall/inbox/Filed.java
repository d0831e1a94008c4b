package org.rollcall.inbox;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What became of a recording that was to be filed away.
 *
 * @param what what was done, or the kind of reason why nothing was
 * @param to where the recording lies now, if it was moved
 * @param reason why it was left although something was due, in words; empty otherwise
 */
public record Filed(What what, Optional<Path> to, String reason) {
  /** What became of the recording. */
  public enum What {
    /** Nothing was to be done, now or later. */
    STAYS,
    /** Something is to be done, but later. */
    NOT_YET,
    /** It was moved. */
    MOVED,
    /** It was deleted. */
    DELETED,
    /** It was gone before. */
    MISSING,
    /** Something else lies in its place now, and was left. */
    CHANGED,
    /** It was left because its folder is read-only. */
    READ_ONLY,
    /** It was left because the disk, or the folder to which it was to go, stopped the work. */
    TROUBLE
  }

  static Filed of(What what) {
    return new Filed(what, Optional.empty(), "");
  }

  static Filed moved(Path to) {
    return new Filed(What.MOVED, Optional.of(to), "");
  }

  static Filed left(What what, String reason) {
    return new Filed(what, Optional.empty(), reason);
  }
}
