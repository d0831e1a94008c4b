package org.rollcall.web.kit;

import java.util.List;
import java.util.Map;

/**
 * What a form says and what somebody else has saved since it was opened, side by side.
 *
 * @param subject what the form is about, in words
 * @param back where the present state is shown
 * @param seen the fields that make the form one of the present state, by name
 * @param rows what is compared
 */
public record Conflict(
    String subject, String back, Map<String, String> seen, List<ComparedRow> rows) {
  public Conflict {
    seen = Map.copyOf(seen);
    rows = List.copyOf(rows);
  }

  /**
   * One thing that is compared.
   *
   * @param label what it is, in words
   * @param now as it is saved at present
   * @param yours as the form says
   * @param isGrave whether it may not get lost unnoticed, such as a refusal
   */
  public record ComparedRow(String label, String now, String yours, boolean isGrave) {
    /**
     * Compares something that is not grave.
     *
     * @param label what it is, in words
     * @param now as it is saved at present
     * @param yours as the form says
     */
    public ComparedRow(String label, String now, String yours) {
      this(label, now, yours, false);
    }

    /** {@return whether the two differ} */
    public boolean differs() {
      return !now.equals(yours);
    }
  }

  /** {@return whether the form would undo something grave} */
  public boolean isGrave() {
    return rows.stream().anyMatch(row -> row.isGrave() && row.differs());
  }
}
