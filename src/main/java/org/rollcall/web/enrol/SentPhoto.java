package org.rollcall.web.enrol;

/**
 * A photo that somebody has sent.
 *
 * @param name name of the file at the sender
 * @param fate what has become of it
 * @param remark why, in words; empty if that is plain
 */
record SentPhoto(String name, Fate fate, String remark) {
  /** What becomes of a photo. */
  enum Fate {
    /** It was kept. */
    KEPT,
    /** The student has it already. */
    KNOWN,
    /** It was not kept. */
    REFUSED
  }
}
