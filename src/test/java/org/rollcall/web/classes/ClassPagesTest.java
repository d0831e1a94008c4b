package org.rollcall.web.classes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.model.Status.ABSENT;
import static org.rollcall.model.Status.LATE;
import static org.rollcall.model.Status.PRESENT;
import static org.rollcall.model.Status.REVIEW;

import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.Correction;
import org.rollcall.model.Coverage;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Outcome;
import org.rollcall.model.RunFacts;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.Verdict;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.store.account.Account.Role;
import org.rollcall.testing.SchoolFolder;
import org.rollcall.testing.TakesLong;
import org.rollcall.testing.Waiting;
import org.rollcall.web.Browser;
import org.rollcall.web.TestSite;

/**
 * The pages of a class and its students over time. Class "7 Ä" has had six lessons around the end
 * of February of a leap year, of which the teacher has corrected one mark:
 *
 * <pre>
 *       28 Feb 9:00  29 Feb 9:00  29 Feb 10:00  1 Mar 9:00  2 Mar 9:00  4 Mar 9:00
 *   s1  present      present      late          present     present     present
 *   s2  present      review       absent        absent      absent      absent, corrected to late
 *   s3  absent       absent       absent        absent      absent      absent
 *   s9  present      –            –             –           –           –            (has left)
 * </pre>
 */
class ClassPagesTest {
  private static final String CLASS = "7 Ä";
  private static final String PAGE = "/classes/7%20%C3%84";
  private static final String SCRIPT = "<script>alert(1)</script> \"O'Neill\"";
  private static final String FORMULA = "=cmd|'/c calc'!A1";
  private static final String LONG = "\u0639\u0644\u064A " + "Wolfeschlegelstein".repeat(15);

  private static final List<LessonKey> LESSONS =
      List.of(
          key(2, 28, 9), key(2, 29, 9), key(2, 29, 10), key(3, 1, 9), key(3, 2, 9), key(3, 4, 9));

  @TempDir Path folder;
  private Home home;
  @AutoClose private TestSite site;
  private Store store;
  private Browser browser;

  private static LessonKey key(int month, int day, int hour) {
    return new LessonKey(CLASS, LocalDate.of(2028, month, day), LocalTime.of(hour, 0));
  }

  @BeforeEach
  void open() throws Exception {
    String quoted = '"' + SCRIPT.replace("\"", "\"\"") + '"';
    home = new SchoolFolder(folder).withClass(CLASS, "s1," + quoted, "s2," + FORMULA, "s3," + LONG);
    site = TestSite.open(home);
    site.add("birch", Role.TEACHER, CLASS);
    store = site.store();
    fill();
    browser = site.browserOf("birch");
  }

  private void fill() {
    List<Status> first = List.of(PRESENT, PRESENT, LATE, PRESENT, PRESENT, PRESENT);
    List<Status> second = List.of(PRESENT, REVIEW, ABSENT, ABSENT, ABSENT, ABSENT);
    for (int lesson = 0; lesson < LESSONS.size(); lesson++) {
      List<LessonRegister.Row> rows = new ArrayList<>();
      rows.add(row("s1", SCRIPT, first.get(lesson)));
      rows.add(row("s2", FORMULA, second.get(lesson)));
      rows.add(row("s3", LONG, ABSENT));
      if (lesson == 0) {
        rows.add(row("s9", "Zeno", PRESENT));
      }
      store.lessons().save(register(LESSONS.get(lesson), rows));
    }
    LessonKey last = LESSONS.get(LESSONS.size() - 1);
    store
        .lessons()
        .saveCorrections(
            last, Map.of("s2", new Correction(Optional.of(ABSENT), "ill?")), "7A.xlsx");
    store
        .lessons()
        .saveCorrections(last, Map.of("s2", new Correction(Optional.of(LATE), FORMULA)), "birch");
  }

  private static LessonRegister.Row row(String id, String name, Status status) {
    Optional<Verdict.Presence> seen =
        status == ABSENT
            ? Optional.empty()
            : Optional.of(
                new Verdict.Presence(
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(40),
                    Duration.ofMinutes(30),
                    9,
                    List.of()));
    return new LessonRegister.Row(
        new Verdict(new Student(id, name), status, seen, 0.5, Optional.empty()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static LessonRegister register(LessonKey key, List<LessonRegister.Row> rows) {
    return new LessonRegister(
        new Lesson(key, Duration.ofMinutes(45)),
        rows,
        List.of(),
        Coverage.unknown(),
        Outcome.done(),
        new RunFacts(
            "0.1.0", Instant.EPOCH, Duration.ZERO, List.of(), Map.of(), Map.of(), List.of()));
  }

  @Test
  void class_allDays_showsSumsAndWarnings() throws Exception {
    String page = browser.get(PAGE).body();

    // 6 of 6, 2 of 5, 0 of 6 and 1 of 1.
    assertThat(page).contains("6 of 6", "2 of 5", "40%", "0 of 6", "1 of 1", "50%");
    assertThat(page).contains("no longer on the roster");
    assertThat(page).contains("⚠ Attendance below 80%", "⚠ 6 absences in a row");
    // The correction has ended the absences of s2.
    assertThat(page).doesNotContain("⚠ 3 absences", "⚠ 4 absences");
  }

  @Test
  void class_hostileNames_areShownAsText() throws Exception {
    String page = browser.get(PAGE).body();

    assertThat(page).doesNotContain("<script>").contains("&lt;script&gt;alert(1)", LONG);
    assertThat(browser.get(PAGE + "/students/s1").body())
        .doesNotContain("<script>")
        .contains("&lt;script&gt;alert(1)");
    assertThat(browser.get(PAGE + "/students/s2").body())
        .contains("rel=\"prev\"", "rel=\"next\"")
        .doesNotContain("<script>");
  }

  @Test
  void class_filterToTheEndOfFebruary_leavesOutMarch() throws Exception {
    String page = browser.get(PAGE + "?from=2028-02-29&to=2028-02-29").body();

    assertThat(page).contains("2 of 2", "0 of 1", "0 of 2").doesNotContain("Zeno");
    assertThat(page).contains("lessons/2028-02-29_1000").doesNotContain("2028-03-01_0900");
    // Two absences in a row are not enough to warn of.
    assertThat(page).doesNotContain("⚠");
  }

  @Test
  void class_daysWithoutALesson_saysSo() throws Exception {
    assertThat(browser.get(PAGE + "?from=2029-01-01").body())
        .contains("This class has no lessons on these days.");
  }

  @Test
  void class_calendar_showsOneMonthWithLinksToTheOthers() throws Exception {
    String february = browser.get(PAGE + "?view=calendar&month=2028-02").body();

    assertThat(february).contains("February 2028", "month=2028-01", "month=2028-03");
    assertThat(february).contains("lessons/2028-02-29_0900").doesNotContain("2028-03-01_0900");
    assertThat(browser.get(PAGE + "?view=calendar").body())
        .contains("March 2028", "lessons/2028-03-04_0900");
  }

  @Test
  void class_sorted_hasThoseFirstWhomOneLooksFor() throws Exception {
    String byAbsence = browser.get(PAGE + "?sort=absent").body();

    assertThat(byAbsence.indexOf("students/s3")).isLessThan(byAbsence.indexOf("students/s2"));
    assertThat(byAbsence.indexOf("students/s2")).isLessThan(byAbsence.indexOf("students/s1"));
    assertThat(byAbsence).contains("aria-sort=\"descending\"");
    String byShare = browser.get(PAGE + "?sort=share").body();
    assertThat(byShare.indexOf("students/s3")).isLessThan(byShare.indexOf("students/s1"));
  }

  @Test
  void pages_partsOfTheAddressThatAreNone_saySo() throws Exception {
    Map<String, String> answers =
        Map.of(
            "?from=2028-02-30", "&#39;2028-02-30&#39; is not a date",
            "?from=2028-03-02&to=2028-03-01", "is before the first",
            "?from=999999-01-01", "is not a date",
            "?view=x<b>", "is not a view",
            "?sort=id", "cannot be sorted",
            "?page=0", "is not a page number",
            "?view=calendar&month=2028-13", "is not a month");
    for (Map.Entry<String, String> answer : answers.entrySet()) {
      HttpResponse<String> response =
          browser.get(PAGE + answer.getKey().replace("<", "%3C").replace(">", "%3E"));
      assertThat(response.statusCode()).as(answer.getKey()).isEqualTo(400);
      assertThat(response.body().replace("'", "&#39;"))
          .contains(answer.getValue())
          .doesNotContain("<b>");
    }
    assertThat(browser.get(PAGE + "/students/s1?from=x").statusCode()).isEqualTo(400);
    assertThat(browser.get(PAGE + "/students/nobody").statusCode()).isEqualTo(404);
    assertThat(browser.get(PAGE + "/students/nobody/lessons.csv").statusCode()).isEqualTo(404);
    assertThat(browser.get(PAGE + "/students/s1/portrait.jpg").statusCode()).isEqualTo(404);
  }

  @Test
  void student_correctedMark_tellsWhoWroteWhatAndWhatStoodBefore() throws Exception {
    String page = browser.get(PAGE + "/students/s2").body();

    assertThat(page).contains("2 of 5", "Rollcall: Absent");
    assertThat(page).contains("7A.xlsx", "birch");
    assertThat(page).containsSubsequence("Absent (ill?) → <strong>Late", "as found → <strong>");
    assertThat(page).contains("0 <small>longest: 3</small>");
    assertThat(page).contains("09:01", "09:40");
  }

  @Test
  void register_asWorkbook_holdsTheDaysAskedFor() throws Exception {
    HttpResponse<byte[]> answer =
        browser.load(PAGE + "/register.xlsx?from=2028-02-29&to=2028-03-01");

    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .isEqualTo(
            "attachment; filename=\"7___register_2028-02-29_2028-03-01.xlsx\";"
                + " filename*=UTF-8''7_%C3%84_register_2028-02-29_2028-03-01.xlsx");
    try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(answer.body()))) {
      var sheet = workbook.getSheet("Register");
      assertThat(sheet.getRow(5).getLastCellNum()).isEqualTo((short) 12);
      var formula = sheet.getRow(7).getCell(1);
      assertThat(formula.getStringCellValue()).isEqualTo(FORMULA);
      assertThat(formula.getCellStyle().getQuotePrefixed()).isTrue();
      assertThat(sheet.getRow(7).getCell(9).getStringCellValue()).isEqualTo("R");
      assertThat(sheet.getRow(7).getCell(10).getStringCellValue()).isEqualTo("A");
    }
  }

  @Test
  void register_asCsv_guardsAgainstFormulas() throws Exception {
    HttpResponse<byte[]> answer = browser.load(PAGE + "/register.csv");

    List<String> lines = new String(answer.body(), StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(0)).contains("2028-02-28 09:00", "2028-03-04 09:00");
    assertThat(lines.get(1)).startsWith("s1,\"<script>alert(1)</script> \"\"O'Neill\"\"\",100.0,6");
    assertThat(lines.get(2)).startsWith("s2,'" + FORMULA + ",40.0,5").endsWith("Absent,Late");
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
  }

  @Test
  void register_asOds_holdsTheSame() throws Exception {
    byte[] ods = browser.load(PAGE + "/register.ods").body();

    SpreadSheet book = new SpreadSheet(new ByteArrayInputStream(ods));
    Object[][] values = book.getSheet("Register").getDataRange().getValues();
    assertThat(values).hasDimensions(5, 15);
    assertThat(values[0][9]).isEqualTo("2028-02-28 09:00");
    assertThat(values[1][1]).isEqualTo(SCRIPT);
    assertThat(values[2][1]).isEqualTo(FORMULA);
    assertThat(values[3][1]).isEqualTo(LONG);
    assertThat(values[2][14]).isEqualTo("Late");
    assertThat(book.getSheet("Register").getRange(2, 1).getFormula()).isNull();
  }

  @Test
  void lessons_ofAStudentAsCsv_areThoseOfTheDays() throws Exception {
    HttpResponse<byte[]> answer = browser.load(PAGE + "/students/s2/lessons.csv?from=2028-03-02");

    List<String> lines = new String(answer.body(), StandardCharsets.UTF_8).lines().toList();
    assertThat(lines)
        .containsExactly(
            "\uFEFFdate,start,status,found,first_seen,last_seen,minutes_seen,correction_by,remark",
            "2028-03-04,09:00,Late,Absent,,,,birch,'" + FORMULA,
            "2028-03-02,09:00,Absent,Absent,,,,,");
  }

  @Test
  @TakesLong
  void correct_mark_reachesTheClassRegisterLater() throws Exception {
    browser.post(
        PAGE + "/lessons/2028-03-01_0900/students/s3",
        Map.of(
            "formToken",
            browser.formToken(PAGE),
            "seenStatus",
            "",
            "seenRemark",
            "",
            "status",
            "PRESENT",
            "remark",
            ""));

    assertThat(store.dueClassRegisters().list()).hasSize(1);
    Path register = home.attendance(CLASS).resolve(CLASS + "_register.csv");
    Waiting.until(() -> store.dueClassRegisters().list(), List::isEmpty);
    assertThat(Files.readString(register)).containsPattern("(?m)^s3,.*,Present,Absent,Absent\\R");
  }
}
