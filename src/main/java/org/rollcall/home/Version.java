package org.rollcall.home;

import java.util.Optional;

/** Which Rollcall this is. */
public final class Version {
  private Version() {}

  /** {@return the version in the jar's manifest, or {@code development} outside a jar} */
  public static String current() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
