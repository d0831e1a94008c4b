package org.rollcall.model;

/** Whether a student, or their guardians, have agreed to face recognition. */
public enum Consent {
  /** The roster records consent. */
  GIVEN,
  /** The roster records a refusal: the student is never enrolled and is marked by hand. */
  REFUSED,
  /** The roster does not say: the school records consent elsewhere. */
  NOT_STATED
}
