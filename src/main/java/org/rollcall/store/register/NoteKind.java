package org.rollcall.store.register;

/** What a row of {@code register_note} is about. */
enum NoteKind {
  MODEL,
  SETTING,
  WARNING,
  REASON
}
