package org.rollcall.model.evaluation;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.rollcall.model.evaluation.Trial.TrialGroup;

/**
 * Trials broken down by a condition that makes recognition easy or hard, or by groups of people.
 *
 * @param title name of the condition or of the groups, worded for people
 * @param rows the bands that contain trials, hardest first, or the groups in order
 */
public record Breakdown(String title, List<Condition> rows) {
  /** Marks trials in which no face was seen. */
  private static final double NONE = -1;

  private static final String NO_GROUP = "–";
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final int DIGITS = 12;

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
   * One band or group of a breakdown.
   *
   * @param band name of the band or group
   * @param tally outcomes of its trials
   */
  public record Condition(String band, TrialTally tally) {}

  /**
   * Breaks trials down in every way: by each condition, and by groups if the trials have them.
   *
   * @param trials the trials
   * @return one breakdown per condition, then that by groups
   */
  public static List<Breakdown> of(List<Trial> trials) {
    return Stream.concat(byCondition(trials).stream(), byGroup(trials).stream()).toList();
  }

  /**
   * Breaks trials down by face size, brightness, and number of sightings.
   *
   * @param trials the trials
   * @return one breakdown per condition
   */
  public static List<Breakdown> byCondition(List<Trial> trials) {
    return SCALES.stream().map(scale -> scale.breakDown(trials)).toList();
  }

  /**
   * Breaks trials down by the group of the person asked about. Groups that differ in letter case
   * only are one.
   *
   * @param trials the trials
   * @return the groups in alphabetical order, numbers by size, people without a group last; empty
   *     if the evaluation is not by groups
   */
  public static Optional<Breakdown> byGroup(List<Trial> trials) {
    return trials.stream()
        .flatMap(trial -> trial.group().stream())
        .findFirst()
        .map(group -> new Breakdown(group.column(), groups(trials)));
  }

  private static List<Condition> groups(List<Trial> trials) {
    return trials.stream()
        .collect(
            groupingBy(
                trial -> trial.group().map(TrialGroup::value).orElse(""),
                () -> new TreeMap<>(groupOrder()),
                toList()))
        .entrySet()
        .stream()
        .map(
            group ->
                new Condition(
                    group.getKey().isEmpty() ? NO_GROUP : group.getKey(),
                    TrialTally.of(group.getValue())))
        .toList();
  }

  private static Comparator<String> groupOrder() {
    return Comparator.comparing(String::isEmpty)
        .thenComparing(Breakdown::sortKey, Collator.getInstance(Locale.ROOT))
        .thenComparing(Breakdown::sortKey);
  }

  /** With zeros before all numbers, so that 9 precedes 10. */
  private static String sortKey(String group) {
    return NUMBER
        .matcher(group.toLowerCase(Locale.ROOT))
        .replaceAll(
            number -> "0".repeat(Math.max(0, DIGITS - number.group().length())) + number.group());
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
