package org.rollcall.home;

import java.util.Optional;

/** The version of Rollcall. */
public final class Version {
  private Version() {}

  /** {@return the version in the jar's manifest, or {@code development} outside a jar} */
  public static String current() {
    return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
