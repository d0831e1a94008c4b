package org.rollcall.model;

/** What a register says of a student in a lesson. */
public enum Status {
  /** Seen, in time and to the end. */
  PRESENT("Present", true),
  /** Seen, but first some time after the lesson began. */
  LATE("Late", true),
  /** Seen, but last some time before the lesson ended. */
  LEFT_EARLY("Left early", true),
  /** Not seen, in a recording good enough to say so. */
  ABSENT("Absent", false),
  /** Not certain: a person has to look at the pictures. */
  REVIEW("Review", false);

  private final String title;
  private final boolean attended;

  Status(String title, boolean attended) {
    this.title = title;
    this.attended = attended;
  }

  /** {@return the word in sheets and on pages} */
  public String title() {
    return title;
  }

  /** {@return whether the student was in the lesson, at least for a part of it} */
  public boolean attended() {
    return attended;
  }
}
