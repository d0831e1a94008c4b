package org.rollcall.model.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.testing.MadeTrials.ADA;
import static org.rollcall.testing.MadeTrials.NOBODY;
import static org.rollcall.testing.MadeTrials.found;
import static org.rollcall.testing.MadeTrials.inRegion;
import static org.rollcall.testing.MadeTrials.rejected;
import static org.rollcall.testing.MadeTrials.sure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.rollcall.model.evaluation.Trial.Conditions;

class BreakdownTest {
  private static final List<Trial> TRIALS =
      List.of(
          found(ADA, new Conditions(OptionalDouble.of(29.9), 100, 4)),
          found(ADA, new Conditions(OptionalDouble.of(30), 100, 5)),
          found(ADA, new Conditions(OptionalDouble.of(39.9), 100, 9)),
          found(ADA, new Conditions(OptionalDouble.of(500), 10, 5000)),
          rejected(new Conditions(OptionalDouble.empty(), 255, 0)));

  @Test
  void of_sizes_areApartAtTheirEdges() {
    assertThat(texts(0))
        .containsExactly(
            "not seen: 0 + 1", "20 to 29 px: 1 + 0", "30 to 39 px: 2 + 0", "80 px and more: 1 + 0");
  }

  @Test
  void of_light_hasNoDarkerBandThanTheFirst() {
    assertThat(texts(1))
        .containsExactly("below 40: 1 + 0", "80 to 119: 3 + 0", "160 and more: 0 + 1");
  }

  @Test
  void of_pictures_tellsNoneApart() {
    assertThat(texts(2))
        .containsExactly(
            "not seen: 0 + 1", "below 5: 1 + 0", "5 to 9: 2 + 0", "100 and more: 1 + 0");
  }

  @Test
  void byGroup_values_areInOrderWithNobodysLast() {
    assertThat(groups("10b", "", "9a", "North", "10a", "émile", "Zeeland", "north"))
        .containsExactly(
            "9a: 1 + 0",
            "10a: 1 + 0",
            "10b: 1 + 0",
            "émile: 1 + 0",
            "North: 2 + 0",
            "Zeeland: 1 + 0",
            "–: 1 + 0");
  }

  @Test
  void byGroup_absentStudents_countForTheirOwnGroup() {
    Trial absent = sure(NOBODY, Optional.of(ADA));

    Breakdown groups =
        Breakdown.byGroup(List.of(inRegion("North", found(ADA)), inRegion("South", absent)))
            .orElseThrow();

    assertThat(groups.title()).isEqualTo("region");
    assertThat(texts(groups)).containsExactly("North: 1 + 0", "South: 0 + 1");
    assertThat(groups.rows().get(1).tally().falsePresent().share()).isEqualTo(1);
  }

  @Test
  void of_groups_areLastAndOnlyIfTheTrialsHaveThem() {
    assertThat(Breakdown.of(TRIALS)).hasSize(3);
    assertThat(Breakdown.of(List.of(inRegion("North", found(ADA)))))
        .extracting(Breakdown::title)
        .hasSize(4)
        .last()
        .isEqualTo("region");
  }

  private static List<String> groups(String... values) {
    List<Trial> trials = Stream.of(values).map(value -> inRegion(value, found(ADA))).toList();
    return texts(Breakdown.byGroup(trials).orElseThrow());
  }

  private static List<String> texts(int breakdown) {
    return texts(Breakdown.of(TRIALS).get(breakdown));
  }

  private static List<String> texts(Breakdown breakdown) {
    return breakdown.rows().stream()
        .map(row -> row.band() + ": " + row.tally().present() + " + " + row.tally().absent())
        .toList();
  }
}
