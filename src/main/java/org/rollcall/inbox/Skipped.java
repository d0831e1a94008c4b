package org.rollcall.inbox;

import java.nio.file.Path;

/**
 * Something in the watched folder that is not taken, at least not now.
 *
 * @param path where it lies
 * @param name its path below the watched folder, with {@code /} between the parts
 * @param why the kind of reason
 * @param reason the reason in words, without the file
 */
public record Skipped(Path path, String name, SkipReason why, String reason) {
  /** Why something is not taken. */
  public enum SkipReason {
    /** It changed too recently, so somebody may still be writing it. */
    GROWING,
    /** No file says that it is complete, or it was written to since. */
    UNMARKED,
    /** Nothing has been written to it yet. */
    EMPTY,
    /** Its name does not tell which lesson it shows. */
    UNCLEAR_NAME,
    /** Its extension is not one of a recording. */
    NOT_A_RECORDING,
    /** It is a symbolic link, which could lead out of the folder. */
    LINK,
    /** It cannot be looked at. */
    UNREADABLE
  }

  /** {@return whether its name does not tell which lesson it shows} */
  public boolean unclear() {
    return why == SkipReason.UNCLEAR_NAME;
  }
}
