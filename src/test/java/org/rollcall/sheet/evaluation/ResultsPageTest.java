package org.rollcall.sheet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.testing.MadeTrials.ADA;
import static org.rollcall.testing.MadeTrials.BEN;
import static org.rollcall.testing.MadeTrials.NOBODY;
import static org.rollcall.testing.MadeTrials.SET;
import static org.rollcall.testing.MadeTrials.found;
import static org.rollcall.testing.MadeTrials.sure;
import static org.rollcall.testing.MadeTrials.unsure;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.rollcall.model.evaluation.Evaluation;
import org.rollcall.sheet.Sheets;

class ResultsPageTest {
  @Test
  void write_evaluation_isDatedByTheClockOfTheSchool() {
    XSSFSheet page = written(MadeEvaluation.of(found(ADA)));

    assertThat(Sheets.shown(page, "A2:A2"))
        .containsExactly(
            "How often Rollcall is right where the truth is known. Started 2026-11-21 00:15.");
  }

  @Test
  void write_tally_countsAndBoundsEachOutcome() {
    XSSFSheet page =
        written(
            MadeEvaluation.of(
                found(ADA),
                found(BEN),
                unsure(Optional.of(BEN), Optional.of(BEN)),
                sure(Optional.of(ADA), Optional.of(BEN)),
                sure(NOBODY, Optional.of(BEN)),
                unsure(NOBODY, NOBODY)));

    assertThat(Sheets.shown(page, "A4:A6"))
        .containsExactly("All test sets", "Classifier", "template");
    // 2.5 of 4, and 1 of 2; the bounds by a calculator after Wilson.
    assertThat(Sheets.shown(page, "B6:N6"))
        .containsExactly(
            "4", "2", "1", "1", "62.5%", "21.9%", "90.8%", "2", "1", "0", "50.00%", "9.45%",
            "90.55%");
  }

  @Test
  void write_onlyStudentsWhoWereThere_hasNoShareOfTheOthers() {
    XSSFSheet page = written(MadeEvaluation.of(found(ADA)));

    assertThat(Sheets.shown(page, "I6:N6")).containsExactly("0", "0", "0", "–", "–", "–");
  }

  @Test
  void write_onlyOneTestSet_isDescribedButNotCountedTwice() {
    XSSFSheet page = written(MadeEvaluation.of(found(ADA)));

    assertThat(Sheets.shown(page, "A8:A11"))
        .containsExactly(SET, "Recording: 2 students.", "", "How to read it");
  }

  @Test
  void write_severalTestSets_areCountedOneByOne() {
    List<Evaluation.TestSet> sets = List.of(MadeEvaluation.ONE, MadeEvaluation.OTHER);

    XSSFSheet page = written(MadeEvaluation.of(sets, List.of(), found(ADA), found(BEN)));

    assertThat(Sheets.shown(page, "A10:C11"))
        .containsExactly("Classifier", "Was there", "Found", "template", "2", "2");
    assertThat(Sheets.shown(page, "A13:A13")).containsExactly("7B");
    assertThat(Sheets.shown(page, "A16:C16")).containsExactly("template", "0", "0");
  }

  @Test
  void write_times_areOffBySeconds() {
    XSSFSheet page =
        written(
            MadeEvaluation.of(
                found(ADA, Duration.ofSeconds(-2), Duration.ofMillis(500)),
                found(BEN, Duration.ofSeconds(20), Duration.ofMillis(500))));

    assertThat(Sheets.shown(page, "A11:A11"))
        .containsExactly("First and last sighting of the students found, error against the truth");
    assertThat(Sheets.shown(page, "A13:G14"))
        .containsExactly(
            "template",
            "first",
            "2",
            "2.0 s",
            "20.0 s",
            "20.0 s",
            "50.0%",
            "template",
            "last",
            "2",
            "0.5 s",
            "0.5 s",
            "0.5 s",
            "100.0%");
  }

  @Test
  void write_notes_standBeforeTheExplanation() {
    XSSFSheet page =
        written(
            MadeEvaluation.of(List.of(MadeEvaluation.ONE), List.of("It was dark."), found(ADA)));

    assertThat(Sheets.shown(page, "A11:A14"))
        .containsExactly("Notes", "It was dark.", "", "How to read it");
  }

  private static XSSFSheet written(Evaluation evaluation) {
    ZoneId zurich = ZoneId.of("Europe/Zurich");
    return Sheets.reread("Results", book -> ResultsPage.write(evaluation, zurich, book));
  }
}
