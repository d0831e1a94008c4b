package org.rollcall.web.kit;

/**
 * How large a request to an address may be. It is kept in memory, so each has the least it needs.
 */
public enum BodyLimit {
  /** A name and a password; anybody may send them. */
  LOGIN(4 << 10),
  /** What a person types into a form. */
  FORM(64 << 10),
  /** A picture of a webcam, or the roster of a class. */
  LARGE(2 << 20),
  /** A file of 5 MB that a page has carried along, a third larger as text. */
  CARRIED(7 << 20);

  private final int bytes;

  BodyLimit(int bytes) {
    this.bytes = bytes;
  }

  int bytes() {
    return bytes;
  }
}
