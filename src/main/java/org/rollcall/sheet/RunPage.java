package org.rollcall.sheet;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rollcall.model.Footage;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Outcome;
import org.rollcall.model.RunFacts;

/**
 * A worksheet on the origin of the register: enough to reproduce it and to answer questions years
 * later.
 */
final class RunPage {
  private static final int LAST_COLUMN = 2;

  private final LessonRegister register;
  private final RunFacts run;
  private final Page page;
  private int row;

  private RunPage(LessonRegister register, Page page) {
    this.register = register;
    this.run = register.run();
    this.page = page;
  }

  static void write(LessonRegister register, Book book) {
    new RunPage(register, book.page("Run")).write();
  }

  private void write() {
    page.widths(38, 72, 12);
    page.height(0, 26);
    page.text(0, 0, "Run", CellFormat.TITLE);
    row = 2;
    writeRun();
    writeFootage();
    writeEntries("Models", run.models());
    writeEntries("Settings", run.settings());
    page.print(row - 1, LAST_COLUMN, 1);
  }

  private void writeRun() {
    section("Result");
    Outcome outcome = register.outcome();
    entry("Lesson", register.lesson().key().fileStem());
    entry("Outcome", outcome.state().name().toLowerCase(Locale.ROOT));
    outcome.reasons().forEach(reason -> entry("Reason", reason.toString()));
    if (run.warnings().isEmpty()) {
      entry("Warnings", "none");
    }
    run.warnings().forEach(warning -> entry("Warning", warning.toString()));
    entry("Version of Rollcall", run.version());
    page.text(row, 0, "Processed", label());
    var processed = LocalDateTime.ofInstant(run.processed(), zone());
    page.moment(row++, 1, processed, CellFormat.BODY.format("yyyy-mm-dd hh:mm:ss"));
    entry("Took", clock(run.took()));
    row++;
  }

  /** The school's time zone, which the start of the recording has, too. */
  private ZoneId zone() {
    return run.zone().orElseGet(() -> register.lesson().recordedFrom().getZone());
  }

  private void writeFootage() {
    section("Recordings");
    List<String> headings = List.of("File", "SHA-256", "Length");
    for (int column = 0; column < headings.size(); column++) {
      page.text(row, column, headings.get(column), CellFormat.HEADING);
    }
    row++;
    for (Footage footage : run.footage()) {
      page.text(row, 0, footage.file(), CellFormat.WRAPPED);
      page.text(row, 1, footage.sha256(), CellFormat.BODY);
      page.text(row++, 2, clock(footage.length()), CellFormat.MIDDLE);
    }
    row++;
  }

  private void writeEntries(String title, Map<String, String> entries) {
    section(title);
    entries.forEach(this::entry);
    row++;
  }

  private void section(String title) {
    page.height(row, 20);
    page.text(row++, 0, title, CellFormat.SECTION);
  }

  private void entry(String name, String value) {
    page.text(row, 0, name, label());
    page.text(row++, 1, value, CellFormat.WRAPPED);
  }

  private static CellFormat label() {
    return CellFormat.BODY.fill(CellFormat.PALE);
  }

  private static String clock(Duration time) {
    return "%d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
  }
}
