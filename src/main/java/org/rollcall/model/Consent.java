package org.rollcall.model;

/** What a student, or their guardians, said about being recognised. */
public enum Consent {
  /** The roster says yes. */
  GIVEN,
  /** The roster says no: the student is never enrolled, and is marked by hand. */
  REFUSED,
  /** The roster has no word of it: the school keeps consent elsewhere. */
  NOT_STATED
}
