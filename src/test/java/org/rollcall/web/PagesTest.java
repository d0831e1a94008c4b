package org.rollcall.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.web.TestSite.PASSWORD;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.SheetProblem;
import org.rollcall.model.Status;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.store.account.Account;
import org.rollcall.store.account.Account.Role;
import org.rollcall.store.people.UnknownFaceDecision;
import org.rollcall.store.people.UnknownFaceDecision.DecisionKind;
import org.rollcall.store.register.SheetEdits;
import org.rollcall.testing.FilmedLesson;
import org.rollcall.testing.HandWork;
import org.rollcall.testing.SchoolFolder;
import org.rollcall.testing.TestPassword;
import org.rollcall.testing.UsesNatives;

/** The pages over the network, with a real lesson behind them. */
@UsesNatives
class PagesTest {
  private static final String LESSON = "/classes/7A/lessons/2026-11-16_0900";
  private static final LessonKey KEY =
      new LessonKey("7A", LocalDate.of(2026, 11, 16), LocalTime.of(9, 0));
  private static final String BAD_REMARK = "Bus late\"><script>alert(1)</script>";
  private static final Pattern FORM_TOKEN =
      Pattern.compile("name=\"formToken\" value=\"([^\"]+)\"");

  /** What is there for everybody. */
  private static final Set<String> OPEN =
      Set.of(
          "GET /login",
          "POST /login",
          "GET /assets/rollcall.css",
          "GET /assets/attendance.js",
          "GET /assets/enrolled.js",
          "GET /assets/progress.js",
          "GET /assets/icon.svg",
          "GET /assets/live.js",
          "GET /health",
          "GET /metrics");

  /** One lesson is enough for all tests: each copies it. */
  private static final class Processed {
    private static final Path HOME = make();

    private static Path make() {
      try {
        Path home = Files.createTempDirectory("rollcall-pages");
        FilmedLesson.enrol(home, "7A");
        Files.writeString(
            home.resolve("config/rollcall.yaml"),
            "footage:\n  stillFor: 0s\nschool: {zone: UTC}\n");
        FilmedLesson.record(home.resolve("footage/7A/2026-11-16_0900.mp4"));
        HandWork.run(Home.of(home));
        return home;
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @TempDir Path folder;
  private Home home;
  @AutoClose private TestSite site;
  private Store store;
  private Browser browser;

  @BeforeEach
  void open() throws IOException {
    copy(Processed.HOME, folder);
    home = new SchoolFolder(folder).withClass("7B", "X1,Xaver");
    site = TestSite.open(home);
    site.add("birch", Role.TEACHER, "7A");
    site.add("elder", Role.TEACHER, "7B");
    site.add("alder", Role.VIEWER, "7A");
    store = site.store();
    browser = site.browser();
  }

  @Test
  void everyAddress_withoutALogin_leadsToTheLogin() throws Exception {
    List<String> addresses = addresses();
    assertThat(addresses).hasSizeGreaterThan(12);

    for (String address : addresses) {
      HttpResponse<String> answer = ask(address);
      if (OPEN.contains(address)) {
        assertThat(answer.statusCode()).as(address).isNotEqualTo(303);
      } else {
        assertThat(answer.statusCode()).as(address).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/login?to=");
        assertThat(answer.body()).as(address).doesNotContain("7A");
      }
    }
  }

  @Test
  void everyAddressOfAClass_forTheTeacherOfAnother_isNotThere() throws Exception {
    logIn("elder");
    String token = formToken(get("/").body());

    for (String address : addresses().stream().filter(a -> a.contains("/classes/")).toList()) {
      HttpResponse<String> answer =
          address.startsWith("POST")
              ? post(path(address), Map.of("formToken", token, "status", "ABSENT"))
              : ask(address);
      assertThat(answer.statusCode()).as(address).isEqualTo(404);
    }
    assertThat(get("/").body()).contains("7B").doesNotContain("7A");
  }

  @Test
  void login_rightPassword_showsThePageThatWasAskedFor() throws Exception {
    HttpResponse<String> sent = get(LESSON);
    assertThat(sent.headers().firstValue("Location").orElseThrow())
        .isEqualTo("/login?to=" + URLEncoder.encode(LESSON, StandardCharsets.UTF_8));

    HttpResponse<String> answer =
        post("/login", Map.of("name", "Birch", "password", PASSWORD, "to", LESSON));

    assertThat(answer.headers().firstValue("Location")).contains(LESSON);
    assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("HttpOnly", "SameSite=Lax");
    assertThat(get(LESSON).statusCode()).isEqualTo(200);
  }

  @Test
  void login_targetElsewhere_isNotFollowed() throws Exception {
    for (String target :
        List.of(
            "https://example.org",
            "//example.org",
            "/\\example.org",
            "/\t/example.org",
            "/\0/example.org",
            "/%09/example.org",
            "/classes/7A/../../example.org",
            "/login",
            "/nothing",
            "javascript:alert(1)",
            "example.org")) {
      HttpResponse<String> answer =
          post("/login", Map.of("name", "birch", "password", PASSWORD, "to", target));
      assertThat(answer.headers().firstValue("Location")).as(target).contains("/");
    }
  }

  @Test
  void login_wrongPassword_saysSoAndEscapesTheName() throws Exception {
    HttpResponse<String> answer =
        post("/login", Map.of("name", "\"><script>alert(1)</script>", "password", "x"));

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("Wrong user name or password").doesNotContain("<script>");
  }

  @Test
  void pages_all_forbidWhatTheyDoNotNeed() throws Exception {
    for (String path : List.of("/login", "/nothing", "/health", "/")) {
      assertThat(get(path).headers().firstValue("Content-Security-Policy").orElse(""))
          .as(path)
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(get(path).headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }
  }

  @Test
  void lesson_ofATeacher_showsEachStudentWithPictures() throws Exception {
    logIn("birch");
    LessonRegister register = register();

    String page = get(LESSON).body();

    assertThat(register.rows()).isNotEmpty();
    for (LessonRegister.Row row : register.rows()) {
      assertThat(page).contains(row.verdict().student().name());
    }
    LessonRegister.Row seen =
        register.rows().stream()
            .filter(row -> row.evidence().isPresent())
            .findFirst()
            .orElseThrow();
    String student = LESSON + "/students/" + seen.verdict().student().id();
    assertThat(bytes(student + "/evidence.jpg")).isEqualTo(seen.evidence().orElseThrow().bytes());
    assertThat(bytes(student + "/portrait.jpg")).isEqualTo(seen.portrait().orElseThrow().bytes());
    assertThat(get(student + "/evidence.jpg").headers().firstValue("Cache-Control"))
        .contains("no-store");
    assertThat(bytes(LESSON + "/sheet.xlsx"))
        .isEqualTo(Files.readAllBytes(home.attendance("7A").resolve("7A_2026-11-16_0900.xlsx")));
    assertThat(store.auditLog().entries(0, 10))
        .extracting(entry -> entry.action() + " " + entry.about())
        .containsExactlyInAnyOrder(
            "LOGIN ", "PICTURES_SEEN 7A_2026-11-16_0900", "DOWNLOADED 7A_2026-11-16_0900.xlsx");
  }

  @Test
  void lesson_thatIsNone_isNotThere() throws Exception {
    logIn("birch");

    assertThat(get("/classes/7A/lessons/2026-11-17_0900").statusCode()).isEqualTo(404);
    assertThat(get("/classes/7A/lessons/2026-99-99_0900").statusCode()).isEqualTo(404);
    assertThat(get("/classes/7A/lessons/..%2f..%2fconfig").statusCode()).isIn(400, 404);
    assertThat(get(LESSON + "/students/nobody/evidence.jpg").statusCode()).isEqualTo(404);
    assertThat(get(LESSON + "/unknown/99999999999.jpg").statusCode()).isEqualTo(404);
  }

  @Test
  void correct_mark_holdsInStoreSheetAndResult() throws Exception {
    logIn("birch");
    String student = register().rows().get(0).verdict().student().id();

    HttpResponse<String> answer = correct(student, "LATE", BAD_REMARK);

    assertThat(answer.headers().firstValue("Location")).contains(LESSON + "#" + student);
    assertThat(store.lessons().corrections(KEY))
        .isEqualTo(Map.of(student, new Correction(Optional.of(Status.LATE), BAD_REMARK)));
    assertThat(Files.readString(home.output(KEY).resolve("result.json"))).contains("Bus late");

    correct(student, new Typed("LATE", BAD_REMARK), Typed.NOTHING);

    assertThat(store.lessons().corrections(KEY)).isEmpty();
    assertThat(store.lessons().correctionsOf(KEY.className(), student))
        .extracting(written -> written.end().orElseThrow().by())
        .containsExactly("birch");
  }

  @Test
  void lesson_remarkWithMarkup_showsItAsText() throws Exception {
    logIn("birch");
    correct(register().rows().get(0).verdict().student().id(), "LATE", BAD_REMARK);

    assertThat(get(LESSON).body()).contains("Bus late").doesNotContain("\"><script>");
    browser = site.browser();
    logIn("alder");
    assertThat(get(LESSON).body()).contains("Bus late").doesNotContain("<script>");
  }

  @Test
  void correct_markThatSomebodyElseHasCorrected_changesNothing() throws Exception {
    logIn("birch");
    String student = register().rows().get(0).verdict().student().id();
    correct(student, "LATE", "");

    HttpResponse<String> answer = correct(student, "ABSENT", "");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body())
        .contains("Two corrections for", "Your correction has not been saved yet")
        .contains("name=\"seenStatus\" value=\"LATE\"")
        .contains("value=\"ABSENT\" selected");
    assertThat(store.lessons().corrections(KEY).get(student).status()).contains(Status.LATE);
  }

  /**
   * It once ended on a page without a way on, after what the same person had typed in the sheet.
   */
  @Test
  void correct_markTypedInTheSheetMeanwhile_offersBoth() throws Exception {
    logIn("birch");
    String student = register().rows().get(0).verdict().student().id();
    org.rollcall.sheet.Sheets.correct(home.sheet(KEY), student, "Late");

    HttpResponse<String> answer = correct(student, "ABSENT", "ill");

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("attendance/7A/7A_2026-11-16_0900.xlsx", "value=\"ill\"");
    correct(student, new Typed("LATE", ""), new Typed("ABSENT", "ill"));
    assertThat(store.lessons().corrections(KEY).get(student))
        .isEqualTo(new Correction(Optional.of(Status.ABSENT), "ill"));
    assertThat(org.rollcall.sheet.Sheets.correction(home.sheet(KEY), student)).isEqualTo("Absent");
  }

  /** Those that a browser had put off until they were scrolled to were holes on paper. */
  @Test
  void lesson_pictures_areThereWhenThePageIsPrinted() throws Exception {
    logIn("birch");

    assertThat(get(LESSON).body()).contains("/portrait.jpg").doesNotContain("loading=\"lazy\"");
  }

  @Test
  void lesson_cellThatCouldNotBeTaken_isNamed() throws Exception {
    logIn("birch");
    SheetProblem problem =
        new SheetProblem("'Register'!K9", "<i>ill", Message.of(Reason.TYPED_NOT_A_MARK));
    store
        .sheetStates()
        .save(
            KEY,
            store.sheetStates().find(KEY).orElseThrow(),
            new SheetEdits("x", List.of(), List.of(), List.of(problem)));

    assertThat(get(LESSON).body())
        .contains(
            "Not everything typed into the sheet could be taken", "!K9 “&lt;i&gt;ill”: Not a mark")
        .doesNotContain("<i>ill");
  }

  @Test
  void unknownFace_namedInTheMeantime_isLeftUntilSomebodyChooses() throws Exception {
    logIn("birch");
    String student = register().rows().get(0).verdict().student().id();
    String face = LESSON + "/unknown/" + register().unknown().get(0).number();
    Map<String, String> mine = browser.opened(LESSON, face, Map.of("who", "VISITOR"));
    mine.put("formToken", formToken(get(LESSON).body()));
    say(face, "student:" + student);

    HttpResponse<String> stale = post(face, mine);

    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains("<td>A visitor</td>", "Save mine instead");
    assertThat(store.unknownFaceDecisions().of(KEY).values())
        .extracting(UnknownFaceDecision::student)
        .containsExactly(Optional.of(student));
    assertThat(post(face, Browser.choice(stale.body())).statusCode()).isEqualTo(303);
    assertThat(store.unknownFaceDecisions().of(KEY).values())
        .extracting(UnknownFaceDecision::kind)
        .containsExactly(DecisionKind.VISITOR);
  }

  @Test
  void correct_byAViewerOrAForeignForm_changesNothing() throws Exception {
    logIn("alder");
    String student = register().rows().get(0).verdict().student().id();
    String path = LESSON + "/students/" + student;

    assertThat(get(LESSON).body()).doesNotContain("<select");
    assertThat(correct(student, "LATE", "").statusCode()).isEqualTo(403);
    browser = site.browser();
    logIn("birch");
    assertThat(post(path, Map.of("status", "LATE")).statusCode()).isEqualTo(403);
    assertThat(post(path, Map.of("status", "LATE", "formToken", "x")).statusCode()).isEqualTo(403);
    assertThat(store.lessons().corrections(KEY)).isEmpty();
  }

  @Test
  void correct_formTooLarge_isRefused() throws Exception {
    logIn("birch");
    String student = register().rows().get(0).verdict().student().id();

    // No larger: a client that still sends when the answer comes may not read it.
    assertThat(correct(student, "LATE", "x".repeat(150_000)).statusCode()).isEqualTo(413);
    assertThat(store.lessons().corrections(KEY)).isEmpty();
  }

  @Test
  void firstLogin_withAPasswordOfSomebodyElse_hasToChangeIt() throws Exception {
    store.accounts().add(new Account("new", Role.ADMIN, Set.of(), true), TestPassword.HASH);
    logIn("new");

    assertThat(get("/").headers().firstValue("Location")).contains("/password");
    String token = formToken(get("/password").body());
    Map<String, String> form =
        Map.of("formToken", token, "old", PASSWORD, "new", "short", "again", "short");
    assertThat(post("/password", form).body()).contains("too short");
    form =
        Map.of(
            "formToken", token, "old", PASSWORD, "new", "five other words", "again", "five other");
    assertThat(post("/password", form).body()).contains("do not match");
    form =
        Map.of(
            "formToken",
            token,
            "old",
            PASSWORD,
            "new",
            "five other words",
            "again",
            "five other words");
    assertThat(post("/password", form).headers().firstValue("Location")).contains("/");
    assertThat(get("/").body()).contains("7A", "7B");
  }

  @Test
  void logout_endsTheLogin() throws Exception {
    logIn("birch");
    String token = formToken(get("/").body());

    HttpResponse<String> left = post("/logout", Map.of("formToken", token));

    assertThat(left.headers().firstValue("Clear-Site-Data")).contains("\"cache\"");
    assertThat(get("/").statusCode()).isEqualTo(303);
  }

  @Test
  void words_browserThatAsksForGerman_areGerman() throws Exception {
    assertThat(site.browser("de-AT,en;q=0.5").get("/login").body())
        .contains("<html lang=\"de\">", "Anmelden");
    assertThat(get("/login").body()).contains("<html lang=\"en\">", "Log in");
  }

  @Test
  void unknownFace_thatIsAStudent_isASightingUntilItIsTakenBack() throws Exception {
    logIn("birch");
    assertThat(register().unknown()).isNotEmpty();
    String absent =
        register().rows().stream()
            .filter(row -> row.status() == Status.ABSENT)
            .map(row -> row.verdict().student().id())
            .findFirst()
            .orElseThrow();
    String face = LESSON + "/unknown/" + register().unknown().get(0).number();

    say(face, "student:" + absent);

    assertThat(store.lessons().corrections(KEY).get(absent).status().orElseThrow().attended())
        .isTrue();
    assertThat(store.lessons().corrections(KEY).get(absent).remark()).startsWith("Seen as ");
    say(face, "VISITOR");
    assertThat(store.lessons().corrections(KEY)).isEmpty();
    assertThat(get(LESSON).body()).contains("<span class=\"mark ABSENT\">A visitor</span>");
    say(face, "NO_FACE");
    assertThat(get(LESSON).body()).contains("<span class=\"mark ABSENT\">Not a face</span>");
    say(face, "");
    assertThat(store.unknownFaceDecisions().of(KEY)).isEmpty();
  }

  /** The roster is edited by hand, so that nothing but the page learns of it. */
  @Test
  void lesson_aStudentRefuses_showsNobodyWhoMayBeThatStudent() throws Exception {
    logIn("birch");
    String seen =
        register().rows().stream()
            .filter(row -> row.evidence().isPresent())
            .map(row -> row.verdict().student().id())
            .findFirst()
            .orElseThrow();
    String face = LESSON + "/unknown/" + register().unknown().get(0).number() + ".jpg";
    String pictures = LESSON + "/students/" + seen;
    assertThat(get(face).statusCode()).isEqualTo(200);
    refuse(seen);

    assertThat(get(face).statusCode()).isEqualTo(404);
    assertThat(get(pictures + "/evidence.jpg").statusCode()).isEqualTo(404);
    assertThat(get(pictures + "/portrait.jpg").statusCode()).isEqualTo(404);
    assertThat(get(LESSON).body())
        .contains("A student in the recording has refused consent")
        .doesNotContain("unknown/", pictures + "/evidence.jpg", pictures + "/portrait.jpg");
    assertThat(home.output(KEY).resolve("preview.jpg")).doesNotExist();
    HttpResponse<String> sheet = get(LESSON + "/sheet.xlsx");
    assertThat(sheet.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("7A_2026-11-16_0900.xlsx");
    assertThat(store.pendingSheets().list()).isEmpty();
  }

  private void refuse(String student) throws IOException {
    List<String> lines =
        Files.readAllLines(home.rosterFile("7A")).stream()
            .map(line -> line.startsWith("id,") ? "id,name,consent" : line + ",")
            .map(line -> line.startsWith(student + ",") ? line + "no" : line)
            .toList();
    Files.write(home.rosterFile("7A"), lines);
  }

  @Test
  void unknownFace_whoseMarkWasTypedInTheSheetMeanwhile_offersBoth() throws Exception {
    logIn("birch");
    String student = register().rows().get(0).verdict().student().id();
    org.rollcall.sheet.Sheets.correct(home.sheet(KEY), student, "Absent");
    int face = register().unknown().get(0).number();

    HttpResponse<String> answer = say(LESSON + "/unknown/" + face, "student:" + student);

    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("value=\"Seen as ", "seenStatus\" value=\"ABSENT\"");
    assertThat(store.unknownFaceDecisions().of(KEY).get(face).student()).contains(student);
  }

  @Test
  void unknownFace_thatIsNotThere_changesNothing() throws Exception {
    logIn("birch");
    String student = register().rows().get(0).verdict().student().id();

    assertThat(say(LESSON + "/unknown/77", "student:" + student).statusCode()).isEqualTo(422);
    assertThat(say(LESSON + "/unknown/x", "VISITOR").statusCode()).isEqualTo(422);
    assertThat(say(LESSON + "/unknown/1", "student:nobody").statusCode()).isEqualTo(422);
    assertThat(store.lessons().corrections(KEY)).isEmpty();
    browser = site.browser();
    logIn("alder");
    assertThat(say(LESSON + "/unknown/1", "VISITOR").statusCode()).isEqualTo(404);
    assertThat(store.unknownFaceDecisions().of(KEY)).isEmpty();
  }

  private HttpResponse<String> say(String face, String who) throws Exception {
    return browser.send(LESSON, face, Map.of("who", who));
  }

  private LessonRegister register() {
    return store.lessons().find(KEY).orElseThrow();
  }

  /** Types a correction of a mark that nobody has corrected. */
  private HttpResponse<String> correct(String student, String status, String remark)
      throws Exception {
    return correct(student, Typed.NOTHING, new Typed(status, remark));
  }

  private HttpResponse<String> correct(String student, Typed seen, Typed typed) throws Exception {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("formToken", formToken(get(LESSON).body()));
    form.put("seenStatus", seen.status());
    form.put("seenRemark", seen.remark());
    form.put("status", typed.status());
    form.put("remark", typed.remark());
    return post(LESSON + "/students/" + student, form);
  }

  private record Typed(String status, String remark) {
    static final Typed NOTHING = new Typed("", "");
  }

  /** {@return all addresses, as {@code GET /path}, with the lesson filled in} */
  private List<String> addresses() {
    String student = register().rows().get(0).verdict().student().id();
    return site.addresses().stream()
        .map(address -> address.replace("{class}", "7A").replace("{lesson}", "2026-11-16_0900"))
        .map(address -> address.replace("{student}", student).replace("{number}", "1"))
        .map(address -> address.replace("{photo}", "1.jpg").replace("{name}", "head"))
        .map(address -> address.replace("{recording}", "0".repeat(64)))
        .toList();
  }

  private HttpResponse<String> ask(String address) throws Exception {
    return address.startsWith("POST") ? post(path(address), Map.of()) : get(path(address));
  }

  private static String path(String address) {
    return address.substring(address.indexOf(' ') + 1);
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

  private byte[] bytes(String path) throws Exception {
    return browser.load(path).body();
  }

  private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
    return browser.post(path, form);
  }

  private static void copy(Path from, Path to) throws IOException {
    List<Path> all;
    try (var files = Files.walk(from)) {
      all = files.toList();
    }
    for (Path path : all) {
      Path copy = to.resolve(from.relativize(path).toString());
      if (Files.isDirectory(path)) {
        Files.createDirectories(copy);
      } else {
        Files.copy(path, copy);
      }
    }
  }
}
