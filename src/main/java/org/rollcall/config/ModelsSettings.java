package org.rollcall.config;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where model packs come from.
 *
 * @param from folder to install packs from, absolute or counted from the home (see {@link
 *     Home#resolve}); empty for the pinned public addresses
 */
public record ModelsSettings(Optional<Path> from) {
  /** What holds when nothing is set. */
  public static final ModelsSettings DEFAULT = new ModelsSettings(Optional.empty());
}
