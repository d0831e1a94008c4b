package org.rollcall.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.model.Coverage;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.Verdict;

/** The first minute is in column C; the first student in row 7. */
class TimelinePageTest {
  private static final String NOT_SEEN = "F4F6F8";
  private static final String NOW_AND_THEN = "BFD9EA";
  private static final String OFTEN = "6FA8CC";
  private static final String NEARLY_ALWAYS = "22618F";
  private static final String BLIND = "F0C36D";

  @Test
  void write_secondsSeen_areShadedByThirdsOfTheMost() {
    XSSFSheet page = written(lesson(8, true), seen(0, 1, 7, 8, 14, 15, 21));

    assertThat(List.of("C7", "D7", "E7", "F7", "G7", "H7", "I7", "J7"))
        .extracting(address -> Sheets.fill(Sheets.at(page, address)))
        .containsExactly(
            NOT_SEEN,
            NOW_AND_THEN,
            NOW_AND_THEN,
            OFTEN,
            OFTEN,
            NEARLY_ALWAYS,
            NEARLY_ALWAYS,
            NOT_SEEN);
  }

  @Test
  void write_secondsSeen_areThereButHidden() {
    XSSFCell minute = Sheets.at(written(lesson(2, true), seen(7, 21)), "C7");

    assertThat(minute.getNumericCellValue()).isEqualTo(7);
    assertThat(minute.getCellStyle().getDataFormatString()).isEqualTo(";;;");
  }

  @Test
  void write_absentStudent_isNeverSeen() {
    XSSFSheet page = written(lesson(2, true), MadeUpClass.row(5, Status.ABSENT, 50));

    assertThat(Sheets.shown(page, "A7:B7")).containsExactly("1005", "Fatima Farouk");
    assertThat(Sheets.fill(Sheets.at(page, "C7"))).isEqualTo(NOT_SEEN);
    assertThat(Sheets.fill(Sheets.at(page, "D7"))).isEqualTo(NOT_SEEN);
  }

  @Test
  void write_shortLesson_namesEveryFifthMinuteOfTheClock() {
    XSSFSheet page = written(lesson(10, true));

    assertThat(Sheets.shown(page, "A5:L5"))
        .containsExactly("Id", "Name", "", "", "09:00", "", "", "", "", "09:05", "", "");
  }

  @ParameterizedTest
  @CsvSource({"90,09:05", "91,''"})
  void write_longLesson_namesEveryTenthMinuteOnly(int minutes, String atFivePast) {
    XSSFSheet page = written(lesson(minutes, true));

    assertThat(Sheets.shown(page, "E5:E5")).containsExactly("09:00");
    assertThat(Sheets.shown(page, "J5:J5")).containsExactly(atFivePast);
    assertThat(Sheets.shown(page, "O5:O5")).containsExactly("09:10");
  }

  @Test
  void write_lessonOfTheTimetable_isABand() {
    XSSFSheet page = written(lesson(10, true));

    assertThat(Sheets.shown(page, "B6:B6")).containsExactly("timetabled lesson");
    // 8:58 to 9:08, and the lesson from 9:00 to 9:06.
    assertThat(isInLesson(page, "D6")).isFalse();
    assertThat(isInLesson(page, "E6")).isTrue();
    assertThat(isInLesson(page, "J6")).isTrue();
    assertThat(isInLesson(page, "K6")).isFalse();
  }

  @Test
  void write_lessonOutsideTheTimetable_isAsLongAsTheRecording() {
    XSSFSheet page = written(lesson(10, false));

    assertThat(Sheets.shown(page, "B6:B6")).containsExactly("recording");
    assertThat(isInLesson(page, "C6")).isTrue();
    assertThat(isInLesson(page, "L6")).isTrue();
  }

  @Test
  void write_partOfAMinute_hasAColumn() {
    Lesson lesson = new Lesson(MadeUpClass.KEY, Duration.ofSeconds(61));

    XSSFSheet page = written(lesson, MadeUpClass.row(5, Status.ABSENT, 50));

    assertThat(page.getRow(6).getLastCellNum()).isEqualTo((short) 4);
  }

  @Test
  void write_legend_namesTheShades() {
    XSSFSheet page = written(lesson(10, true));

    // Each takes the room of nine columns of 16 pixels.
    assertThat(Sheets.shown(page, "A3:A3")).containsExactly("Seen in the minute:");
    assertThat(Sheets.shown(page, "D3:D3")).containsExactly("not seen");
    assertThat(Sheets.shown(page, "M3:M3")).containsExactly("now and then");
    assertThat(Sheets.shown(page, "V3:V3")).containsExactly("often");
    assertThat(Sheets.shown(page, "AE3:AE3")).containsExactly("nearly always");
    assertThat(List.of("C3", "L3", "U3", "AD3"))
        .extracting(address -> Sheets.fill(Sheets.at(page, address)))
        .containsExactly(NOT_SEEN, NOW_AND_THEN, OFTEN, NEARLY_ALWAYS);
  }

  /** Seen for two minutes, dark for two and a half, then seen again. */
  @Test
  void write_minutesInWhichTheRoomWasDark_standOut() {
    XSSFSheet page = written(darkFor(120, 270), seen(9, 9, 0, 3, 0, 0, 9));

    assertThat(List.of("C7", "D7", "E7", "F7", "G7", "H7", "I7"))
        .extracting(address -> Sheets.fill(Sheets.at(page, address)))
        .containsExactly(
            NEARLY_ALWAYS, NEARLY_ALWAYS, BLIND, NOW_AND_THEN, NOT_SEEN, NOT_SEEN, NEARLY_ALWAYS);
  }

  @Test
  void write_legend_namesWhatWasNotVisibleIfThereIsAny() {
    XSSFSheet page = written(darkFor(120, 270), seen(9, 9));

    assertThat(Sheets.shown(page, "AN3:AN3")).containsExactly("room not visible");
    assertThat(Sheets.fill(Sheets.at(page, "AM3"))).isEqualTo(BLIND);
    assertThat(page.getWorkbook().getPrintArea(0)).isEqualTo("Timeline!$A$1:$AV$7");
    assertThat(Sheets.shown(written(lesson(10, true)), "AN3:AN3")).containsExactly("");
  }

  @ParameterizedTest
  @CsvSource({"10,16,402", "60,15,366", "75,12,256", "90,10,213", "240,9,192"})
  void write_minutes_shareTheWidthOfAPage(int minutes, int pixels, int width) {
    XSSFSheet page = written(lesson(minutes, true));

    assertThat(page.getColumnWidth(2)).as("256ths for %d pixels", pixels).isEqualTo(width);
  }

  @Test
  void write_page_isReadyForPrint() {
    XSSFSheet page = written(lesson(50, true), seen(3), seen(4));

    assertThat(page.getWorkbook().getPrintArea(0)).isEqualTo("Timeline!$A$1:$AZ$8");
    assertThat(page.getRepeatingRows().formatAsString()).isEqualTo("5:5");
    assertThat(page.getPaneInformation().getVerticalSplitPosition()).isEqualTo((short) 2);
    assertThat(page.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 6);
  }

  private static boolean isInLesson(XSSFSheet page, String address) {
    return Sheets.at(page, address).getCellStyle().getFillForegroundXSSFColor() != null;
  }

  private static Lesson lesson(int minutes, boolean inTimetable) {
    Lesson lesson = MadeUpClass.lesson(minutes);
    return inTimetable ? lesson : new Lesson(lesson.key(), lesson.recorded());
  }

  /** A student with the seconds seen in each minute. */
  private static LessonRegister.Row seen(Integer... perMinute) {
    var presence =
        new Verdict.Presence(
            Duration.ZERO, Duration.ofMinutes(1), Duration.ZERO, 1, List.of(perMinute));
    Verdict verdict =
        new Verdict(
            new Student("7", "Ada"), Status.PRESENT, Optional.of(presence), 1, Optional.empty());
    return new LessonRegister.Row(verdict, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The coverage of ten minutes that are dark between two times, in seconds. */
  private static Coverage darkFor(int from, int to) {
    List<Coverage.Stretch> stretches =
        List.of(
            stretch(0, from, Coverage.View.SEEN),
            stretch(from, to, Coverage.View.DARK),
            stretch(to, 600, Coverage.View.SEEN));
    return new Coverage(stretches, 9, Optional.empty(), List.of(Coverage.Doubt.UNSEEN));
  }

  private static Coverage.Stretch stretch(int from, int to, Coverage.View view) {
    return new Coverage.Stretch(Duration.ofSeconds(from), Duration.ofSeconds(to), view);
  }

  private static XSSFSheet written(Lesson lesson, LessonRegister.Row... rows) {
    return written(lesson, Coverage.unknown(), rows);
  }

  private static XSSFSheet written(Coverage coverage, LessonRegister.Row... rows) {
    return written(lesson(10, true), coverage, rows);
  }

  private static XSSFSheet written(Lesson lesson, Coverage coverage, LessonRegister.Row... rows) {
    LessonRegister made = MadeUpClass.register(List.of(rows), 50);
    var register =
        new LessonRegister(lesson, made.rows(), List.of(), coverage, made.outcome(), made.run());
    return Sheets.reread("Timeline", book -> TimelinePage.write(register, book));
  }
}
