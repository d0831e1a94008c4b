package org.rollcall.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.rollcall.model.Coverage;
import org.rollcall.model.Footage;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;
import org.rollcall.model.RunFacts;

class RunPageTest {
  private static final LocalDateTime PROCESSED = LocalDateTime.of(2026, 11, 16, 21, 14, 5);

  @Test
  void write_smoothRun_saysSo() {
    XSSFSheet page = written(Outcome.done(), facts(List.of()));

    assertThat(Sheets.shown(page, "A3:B9"))
        .containsExactly(
            "Result", "",
            "Lesson", "7A_2026-11-16_0858",
            "Outcome", "done",
            "Warnings", "none",
            "Version of Rollcall", "1.2.3",
            "Processed", "2026-11-16 21:14:05",
            "Took", "1:02:05");
  }

  /** Whatever the time zone of the machine that writes the sheet. */
  @Test
  void write_schoolInAnotherZone_showsItsClock() {
    RunFacts facts = facts(List.of());
    RunFacts tokyo =
        new RunFacts(
            facts.version(),
            facts.processed(),
            facts.took(),
            facts.footage(),
            facts.models(),
            Map.of("school.zone", "Asia/Tokyo"),
            List.of());

    assertThat(Sheets.shown(written(Outcome.done(), tokyo), "A8:B8"))
        .containsExactly("Processed", "2026-11-17 06:14:05");
  }

  @Test
  void write_partialRunWithWarnings_listsReasonsAndWarnings() {
    Outcome partial =
        Outcome.partial(
            List.of(Message.english("The end is missing."), Message.english("So is the middle.")));

    XSSFSheet page = written(partial, facts(List.of("The camera shook.", "It was dark.")));

    assertThat(Sheets.shown(page, "A5:B9"))
        .containsExactly(
            "Outcome", "partial",
            "Reason", "The end is missing.",
            "Reason", "So is the middle.",
            "Warning", "The camera shook.",
            "Warning", "It was dark.");
  }

  @Test
  void write_recordings_areListedWithHashAndLength() {
    XSSFSheet page = written(Outcome.done(), facts(List.of()));

    assertThat(Sheets.shown(page, "A11:C13"))
        .containsExactly(
            "Recordings",
            "",
            "",
            "File",
            "SHA-256",
            "Length",
            "footage/7A/front.mp4",
            "9f86d0",
            "0:45:09");
  }

  @Test
  void write_modelsAndSettings_areListed() {
    XSSFSheet page = written(Outcome.done(), facts(List.of()));

    assertThat(Sheets.shown(page, "A15:B19"))
        .containsExactly(
            "Models", "",
            "detection", "mtcnn",
            "", "",
            "Settings", "",
            "marks.lateAfter", "10 min");
  }

  @Test
  void write_page_isPrintedToTheLastSetting() {
    XSSFSheet page = written(Outcome.done(), facts(List.of()));

    assertThat(page.getWorkbook().getPrintArea(0)).isEqualTo("Run!$A$1:$C$20");
  }

  private static RunFacts facts(List<String> warnings) {
    return new RunFacts(
        "1.2.3",
        PROCESSED.toInstant(ZoneOffset.UTC),
        Duration.ofSeconds(3725),
        List.of(new Footage("footage/7A/front.mp4", "9f86d0", Duration.ofSeconds(2709))),
        Map.of("detection", "mtcnn"),
        Map.of("marks.lateAfter", "10 min"),
        warnings.stream().map(Message::english).toList());
  }

  private static XSSFSheet written(Outcome outcome, RunFacts run) {
    var register =
        new LessonRegister(
            MadeUpClass.lesson(50), List.of(), List.of(), Coverage.unknown(), outcome, run);
    return Sheets.reread("Run", book -> RunPage.write(register, book));
  }
}
