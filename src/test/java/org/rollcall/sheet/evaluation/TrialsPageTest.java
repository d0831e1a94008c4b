package org.rollcall.sheet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.testing.MadeTrials.ADA;
import static org.rollcall.testing.MadeTrials.BEN;
import static org.rollcall.testing.MadeTrials.NOBODY;
import static org.rollcall.testing.MadeTrials.SET;
import static org.rollcall.testing.MadeTrials.found;
import static org.rollcall.testing.MadeTrials.rejected;
import static org.rollcall.testing.MadeTrials.unsure;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.rollcall.model.evaluation.Trial;
import org.rollcall.sheet.Sheets;

class TrialsPageTest {
  @Test
  void write_foundStudent_isARowWithTimes() {
    XSSFSheet page = written(found(ADA, Duration.ofMillis(2340), Duration.ofSeconds(-1)));

    assertThat(Sheets.shown(page, "A4:K4"))
        .containsExactly(
            "template",
            SET,
            "Ada Birch",
            "Ada Birch",
            "Ada Birch",
            "found",
            "50",
            "90",
            "20",
            "2.3",
            "-1.0");
  }

  @Test
  void write_nobodySeen_hasNoWidthAndNoTimes() {
    XSSFSheet page = written(rejected(new Trial.Conditions(OptionalDouble.empty(), 35.4, 0)));

    assertThat(Sheets.shown(page, "C4:K4"))
        .containsExactly(
            "somebody", "unknown", "unknown", "correctly not marked", "", "35", "0", "", "");
  }

  @Test
  void write_trials_areRowsInTheirOrder() {
    XSSFSheet page =
        written(found(ADA), unsure(Optional.of(BEN), Optional.of(BEN)), unsure(NOBODY, NOBODY));

    assertThat(Sheets.shown(page, "F4:F6"))
        .containsExactly("found", "in Review", "correctly not marked");
  }

  @Test
  void write_headings_stayInSightWithAFilter() {
    XSSFSheet page = written(found(ADA), found(BEN));

    assertThat(Sheets.shown(page, "A3:D3"))
        .containsExactly("Classifier", "Test set", "Asked about", "Who it was");
    assertThat(page.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 3);
    assertThat(page.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("A3:K5");
    assertThat(page.getRepeatingRows().formatAsString()).isEqualTo("3:3");
    assertThat(page.getWorkbook().getPrintArea(0)).isEqualTo("Trials!$A$1:$K$5");
  }

  private static XSSFSheet written(Trial... trials) {
    return Sheets.reread("Trials", book -> TrialsPage.write(MadeEvaluation.of(trials), book));
  }
}
