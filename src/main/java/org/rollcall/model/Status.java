package org.rollcall.model;

/** A student's mark in a lesson. */
public enum Status {
  /** Seen from the start to the end. */
  PRESENT("Present", true),
  /** First seen some time after the start of the lesson. */
  LATE("Late", true),
  /** Last seen some time before the end of the lesson. */
  LEFT_EARLY("Left early", true),
  /** Not seen, in a recording good enough to tell. */
  ABSENT("Absent", false),
  /** Uncertain: a person must decide. */
  REVIEW("Review", false);

  private final String title;
  private final boolean attended;

  Status(String title, boolean attended) {
    this.title = title;
    this.attended = attended;
  }

  /** {@return the word shown in sheets and on pages} */
  public String title() {
    return title;
  }

  /** {@return whether the student attended at least part of the lesson} */
  public boolean attended() {
    return attended;
  }
}
