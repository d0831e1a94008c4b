package org.rollcall.face.pack;

import java.util.Optional;

/**
 * The state of a pack, for a list of packs.
 *
 * @param description the pack
 * @param state whether it can be used
 * @param bytes size on disk; of the files to fetch if it is not installed
 * @param problem what is wrong with a damaged pack; empty otherwise
 */
public record PackStatus(
    PackDescription description, PackState state, long bytes, Optional<String> problem) {
  /** Whether a pack can be used. */
  public enum PackState {
    /** Its files are in the models folder and verified. */
    INSTALLED,
    /** It comes with Rollcall. */
    BUILT_IN,
    /** It has to be installed first. */
    NOT_INSTALLED,
    /** A file is missing or differs from what was installed. */
    DAMAGED
  }
}
