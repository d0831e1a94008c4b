package org.rollcall.model.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  private static final List<TrialScale> SCALES =
      List.of(
          new TrialScale(
              "Width of the face",
              "px",
              List.of(20, 30, 40, 60, 80),
              trial -> trial.conditions().facePixels().orElse(NONE)),
          new TrialScale(
              "Light (0 black, 255 white)",
              "",
              List.of(40, 80, 120, 160),
              trial -> trial.conditions().light()),
          new TrialScale(
              "Frames with the face",
              "",
              List.of(5, 10, 30, 100),
              trial ->
                  trial.conditions().sightings() == 0 ? NONE : trial.conditions().sightings()));

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
    return SCALES.stream().map(scale -> scale.breakDown(trials)).toList();
  }

  /**
   * A scale on which trials are measured.
   *
   * @param title what is measured, worded for people
   * @param unit its unit; empty for none
   * @param edges the limits between the bands above 0, in ascending order
   * @param value the value of a trial; {@link #NONE} if no face was seen
   */
  private record TrialScale(
      String title, String unit, List<Integer> edges, ToDoubleFunction<Trial> value) {
    Breakdown breakDown(List<Trial> trials) {
      return new Breakdown(
          title, bands().stream().flatMap(band -> condition(band, trials).stream()).toList());
    }

    private List<Band> bands() {
      List<Band> bands = new ArrayList<>(List.of(new Band("not seen", NONE, 0)));
      int from = 0;
      for (int to : edges) {
        String name = from == 0 ? "below " + to : from + " to " + (to - 1);
        bands.add(new Band(withUnit(name), from, to));
        from = to;
      }
      bands.add(new Band(withUnit(String.valueOf(from)) + " and more", from, Double.MAX_VALUE));
      return bands;
    }

    private String withUnit(String name) {
      return (name + " " + unit).strip();
    }

    private Optional<Condition> condition(Band band, List<Trial> trials) {
      List<Trial> inside =
          trials.stream().filter(trial -> band.has(value.applyAsDouble(trial))).toList();
      return inside.isEmpty()
          ? Optional.empty()
          : Optional.of(new Condition(band.name, TrialTally.of(inside)));
    }
  }

  /** A range of values: {@code from} is in it, {@code to} is not. */
  private record Band(String name, double from, double to) {
    boolean has(double value) {
      return value >= from && value < to;
    }
  }
}
