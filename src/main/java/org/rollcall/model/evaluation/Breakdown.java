package org.rollcall.model.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Trials broken down by a condition that makes recognition easy or hard.
 *
 * @param title name of the condition, worded for people
 * @param rows the bands that contain trials, hardest first
 */
public record Breakdown(String title, List<Condition> rows) {
  /** Marks trials in which no face was seen. */
  private static final double NONE = -1;

  /** Copies the rows. */
  public Breakdown {
    rows = List.copyOf(rows);
  }

  /**
   * One band of a breakdown.
   *
   * @param band name of the band
   * @param tally outcomes of its trials
   */
  public record Condition(String band, TrialTally tally) {}

  /**
   * Breaks trials down by face size, brightness, and number of sightings.
   *
   * @param trials the trials
   * @return one breakdown per condition
   */
  public static List<Breakdown> of(List<Trial> trials) {
    return List.of(
        by(
            "Width of the face",
            "px",
            List.of(20, 30, 40, 60, 80),
            trials,
            trial -> trial.conditions().facePixels().orElse(NONE)),
        by(
            "Light (0 black, 255 white)",
            "",
            List.of(40, 80, 120, 160),
            trials,
            trial -> trial.conditions().light()),
        by(
            "Frames with the face",
            "",
            List.of(5, 10, 30, 100),
            trials,
            trial -> trial.conditions().sightings() == 0 ? NONE : trial.conditions().sightings()));
  }

  private static Breakdown by(
      String title,
      String unit,
      List<Integer> edges,
      List<Trial> trials,
      ToDoubleFunction<Trial> value) {
    List<Condition> rows = new ArrayList<>();
    add(rows, "not seen", trials, value, NONE, 0);
    int from = 0;
    for (int to : edges) {
      String band = from == 0 ? "below " + to : from + " to " + (to - 1);
      add(rows, (band + " " + unit).strip(), trials, value, from, to);
      from = to;
    }
    add(rows, (from + " " + unit).strip() + " and more", trials, value, from, Double.MAX_VALUE);
    return new Breakdown(title, rows);
  }

  private static void add(
      List<Condition> rows,
      String band,
      List<Trial> trials,
      ToDoubleFunction<Trial> value,
      double from,
      double to) {
    List<Trial> inside =
        trials.stream()
            .filter(t -> value.applyAsDouble(t) >= from && value.applyAsDouble(t) < to)
            .toList();
    if (!inside.isEmpty()) {
      rows.add(new Condition(band, TrialTally.of(inside)));
    }
  }
}
