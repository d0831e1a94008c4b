package org.rollcall.web.kit;

/** A form that was made from what has changed since; nothing of it was saved. */
public final class StaleForm extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Conflict conflict;

  /**
   * Refuses a form.
   *
   * @param conflict what it says, and what was saved since it was opened
   */
  public StaleForm(Conflict conflict) {
    super("The form was made from an earlier state");
    this.conflict = conflict;
  }

  Conflict conflict() {
    return conflict;
  }
}
