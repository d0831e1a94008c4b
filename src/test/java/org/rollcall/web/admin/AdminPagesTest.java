package org.rollcall.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.web.TestSite.PASSWORD;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Message;
import org.rollcall.model.Outcome;
import org.rollcall.model.Reason;
import org.rollcall.model.SheetProblem;
import org.rollcall.night.Alarm;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.store.account.Account;
import org.rollcall.store.account.Account.Role;
import org.rollcall.store.account.AuditEntry;
import org.rollcall.store.account.AuditEntry.Action;
import org.rollcall.store.ledger.Assignments;
import org.rollcall.store.ledger.Claim;
import org.rollcall.store.ledger.Recording.RecordingState;
import org.rollcall.store.ledger.Run;
import org.rollcall.store.mail.Mail;
import org.rollcall.store.register.SheetEdits;
import org.rollcall.testing.SchoolFolder;
import org.rollcall.testing.TakesLong;
import org.rollcall.testing.WholeRecording;
import org.rollcall.web.Browser;
import org.rollcall.web.TestSite;

/** The admin's pages over the network. */
@TakesLong
class AdminPagesTest {
  private static final LessonKey LESSON =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
  private static final String SHA = "a".repeat(64);
  private static final Pattern FORM_TOKEN =
      Pattern.compile("name=\"formToken\" value=\"([^\"]+)\"");
  private static final Pattern GENERATED = Pattern.compile("(?:[a-z2-9]{4}-){3}[a-z2-9]{4}");

  @TempDir Path folder;
  private Home home;
  @AutoClose private TestSite site;
  private Store store;
  private Browser browser;

  @BeforeEach
  void open() throws IOException {
    SchoolFolder school = new SchoolFolder(folder);
    school.folder("footage");
    school.write("config/holidays.csv", "from,to,name\n2099-12-24,2099-12-26,Winter break\n");
    home = school.withClass("7A", "S1,Ada");
    site =
        TestSite.open(
            home,
            () ->
                List.of(
                    new Alarm(
                        Alarm.AlarmKind.LONG_WAITING,
                        Message.english("A recording waits for long."))),
            () -> Optional.of(Instant.parse("2099-01-06T01:00:00Z")));
    site.add("head", Role.ADMIN);
    site.add("birch", Role.TEACHER, "7A");
    site.add("alder", Role.VIEWER, "7A");
    store = site.store();
    browser = site.browser();
  }

  @Test
  void everyAddress_forATeacherOrAViewer_isNotThere() throws Exception {
    List<String> addresses =
        site.addresses().stream()
            .filter(address -> address.contains(" /admin"))
            .map(address -> address.replace("{class}", "7A").replace("{name}", "alder"))
            .map(address -> address.replace("{recording}", SHA))
            .map(address -> address.replace("{lesson}", LESSON.dayAndTime()))
            .toList();
    assertThat(addresses).hasSizeGreaterThan(14);
    record();

    for (String name : List.of("birch", "alder")) {
      browser = site.browser();
      logIn(name);
      String home = get("/").body();
      assertThat(home).doesNotContain("/admin");
      for (String address : addresses) {
        String path = address.substring(address.indexOf(' ') + 1);
        HttpResponse<String> answer =
            address.startsWith("POST")
                ? post(path, Map.of("formToken", formToken(home)))
                : get(path);
        assertThat(answer.statusCode()).as(name + ": " + address).isEqualTo(404);
        assertThat(answer.body()).contains("This page does not exist, or you may not see it.");
      }
    }
    assertThat(store.accounts().all()).hasSize(3);
    assertThat(site.jobs().jobs()).isEmpty();
  }

  @Test
  void everyPage_forAnAdmin_isThere() throws Exception {
    logIn("head");
    assertThat(get("/").body()).contains("href=\"/admin\"");

    for (String page :
        List.of("", "/recordings", "/schedule", "/storage", "/packs", "/users", "/settings")) {
      HttpResponse<String> answer = get("/admin" + page);
      assertThat(answer.statusCode()).as(page).isEqualTo(200);
      assertThat(answer.body()).as(page).contains("aria-current=\"page\"");
    }
    assertThat(get("/admin").body()).contains("A recording waits for long.", "2099");
  }

  @Test
  void front_sheetsThatNeedAPerson_areNamed() throws Exception {
    SheetProblem problem =
        new SheetProblem("'Register'!K9", "Ada is ill", Message.of(Reason.TYPED_NOT_A_MARK));
    store
        .sheetStates()
        .saveCopy(
            LESSON, Instant.EPOCH, new SheetEdits("x", List.of(), List.of(), List.of(problem)));
    store.pendingSheets().add(LESSON, Message.of(Reason.SHEET_ENCRYPTED));
    logIn("head");

    assertThat(get("/admin").body())
        .contains(
            "it is protected with a password.",
            "Not everything typed into 1 sheet could be taken.",
            "The page of the lesson lists the cells.")
        .doesNotContain("Ada is ill", "All is well.");
  }

  @Test
  void schedule_runsAndHolidays_areShown() throws Exception {
    Run night = new Run("night 1", Instant.parse("2026-11-16T01:00:00Z"), Optional.empty(), "mill");
    store.runs().start(night);
    store.runs().end(night, Instant.parse("2026-11-16T02:10:00Z"), true);
    logIn("head");

    assertThat(get("/admin/schedule").body())
        .contains("Tue 6 Jan 2099, 01:00", "Mon 16 Nov 2026, 02:10", "Complete", "mill")
        .contains("Winter break", "A recording waits for long.", "schedule.nightly");
  }

  @Test
  void front_lessonOfAnotherProcess_isInProgress() throws Exception {
    record();
    assertThat(store.claims().claim(LESSON)).isPresent();
    logIn("head");

    assertThat(get("/admin").body())
        .contains("another process: ", String.valueOf(ProcessHandle.current().pid()))
        .doesNotContain("Nothing is being processed right now.");
  }

  @Test
  void front_sheetThatWaits_isShownWithReasonAndTime() throws Exception {
    record();
    store.lessons().saveCorrections(LESSON, Map.of(), "birch");
    store.pendingSheets().add(LESSON, Message.of(Reason.SHEET_OPEN, "x.xlsx", ".~lock.x.xlsx#"));
    store.dueClassRegisters().add("7A");
    store
        .dueClassRegisters()
        .failed(store.dueClassRegisters().list().get(0), Message.of(Reason.SHEET_HELD, "r", "R"));
    logIn("head");

    assertThat(get("/admin").body())
        .contains("Not written yet", "it is open in a spreadsheet program", "since ")
        .contains("another program is using it (R)")
        .doesNotContain("All is well.");
    browser = site.browser("de");
    logIn("head");
    assertThat(get("/admin").body())
        .contains("Noch nicht geschrieben", "in einer Tabellenkalkulation geöffnet")
        .contains("Ein anderes Programm hält die Datei fest (R)");
  }

  @Test
  void front_checkAgain_sees() throws Exception {
    logIn("head");
    assertThat(get("/admin").body()).doesNotContain("Rollen&amp;Walzen");
    Files.createDirectories(home.resolve(Path.of("config", "classes", "Rollen&Walzen")));

    assertThat(post("/admin/check", form("/admin/users")).statusCode()).isEqualTo(303);

    assertThat(get("/admin").body()).contains("Rollen");
  }

  @Test
  void settings_changedWhileServing_sayWhatIsInForce() throws Exception {
    logIn("head");
    assertThat(get("/admin/mail").body()).contains("No mails are sent");
    Files.writeString(
        home.settingsFile(),
        Files.readString(home.settingsFile())
            + "mail: {host: mail.school.example, from: a@school.example}\n"
            + "schedule: {nightly: 0 30 2 * * ?}\n");

    assertThat(get("/admin/mail").body()).doesNotContain("No mails are sent");
    for (String page : List.of("", "/settings", "/schedule")) {
      assertThat(get("/admin" + page).body())
          .as(page)
          .contains("in force only after a restart: schedule.nightly<");
    }
  }

  @Test
  void storage_files_areCounted() throws Exception {
    Files.write(home.footage().resolve("old.mp4"), new byte[1_500_000]);
    logIn("head");

    assertThat(get("/admin/storage").body()).contains("1.5 MB", "footage/old.mp4", "Database");
  }

  @Test
  void settings_fromFileAndDefault_sayWhere() throws Exception {
    logIn("head");

    String port = String.valueOf(URI.create(site.address()).getPort());
    assertThat(get("/admin/settings").body())
        .contains(
            "<strong>" + port + "</strong>", "Set in the file", "web.keyStore", "Default: 365");
  }

  @Test
  void packs_builtIn_isShownWithEdition() throws Exception {
    logIn("head");

    assertThat(get("/admin/packs").body()).contains("Built in", "compact (", "Licence: ");
  }

  @Test
  void mail_waitingInTheOutbox_isListedAndTheTestSaysWhatIsMissing() throws Exception {
    store
        .outbox()
        .add(
            new Mail(
                "alarm/1",
                Mail.MailTopic.ALARM,
                "head@school.example",
                Mail.Topic.of("A <b>note</b>")));
    logIn("head");

    assertThat(get("/admin/mail").body())
        .contains("No mails are sent", "head@school.example", "Waiting", "Alarm");
    String token = formToken(get("/admin/mail").body());
    HttpResponse<String> tried =
        post("/admin/mail/test", Map.of("formToken", token, "address", "a@b.example"));
    assertThat(tried.statusCode()).isEqualTo(422);
    assertThat(tried.body()).contains("No mail server is set", "value=\"a@b.example\"");
    assertThat(post("/admin/mail/retry", Map.of("formToken", token)).statusCode()).isEqualTo(303);
  }

  @Test
  void recordings_filterAndPages_showSome() throws Exception {
    for (int i = 0; i < 60; i++) {
      store.ledger().add("%064d".formatted(i), "footage/7B/%02d.mp4".formatted(i));
    }
    record();
    store
        .ledger()
        .refuse(SHA, RecordingState.FAILED, Message.english("There is <no> video stream."));
    logIn("head");

    assertThat(get("/admin/recordings").body()).contains("61 recordings", "Page 1 of 2");
    assertThat(lines(get("/admin/recordings?page=2").body())).isEqualTo(11);
    assertThat(lines(get("/admin/recordings?page=99").body())).isEqualTo(11);
    assertThat(get("/admin/recordings?state=FAILED").body())
        .contains(
            "There is &lt;no&gt; video stream.", "footage/7A/2026-11-16_0900.mp4", "1 recording")
        .doesNotContain("footage/7B/");
    assertThat(get("/admin/recordings?text=7b/0").body()).contains("10 recordings");
    assertThat(get("/admin/recordings?text=7b%25").body()).contains("0 recordings");
    assertThat(get("/admin/recordings?state=nonsense&page=x").body()).contains("61 recordings");
  }

  @Test
  void again_recording_isAskedForAndWrittenDown() throws Exception {
    record();
    logIn("head");

    HttpResponse<String> answer =
        post("/admin/recordings/" + SHA + "/again", form("/admin/recordings"));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(site.jobs().job("footage/7A/2026-11-16_0900.mp4")).isPresent();
    assertThat(actions()).contains("PROCESS head footage/7A/2026-11-16_0900.mp4");
  }

  @Test
  void again_fileThatIsGone_saysSo() throws Exception {
    record();
    Files.delete(home.footage().resolve("7A/2026-11-16_0900.mp4"));
    logIn("head");

    HttpResponse<String> answer =
        post("/admin/recordings/" + SHA + "/again", form("/admin/recordings"));

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("Cannot read footage/7A/2026-11-16_0900.mp4");
  }

  @Test
  void assign_recording_isProcessedAsTold() throws Exception {
    record();
    Files.createDirectories(home.classFolder("7A"));
    logIn("head");
    Map<String, String> lesson = Map.of("class", "7A", "day", "2026-11-16", "start", "10:00");
    assertThat(get("/admin/recordings").body()).contains("Assign to a lesson");

    HttpResponse<String> answer =
        post("/admin/recordings/" + SHA + "/assign", with(form("/admin/recordings"), lesson));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(store.assignments().of(SHA))
        .contains(new Assignments.Assigned("7A", LocalDateTime.parse("2026-11-16T10:00:00")));
    assertThat(site.jobs().job("footage/7A/2026-11-16_0900.mp4")).isPresent();
    assertThat(actions())
        .contains("RECORDING_ASSIGNED head footage/7A/2026-11-16_0900.mp4: 7A, 2026-11-16T10:00");
  }

  @ParameterizedTest
  @CsvSource({"9Z, 2026-11-16, 10:00, 404", "7A, '', 10:00, 422", "7A, 2999-01-01, 10:00, 422"})
  void assign_lessonThatCannotBe_isRefused(String className, String day, String start, int status)
      throws Exception {
    record();
    Files.createDirectories(home.classFolder("7A"));
    logIn("head");
    Map<String, String> lesson = Map.of("class", className, "day", day, "start", start);

    HttpResponse<String> answer =
        post("/admin/recordings/" + SHA + "/assign", with(form("/admin/recordings"), lesson));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(store.assignments().of(SHA)).isEmpty();
  }

  @Test
  void again_lessonOrRecordingThatIsNone_isNotThere() throws Exception {
    logIn("head");
    Map<String, String> form = form("/admin/users");

    assertThat(post("/admin/classes/7A/lessons/2026-11-16_0900/again", form).statusCode())
        .isEqualTo(404);
    assertThat(post("/admin/classes/7A/lessons/nonsense/again", form).statusCode()).isEqualTo(404);
    assertThat(post("/admin/recordings/" + SHA + "/again", form).statusCode()).isEqualTo(404);
  }

  @Test
  void again_lesson_waitsForWhoeverWorksOnIt() throws Exception {
    record();
    Claim theirs = store.claims().claim(LESSON).orElseThrow();
    logIn("head");

    HttpResponse<String> answer =
        post("/admin/classes/7A/lessons/2026-11-16_0900/again", form("/admin/users"));

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(site.jobs().job("7A_2026-11-16_0900")).isPresent();
    store.claims().finish(theirs, Outcome.done());
    assertThat(store.workQueue().workState(LESSON).state()).isNotEqualTo(RecordingState.DONE);
  }

  @Test
  void events_jobIsAskedFor_arrive() throws Exception {
    record();
    assertThat(store.claims().claim(LESSON)).isPresent();
    logIn("head");
    HttpResponse<Stream<String>> answer = listen();
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/event-stream");

    site.jobs().reprocess(LESSON);
    List<String> seen = new ArrayList<>();
    try (Stream<String> lines = answer.body()) {
      lines.takeWhile(line -> !line.equals("data: recordings")).limit(200).forEach(seen::add);
    }

    assertThat(seen).anyMatch(line -> line.contains(LESSON.fileStem())).contains("event: changed");
  }

  @Test
  @Timeout(30)
  @TakesLong
  void events_anotherBrowserGoesAway_stillArrive() throws Exception {
    record();
    assertThat(store.claims().claim(LESSON)).isPresent();
    site.jobs().reprocess(LESSON);
    logIn("head");
    listen().body().close();

    try (Stream<String> lines = listen().body()) {
      Iterator<String> heard = lines.iterator();
      for (int beat = 1; beat <= 4; beat++) {
        String file = "footage/7A/%d.mp4".formatted(beat);
        site.jobs().process(Files.writeString(folder.resolve(file), "waits for the lesson"));
        while (!heard.next().contains(file)) {
          // Each line is another part of what is shown.
        }
      }
    }
  }

  private HttpResponse<Stream<String>> listen() throws Exception {
    HttpRequest request =
        browser.request("/admin/events").header("Accept", "text/event-stream").build();
    return browser
        .client()
        .sendAsync(request, BodyHandlers.ofLines())
        .orTimeout(10, TimeUnit.SECONDS)
        .get();
  }

  @Test
  void users_add_showsThePasswordOnce() throws Exception {
    logIn("head");
    Map<String, String> form = form("/admin/users");
    form.putAll(Map.of("name", "Elder", "role", "TEACHER", "class", "7A"));

    String page = post("/admin/users", form).body();

    Matcher generated = GENERATED.matcher(page);
    assertThat(generated.find()).isTrue();
    assertThat(get("/admin/users").body()).contains("elder").doesNotContain(generated.group());
    site.browser().loggedIn("elder", generated.group());
    assertThat(store.accounts().find("elder"))
        .contains(new Account("elder", Role.TEACHER, Set.of("7A"), true));
    assertThat(actions()).contains("USER_ADDED head elder: teacher 7A");
  }

  @Test
  void users_addWhatCannotBe_saysWhy() throws Exception {
    logIn("head");

    assertThat(add("two words", "TEACHER", "7A")).contains("is not a valid user name");
    assertThat(add("birch", "TEACHER", "7A")).contains("There is already a user birch.");
    assertThat(add("elder", "TEACHER", "")).contains("There is no class .");
    assertThat(add("elder", "VIEWER", "9Z")).contains("There is no class 9Z.");
    assertThat(store.accounts().all()).hasSize(3);
  }

  private String add(String name, String role, String className) throws Exception {
    Map<String, String> form = form("/admin/users");
    form.putAll(Map.of("name", name, "role", role, "class", className));
    HttpResponse<String> answer = post("/admin/users", form);
    assertThat(answer.statusCode()).isEqualTo(422);
    return answer.body();
  }

  @Test
  void users_changeResetLogOutRemove_areDoneAndWrittenDown() throws Exception {
    Browser theirs = site.browser();
    browser = theirs;
    logIn("birch");
    browser = site.browser();
    logIn("head");
    String birch = "/admin/users/birch";

    send(birch + "/logout", Map.of());
    assertThat(theirs.get("/").statusCode()).isEqualTo(303);
    send(birch + "/rights", Map.of("role", "VIEWER", "class", "7A"));
    assertThat(store.accounts().find("birch").orElseThrow().role()).isEqualTo(Role.VIEWER);
    assertThat(send(birch + "/password", Map.of()).body()).containsPattern(GENERATED);
    send(birch + "/remove", Map.of());

    assertThat(store.accounts().find("birch")).isEmpty();
    assertThat(send(birch + "/remove", Map.of()).body()).contains("There is no user birch.");
    assertThat(actions())
        .contains(
            "USER_LOGGED_OUT head birch",
            "USER_CHANGED head birch: viewer 7A",
            "PASSWORD_RESET head birch",
            "USER_REMOVED head birch");
  }

  @Test
  void users_rightsChangedInTheMeantime_areLeftUntilSomebodyChooses() throws Exception {
    logIn("head");
    String birch = "/admin/users/birch";
    Map<String, String> mine =
        browser.opened("/admin/users", birch + "/rights", Map.of("role", "TEACHER", "class", "7A"));
    send(birch + "/rights", Map.of("role", "VIEWER", "class", "7A"));

    HttpResponse<String> stale = post(birch + "/rights", mine);

    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains("<td>Viewer</td>", "<td>Teacher</td>");
    assertThat(store.accounts().find("birch").orElseThrow().role()).isEqualTo(Role.VIEWER);
    assertThat(post(birch + "/rights", Browser.choice(stale.body())).statusCode()).isEqualTo(303);
    assertThat(store.accounts().find("birch").orElseThrow().role()).isEqualTo(Role.TEACHER);
    assertThat(post(birch + "/remove", Map.of("formToken", mine.get("formToken"))).statusCode())
        .isEqualTo(409);
  }

  @Test
  void users_formSentTwice_isHandledOnceAndShowsTheSamePassword() throws Exception {
    logIn("head");
    Map<String, String> form =
        browser.opened(
            "/admin/users",
            "/admin/users",
            Map.of("name", "elder", "role", "VIEWER", "class", "7A"));

    HttpResponse<String> first = post("/admin/users", form);
    HttpResponse<String> second = post("/admin/users", form);

    assertThat(first.body()).containsPattern(GENERATED);
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(actions()).filteredOn("USER_ADDED head elder: viewer 7A"::equals).hasSize(1);
  }

  @Test
  void users_oneselfAndTheLastAdmin_stay() throws Exception {
    logIn("head");
    String head = "/admin/users/head";
    Map<String, String> rights = Map.of("role", "VIEWER", "class", "7A");
    String seen = browser.opened("/admin/users", head + "/rights", Map.of()).get("seen");

    assertThat(send(head + "/remove", Map.of("seen", seen)).body()).contains("your own account");
    assertThat(send(head + "/rights", rights).body()).contains("your own account");
    assertThat(store.accounts().find("head").orElseThrow().role()).isEqualTo(Role.ADMIN);
  }

  @Test
  void recordings_folderThatCannotBeRead_saysWhy() throws Exception {
    Files.writeString(home.settingsFile(), "footage.sentinel: .connected\n");
    logIn("head");

    HttpResponse<String> answer = get("/admin/recordings");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("class=\"problem\"", ".connected");
  }

  @Test
  void password_manyWrongGuesses_saysToWait() throws Exception {
    logIn("birch");
    Map<String, String> form = new LinkedHashMap<>(form("/password"));
    form.putAll(Map.of("old", "x", "new", "five other words", "again", "five other words"));
    for (int i = 0; i < 5; i++) {
      assertThat(post("/password", form).body()).contains("The current password is wrong.");
    }

    assertThat(post("/password", with(form, Map.of("old", PASSWORD))).body())
        .contains("Too many wrong passwords. Try again in 1 minute.");
  }

  @Test
  void audit_entries_arePaged() throws Exception {
    for (int i = 0; i < 150; i++) {
      store.auditLog().add("head", AuditEntry.COMMAND, Action.PROCESS, "<b>number " + i + "</b>");
    }
    logIn("head");

    String first = get("/admin/audit").body();

    assertThat(first).contains("151 entries", "Page 1 of 2", "Command line", "Logged in");
    assertThat(first).contains("&lt;b&gt;number 149").doesNotContain("<b>number");
    assertThat(get("/admin/audit?page=2").body()).contains("number 0&lt;/b&gt;");
  }

  private void record() throws IOException {
    Path file = home.footage().resolve("7A/2026-11-16_0900.mp4");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "no video");
    store.ledger().add(SHA, home.relative(file));
    store.ledger().enter(List.of(WholeRecording.of(LESSON, SHA, home.relative(file))));
  }

  private List<String> actions() {
    return store.auditLog().entries(0, 100).stream()
        .map(entry -> entry.action() + " " + entry.who() + " " + entry.about())
        .toList();
  }

  private static long lines(String page) {
    String list = page.substring(page.indexOf("id=\"recordings\""));
    return Pattern.compile("<li class=\"entry\">").matcher(list).results().count();
  }

  private Map<String, String> form(String page) throws Exception {
    return new LinkedHashMap<>(Map.of("formToken", formToken(get(page).body())));
  }

  private static Map<String, String> with(Map<String, String> form, Map<String, String> more) {
    Map<String, String> all = new LinkedHashMap<>(form);
    all.putAll(more);
    return all;
  }

  private void logIn(String name) throws Exception {
    browser = browser.loggedIn(name, PASSWORD);
  }

  private static String formToken(String page) {
    Matcher matcher = FORM_TOKEN.matcher(page);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }

  private HttpResponse<String> get(String path) throws Exception {
    return browser.get(path);
  }

  private HttpResponse<String> send(String path, Map<String, String> fields) throws Exception {
    return browser.send("/admin/users", path, fields);
  }

  private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
    return browser.post(path, form);
  }
}
