package org.rollcall.inbox;

import java.nio.file.Path;
import org.rollcall.model.Message;

/**
 * A file in the watched folder that is not processed, at least not now.
 *
 * @param path location of the file
 * @param name its path relative to the watched folder, with {@code /} as the separator
 * @param why the kind of reason
 * @param reason the reason, without the file name
 */
public record Skipped(Path path, String name, SkipReason why, Message reason) {
  /** Why a file is not processed. */
  public enum SkipReason {
    /** It changed too recently, so it may still be being written. */
    GROWING,
    /** It has no marker file, or was written to after its marker. */
    UNMARKED,
    /** Nothing has been written to it yet. */
    EMPTY,
    /** Its name does not identify a lesson. */
    UNCLEAR_NAME,
    /** Its extension is not that of a recording. */
    NOT_A_RECORDING,
    /** It is a symbolic link, which might point outside the folder. */
    LINK,
    /** It cannot be read. */
    UNREADABLE
  }

  /** {@return whether it was skipped because its name does not identify a lesson} */
  public boolean unclear() {
    return why == SkipReason.UNCLEAR_NAME;
  }
}
