package org.rollcall.store.register;

/** The kinds of rows in {@code register_note}. */
enum NoteKind {
  MODEL,
  SETTING,
  WARNING,
  REASON
}
