package org.rollcall.store.register;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.result.RowView;
import org.rollcall.model.Status;
import org.rollcall.model.Tally;

/** SQL fragments that count marks. */
final class MarkColumns {
  /** Joins the corrections to the marks. */
  static final String CORRECTED =
      """
      LEFT JOIN correction ON correction.lesson_id = verdict.lesson_id
        AND correction.student_id = verdict.student_id
      """;

  /** SQL for the mark that holds. */
  static final String HOLDS = "COALESCE(correction.status, verdict.status)";

  private static final List<Status> LETTERED = List.of(Status.values());

  private MarkColumns() {}

  /** {@return a column for each status, with the number of its marks} */
  static String counts() {
    return Arrays.stream(Status.values())
        .map(
            status ->
                "SUM(CASE WHEN %s = '%s' THEN 1 ELSE 0 END) AS %s"
                    .formatted(HOLDS, status.name(), status.name()))
        .collect(Collectors.joining(", "));
  }

  static Tally tally(RowView row) {
    Map<Status, Integer> counts = new EnumMap<>(Status.class);
    for (Status status : Status.values()) {
      counts.put(status, row.getColumn(status.name(), Integer.class));
    }
    return new Tally(counts);
  }

  /**
   * {@return an expression that encodes the current mark as a letter, so that thousands fit in one
   * text}
   */
  static String letter() {
    return Arrays.stream(Status.values())
        .map(status -> "WHEN '%s' THEN '%c'".formatted(status.name(), letter(status)))
        .collect(Collectors.joining(" ", "CASE " + HOLDS + " ", " END"));
  }

  static List<Status> marks(String letters) {
    return letters.chars().mapToObj(MarkColumns::mark).toList();
  }

  private static int letter(Status status) {
    return 'a' + LETTERED.indexOf(status);
  }

  private static Status mark(int letter) {
    return LETTERED.get(letter - 'a');
  }
}
