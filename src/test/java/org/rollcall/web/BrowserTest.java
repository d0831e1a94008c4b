package org.rollcall.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.rollcall.evaluation.Truth;
import org.rollcall.mail.MailService;
import org.rollcall.model.Coverage;
import org.rollcall.model.Coverage.Doubt;
import org.rollcall.model.Coverage.Stretch;
import org.rollcall.model.Coverage.View;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;
import org.rollcall.model.Reason;
import org.rollcall.model.RunFacts;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.Verdict;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.store.account.Account;
import org.rollcall.store.account.Account.Role;
import org.rollcall.store.mail.MailPreferences.Subscription;
import org.rollcall.testing.FilmedLesson;
import org.rollcall.testing.MailServer;
import org.rollcall.testing.TestPassword;
import org.rollcall.testing.UsesBrowser;
import org.rollcall.testing.Waiting;

/** What people do with the pages, in a real browser with a camera before which a film runs. */
@UsesBrowser
class BrowserTest {
  private static final String GIVEN = TestPassword.TEXT;
  private static final String OWN = "five words of my own";
  private static final List<Integer> WIDTHS = List.of(1280, 390);
  private static final List<String> PATHS =
      List.of(
          "/",
          "/password",
          "/nothing",
          "/classes/7A",
          "/classes/7A/lessons/2026-11-16_0900",
          "/classes/7A/enrolment",
          "/classes/7A/attendance",
          "/classes/7A?view=calendar",
          "/admin",
          "/admin/recordings",
          "/admin/schedule",
          "/admin/storage",
          "/admin/packs",
          "/admin/users",
          "/admin/mail",
          "/admin/settings",
          "/admin/audit");

  @TempDir Path folder;
  private Home home;
  private Truth truth;
  @AutoClose private MailServer mails;
  @AutoClose private TestSite site;
  private Store store;

  @BeforeEach
  void open() throws IOException {
    home = Home.of(folder.resolve("school"));
    truth = FilmedLesson.enrol(home.root(), "7A");
    mails = MailServer.plain();
    site =
        TestSite.open(
            home,
            "mail: {host: localhost, port: %d, security: none, from: rollcall@school.example}"
                .formatted(mails.port()));
    store = site.store();
  }

  @Test
  void schoolDay_fromTheFirstLoginOn_canBeDoneInTheBrowser() throws Exception {
    store.accounts().add(new Account("head", Role.ADMIN, Set.of("7A"), true), TestPassword.HASH);
    store.mailPreferences().save("head", new Subscription("head@school.example", Map.of()));
    Student newcomer = somebodyPresent();
    List<Path> photos = takePhotosAway(newcomer);

    Path portrait = FakeCamera.before(photos, folder.resolve("portrait.mjpeg"));
    try (Chromium browser = Chromium.open(site.address(), Optional.of(portrait))) {
      firstLogin(browser);
      enrol(browser, newcomer);
    }
    Path room = FakeCamera.before(truth.recording(), folder.resolve("room.mjpeg"));
    try (Chromium browser = Chromium.open(site.address(), Optional.of(room))) {
      logIn(browser, "head", OWN);
      takeAttendance(browser);
      LessonKey lesson = store.lessons().marks("7A").get(0).lesson();
      assertThat(store.lessons().marks("7A").get(0).marks().get(newcomer.id()))
          .isNotEqualTo(Status.ABSENT);
      correct(browser, newcomer, lesson);
      mailTheSheet(browser);
      seeTheRegister(browser, lesson);
    }
  }

  private Student somebodyPresent() {
    return truth.attendance().stream()
        .filter(part -> part.visit().isPresent())
        .max(Comparator.comparing(part -> part.visit().get().facePixels()))
        .orElseThrow()
        .student();
  }

  private List<Path> takePhotosAway(Student student) throws IOException {
    List<Path> taken = new ArrayList<>();
    try (var files = Files.walk(home.studentsFolder("7A"))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (file.getParent().getFileName().toString().startsWith(student.id())) {
          taken.add(Files.move(file, folder.resolve(file.getFileName())));
        }
      }
    }
    assertThat(taken).isNotEmpty();
    return taken;
  }

  private static void logIn(Chromium browser, String name, String password) {
    browser.go("/login");
    browser.type("name", name);
    browser.type("password", password);
    browser.press("Log in");
  }

  private static void firstLogin(Chromium browser) {
    logIn(browser, "head", GIVEN);
    browser.awaitPath("/password");
    browser.type("old", GIVEN);
    browser.type("new", OWN);
    browser.type("again", OWN);
    browser.press("Save new password");
    browser.awaitText("7A");
  }

  private void enrol(Chromium browser, Student student) throws IOException {
    browser.press("7A");
    browser.press("Students and photos");
    browser.awaitText("No photos");
    browser.press(student.name());
    browser.press("Start the camera");
    browser.awaitCount(".shots canvas", 2);
    browser.keepScreenshot("camera-1280");
    if (browser.count("button.use:not([hidden])") > 0) {
      browser.press("Use these photos");
    }
    browser.awaitText("Accepted");
    browser.keepScreenshot("enrolled-1280");
    assertThat(browser.complaints()).isEmpty();
  }

  private static void takeAttendance(Chromium browser) throws IOException {
    browser.press("7A");
    browser.press("Take attendance");
    new Select(browser.find("select.seconds")).selectByVisibleText("10");
    browser.press("Start the camera");
    browser.press("Record");
    browser.awaitText("The recording is saved");
    browser.keepScreenshot("progress-1280");
    browser.awaitPath("/lessons/");
    assertThat(browser.complaints()).isEmpty();
  }

  private void correct(Chromium browser, Student student, LessonKey lesson) {
    WebElement line = browser.find("[id='" + student.id() + "']");
    new Select(line.findElement(By.name("status"))).selectByVisibleText("Late");
    line.findElement(By.name("remark")).sendKeys("Bus late");
    line.findElement(By.cssSelector("form.correct button")).click();
    browser.awaitText("corrected");
    assertThat(store.lessons().corrections(lesson).get(student.id()).status())
        .contains(Status.LATE);
  }

  /** The service sends what waits once a minute; the test does not wait for that. */
  private void mailTheSheet(Chromium browser) throws Exception {
    browser.press("Mail me this sheet");
    browser.awaitText("The sheet is on its way to head@school.example.");
    browser.keepScreenshot("lesson-1280");
    new MailService(home, Map.of(), Clock.systemUTC()).deliver(store);
    assertThat(mails.received()).hasSize(1);
    assertThat(mails.received().get(0).getSubject()).contains("7A");
    assertThat(mails.received().get(0).getSize()).isGreaterThan(10_000);
  }

  private void seeTheRegister(Chromium browser, LessonKey lesson) {
    browser.press("7A");
    browser.awaitText("Lessons");
    assertThat(browser.count("a[href$='/lessons/" + lesson.dayAndTime() + "']")).isPositive();
    assertThat(home.attendance("7A").resolve(lesson.fileStem() + ".xlsx")).exists();
  }

  @Test
  void pages_all_haveNoFlawsOnAnyScreen() throws Exception {
    site.add("head", Role.ADMIN, "7A");
    FilmedLesson.record(home.footage().resolve("7A").resolve("2026-11-16_0900.mp4"));
    site.jobs().process(Path.of("footage/7A/2026-11-16_0900.mp4"), "7A");
    awaitLesson();
    List<String> paths = new ArrayList<>(PATHS);
    paths.add("/classes/7A/enrolment/students/" + somebodyPresent().id());
    try (Chromium browser = Chromium.open(site.address(), Optional.empty())) {
      browser.go("/login");
      assertThat(browser.flaws()).as("/login").isEmpty();
      browser.keepScreenshot("login-1280");
      logIn(browser, "head", TestSite.PASSWORD);
      for (int width : WIDTHS) {
        browser.width(width);
        for (String path : paths) {
          browser.go(path);
          browser.keepScreenshot("page" + path.replaceAll("\\W+", "-") + "-" + width);
          assertThat(browser.flaws()).as("%s at %d px", path, width).isEmpty();
          assertThat(browser.overflows()).as("%s at %d px overflows", path, width).isFalse();
        }
      }
      assertThat(browser.complaints()).allMatch(line -> line.contains("/nothing"));
    }
  }

  /** A lesson whose camera went dark in the middle: with its bar, in both languages. */
  @ParameterizedTest
  @CsvSource({
    "en, The room was seen for 25 of 45 minutes.",
    "de, Der Raum war 25 von 45 Minuten lang zu sehen."
  })
  void lesson_partlySeen_showsWhenWithoutFlaws(String language, String told) throws Exception {
    site.add("head", Role.ADMIN, "7A");
    store.lessons().save(partlySeen());
    try (Chromium browser = Chromium.open(site.address(), Optional.empty())) {
      logIn(browser, "head", TestSite.PASSWORD);
      browser.language(language);
      for (int width : WIDTHS) {
        browser.width(width);
        browser.go("/classes/7A/lessons/2026-11-16_0900");

        assertThat(browser.text()).contains(told);
        assertThat(browser.find("svg.view").getAttribute("aria-label")).isEqualTo(told);
        assertThat(browser.count("svg.view rect.unseen")).isEqualTo(1);
        browser.keepScreenshot("lesson-partly-seen-" + language + "-" + width);
        assertThat(browser.flaws()).as("%s at %d px", language, width).isEmpty();
        assertThat(browser.overflows()).as("%s at %d px", language, width).isFalse();
      }
    }
  }

  private LessonRegister partlySeen() {
    Lesson lesson =
        new Lesson(
            new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0)),
            Duration.ofMinutes(45));
    List<LessonRegister.Row> rows =
        truth.attendance().stream()
            .map(
                one ->
                    new Verdict(
                        one.student(),
                        Status.REVIEW,
                        Optional.empty(),
                        0,
                        Optional.of(Message.of(Reason.NOT_SEEN_UNSEEN, "25:00", "45:00"))))
            .map(
                verdict ->
                    new LessonRegister.Row(
                        verdict, Optional.empty(), Optional.empty(), Optional.empty()))
            .toList();
    Coverage coverage =
        new Coverage(
            List.of(
                stretch(0, 10, View.SEEN), stretch(10, 30, View.DARK), stretch(30, 45, View.SEEN)),
            5,
            Optional.empty(),
            List.of(Doubt.UNSEEN));
    return new LessonRegister(
        lesson,
        rows,
        List.of(),
        coverage,
        Outcome.partial(List.of(Message.of(Reason.LESSON_UNSEEN, "25:00", "45:00"))),
        new RunFacts(
            "1.0", Instant.EPOCH, Duration.ZERO, List.of(), Map.of(), Map.of(), List.of()));
  }

  private static Stretch stretch(int from, int to, View view) {
    return new Stretch(Duration.ofMinutes(from), Duration.ofMinutes(to), view);
  }

  private void awaitLesson() throws Exception {
    Waiting.until(() -> store.lessons().marks("7A"), marks -> !marks.isEmpty());
  }
}
