package org.rollcall.inbox;

import java.nio.file.Path;
import java.util.Optional;

/**
 * The result of filing a recording away.
 *
 * @param result what was done, or the kind of reason why nothing was
 * @param to new location of the recording, if it was moved
 * @param reason explanation if the recording was left although an action was due; empty otherwise
 */
public record Filed(FilingResult result, Optional<Path> to, String reason) {
  /** What was done with the recording. */
  public enum FilingResult {
    /** Nothing needs to be done, now or later. */
    STAYS,
    /** An action is due, but not yet. */
    NOT_YET,
    /** It was moved. */
    MOVED,
    /** It was deleted. */
    DELETED,
    /** It was already gone. */
    MISSING,
    /** A different file is now in its place and was left alone. */
    CHANGED,
    /** It was left because its folder is read-only. */
    READ_ONLY,
    /** It was left because of a disk error or a problem with the target folder. */
    TROUBLE
  }

  static Filed of(FilingResult what) {
    return new Filed(what, Optional.empty(), "");
  }

  static Filed moved(Path to) {
    return new Filed(FilingResult.MOVED, Optional.of(to), "");
  }

  static Filed left(FilingResult what, String reason) {
    return new Filed(what, Optional.empty(), reason);
  }
}
