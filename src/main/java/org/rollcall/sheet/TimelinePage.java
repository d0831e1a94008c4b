package org.rollcall.sheet;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rollcall.basics.Extremes;
import org.rollcall.model.Coverage.Stretch;
import org.rollcall.model.Coverage.View;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Verdict;

/** A worksheet of who was seen when: a row for each student, a narrow column for each minute. */
final class TimelinePage {
  private static final int HEADING_ROW = 4;
  private static final int LESSON_ROW = HEADING_ROW + 1;
  private static final int FIRST_ROW = LESSON_ROW + 1;
  private static final int FIRST_MINUTE = 2;
  private static final int HEADING_PIXELS = 50;
  private static final int LEGEND_PIXELS = 150;
  private static final int WIDTH_IN_PIXELS = 900;
  private static final List<String> SHADES = List.of("F4F6F8", "BFD9EA", "6FA8CC", "22618F");
  private static final List<String> LEGEND =
      List.of("not seen", "now and then", "often", "nearly always");

  /** Behind minutes in which nobody could be seen. */
  private static final String BLIND = "F0C36D";

  private final LessonRegister register;
  private final Lesson lesson;
  private final Page page;
  private final int minutes;
  private final int mostSeconds;
  private final List<Boolean> blind;

  private TimelinePage(LessonRegister register, Page page) {
    this.register = register;
    this.lesson = register.lesson();
    this.page = page;
    int longest = perMinute().mapToInt(List::size).max().orElse(0);
    this.minutes = Math.max(longest, (int) Math.ceil(lesson.recorded().toMillis() / 60_000.0));
    this.mostSeconds =
        perMinute().filter(list -> !list.isEmpty()).mapToInt(Collections::max).max().orElse(0);
    this.blind = IntStream.range(0, minutes).mapToObj(this::isBlind).toList();
  }

  /** {@return whether the room was not seen for most of a minute} */
  private boolean isBlind(int minute) {
    long unseen = 0;
    long seen = 0;
    for (Stretch stretch : register.coverage().stretches()) {
      Duration from = Extremes.max(stretch.from(), Duration.ofMinutes(minute));
      Duration to = Extremes.min(stretch.to(), Duration.ofMinutes(minute + 1L));
      long part = Math.max(0, to.minus(from).toMillis());
      seen += stretch.view() == View.SEEN ? part : 0;
      unseen += stretch.view() == View.SEEN ? 0 : part;
    }
    return unseen > seen;
  }

  static void write(LessonRegister register, Book book) {
    new TimelinePage(register, book.page("Timeline")).write();
  }

  private void write() {
    page.widths(9);
    page.widthOf(1, register.rows().stream().map(row -> row.verdict().student().name()));
    // The legend needs its columns even if the recording is shorter.
    int columns = Math.max(minutes, legendEntries() * LEGEND_PIXELS / minutePixels());
    for (int minute = 0; minute < columns; minute++) {
      page.width(FIRST_MINUTE + minute, minuteWidth());
    }
    page.height(0, 26);
    page.text(0, 0, "Timeline", CellFormat.TITLE);
    page.text(
        1,
        0,
        "Each column is one minute of the recording; the headings are times of day.",
        CellFormat.NOTE);
    writeLegend();
    writeHeadings();
    for (int index = 0; index < register.rows().size(); index++) {
      writeRow(FIRST_ROW + index, register.rows().get(index));
    }
    int lastRow = FIRST_ROW + Math.max(0, register.rows().size() - 1);
    page.freeze(FIRST_ROW, FIRST_MINUTE);
    page.idsAreText(FIRST_ROW, lastRow);
    page.repeat(HEADING_ROW);
    page.print(lastRow, FIRST_MINUTE + columns - 1, 1);
  }

  private Stream<List<Integer>> perMinute() {
    return register.rows().stream()
        .flatMap(row -> row.verdict().presence().stream())
        .map(Verdict.Presence::perMinute);
  }

  private int minutePixels() {
    return Math.max(9, Math.min(16, WIDTH_IN_PIXELS / Math.max(1, minutes)));
  }

  // Below one character, the width of a column counts in twelfths of a character's pixels.
  private double minuteWidth() {
    int pixels = minutePixels();
    return pixels < 12 ? pixels / 12.0 : (pixels - 5) / 7.0;
  }

  private int legendEntries() {
    return SHADES.size() + (blind.contains(true) ? 1 : 0);
  }

  private void writeLegend() {
    page.text(2, 0, "Seen in the minute:", CellFormat.NOTE);
    int column = FIRST_MINUTE;
    for (int shade = 0; shade < SHADES.size(); shade++) {
      page.text(2, column, "", shade(shade));
      page.text(2, column + 1, LEGEND.get(shade), CellFormat.NOTE);
      column += LEGEND_PIXELS / minutePixels();
    }
    if (blind.contains(true)) {
      page.text(2, column, "", blindMinute());
      page.text(2, column + 1, "room not visible", CellFormat.NOTE);
    }
  }

  private void writeHeadings() {
    CellFormat heading = CellFormat.PLAIN.fill(CellFormat.DEEP).ink("FFFFFF").heavy();
    page.height(HEADING_ROW, 20);
    page.text(HEADING_ROW, 0, "Id", CellFormat.HEADING);
    page.text(HEADING_ROW, 1, "Name", CellFormat.HEADING);
    String band = lesson.timetable().isPresent() ? "timetabled lesson" : "recording";
    page.text(LESSON_ROW, 1, band, Page.right(CellFormat.NOTE.points(8)));
    page.height(LESSON_ROW, 11);
    for (int minute = 0; minute < minutes; minute++) {
      LocalDateTime clock = clock(minute);
      boolean named = clock.getMinute() % minutesBetweenHeadings() == 0;
      String text = named ? "%02d:%02d".formatted(clock.getHour(), clock.getMinute()) : "";
      page.text(HEADING_ROW, FIRST_MINUTE + minute, text, heading.points(8));
      boolean inLesson = !clock.isBefore(lesson.start()) && clock.isBefore(lesson.end());
      page.text(
          LESSON_ROW,
          FIRST_MINUTE + minute,
          "",
          inLesson ? CellFormat.PLAIN.fill("8FA1AE") : CellFormat.PLAIN);
    }
  }

  private int minutesBetweenHeadings() {
    return 5 * minutePixels() >= HEADING_PIXELS ? 5 : 10;
  }

  private void writeRow(int row, LessonRegister.Row student) {
    Verdict verdict = student.verdict();
    page.height(row, 17);
    page.text(row, 0, verdict.student().id(), CellFormat.BODY);
    page.text(row, 1, verdict.student().name(), CellFormat.BODY);
    List<Integer> seconds = verdict.presence().map(Verdict.Presence::perMinute).orElse(List.of());
    for (int minute = 0; minute < minutes; minute++) {
      int seen = minute < seconds.size() ? seconds.get(minute) : 0;
      CellFormat format = seen == 0 && blind.get(minute) ? blindMinute() : shade(shadeOf(seen));
      page.number(row, FIRST_MINUTE + minute, seen, format);
    }
  }

  private static CellFormat shade(int shade) {
    return minute(SHADES.get(shade));
  }

  private static CellFormat blindMinute() {
    return minute(BLIND);
  }

  private static CellFormat minute(String fill) {
    // The number remains accessible, but the format hides it: a narrow cell would show ###.
    return CellFormat.PLAIN.rowLines().fill(fill).format(";;;");
  }

  private LocalDateTime clock(int minute) {
    return lesson.recordingStart().plusMinutes(minute);
  }

  private int shadeOf(int seen) {
    int steps = SHADES.size() - 1;
    return seen == 0 ? 0 : Math.min(steps, 1 + (seen * steps - 1) / mostSeconds);
  }
}
