package org.rollcall.web.enrol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.basics.FileTree;
import org.rollcall.model.Consent;
import org.rollcall.model.Student;
import org.rollcall.school.Home;
import org.rollcall.school.RosterFile;
import org.rollcall.sheet.RosterSheet;
import org.rollcall.sheet.SheetReader;
import org.rollcall.store.account.Account.Role;
import org.rollcall.testing.SchoolFolder;
import org.rollcall.testing.TakesLong;
import org.rollcall.testing.UsesProcesses;
import org.rollcall.testing.Waiting;
import org.rollcall.web.Browser;
import org.rollcall.web.Browser.FormFile;
import org.rollcall.web.TestSite;

/** Students and photos, as an admin looks after them in a browser without scripts. */
@TakesLong
class EnrolmentPagesTest {
  private static final String CLASS = "/classes/7A/enrolment";
  private static final String ADA = CLASS + "/students/S1";

  @TempDir Path folder;
  private Home home;
  @AutoClose private TestSite site;
  private Browser admin;

  @BeforeEach
  void open() throws Exception {
    home = new SchoolFolder(folder).withClass("7A", "S1,Ada Birch");
    site = TestSite.open(home);
    site.add("head", Role.ADMIN);
    site.add("birch", Role.TEACHER, "7A");
    admin = site.browserOf("head");
  }

  @Test
  @UsesProcesses
  void photos_goodAndBad_areKeptAndEachIsJudged() throws Exception {
    HttpResponse<String> sent =
        admin.upload(ADA, ADA + "/photos", photo("../../x.jpg", portrait("person-04/1")));

    assertThat(sent.headers().firstValue("Location")).contains(ADA);
    admin.upload(ADA, ADA + "/photos", photo("cat.png", blankPicture()));
    String page = awaitJudgement();

    assertThat(page).contains("Accepted", "Refused", "No face was found.");
    List<Path> files = filesBelow(home.studentsFolder("7A"));
    assertThat(files).hasSize(2).allMatch(file -> file.getParent().endsWith("S1"));
    String accepted =
        files.stream()
            .map(file -> file.getFileName().toString())
            .filter(name -> name.endsWith(".jpg"))
            .findFirst()
            .orElseThrow();
    assertThat(admin.load(ADA + "/photos/" + accepted + "/face.jpg").body()).startsWith(0xFF, 0xD8);

    admin.send(ADA, ADA + "/photos/remove", Map.of("photo", accepted));

    assertThat(filesBelow(home.studentsFolder("7A"))).hasSize(1);
  }

  @Test
  void photos_thatAreNone_areRefusedByTheirContent() throws Exception {
    HttpResponse<String> text =
        admin.upload(ADA, ADA + "/photos", photo("lesson.mp4", "only a text".getBytes(UTF_8)));
    HttpResponse<String> nothing =
        admin.upload(ADA, ADA + "/photos", photo("empty.jpg", new byte[0]));

    assertThat(text.statusCode()).isEqualTo(422);
    assertThat(text.body()).contains("lesson.mp4", "neither a photo", "nor a video");
    assertThat(nothing.statusCode()).isEqualTo(422);
    assertThat(filesBelow(home.studentsFolder("7A"))).isEmpty();
    assertThat(filesBelow(home.work())).isEmpty();
  }

  @Test
  void photos_oneBadAmongGoodOnes_saysOfEachWhetherItWasKept() throws Exception {
    FormFile good = photo("a.jpg", portrait("person-04/1"));
    FormFile bad = photo("notes.jpg", "only a text".getBytes(UTF_8));
    FormFile phone = photo("phone.heic", "\0\0\0\030ftypheic".getBytes(UTF_8));

    HttpResponse<String> answer =
        admin.upload(
            ADA,
            ADA + "/photos",
            List.of(good, bad, photo("b.jpg", portrait("person-04/2")), good, phone));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("2 of 5 files kept", "notes.jpg", "neither a photo", "phone.heic", "HEIC")
        .contains("The same photo is already there as")
        .contains("href=\"" + ADA + "\"");
    assertThat(filesBelow(home.studentsFolder("7A"))).hasSize(2);
  }

  @Test
  void photos_sentTwice_areKeptOnce() throws Exception {
    FormFile photo = photo("a.jpg", portrait("person-04/1"));
    admin.upload(ADA, ADA + "/photos", photo);

    HttpResponse<String> again = admin.upload(ADA, ADA + "/photos", photo);

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.body()).contains("0 of 1 file kept", "Already there");
    assertThat(filesBelow(home.studentsFolder("7A"))).hasSize(1);
  }

  @Test
  void photos_ofAStudentWhoIsNone_areRefused() throws Exception {
    String path = CLASS + "/students/..%2F..%2Fconfig/photos";

    HttpResponse<String> answer = admin.upload(ADA, path, photo("a.jpg", portrait("person-04/1")));

    assertThat(answer.statusCode()).isIn(400, 404, 422);
    assertThat(filesBelow(home.config())).hasSize(2);
  }

  @Test
  @UsesProcesses
  void hint_pictureOfAFace_saysThatItIsGoodAndKeepsNothing() throws Exception {
    HttpResponse<String> good = admin.sendBytes(ADA, ADA + "/glance", portrait("person-04/1"));
    HttpResponse<String> bad = admin.sendBytes(ADA, ADA + "/glance", new byte[] {1, 2, 3});

    assertThat(good.body()).contains("\"hint\":\"GOOD\"");
    assertThat(bad.statusCode()).isEqualTo(422);
    assertThat(bad.body()).contains("neither a JPEG nor a PNG");
    assertThat(filesBelow(home.studentsFolder("7A"))).isEmpty();
  }

  @Test
  void student_addedChangedAndRemoved_isInTheRoster() throws Exception {
    Map<String, String> form = Map.of("id", "S2", "name", "Ben <b>Alder", "consent", "GIVEN");

    admin.send(CLASS, CLASS + "/students", form);

    assertThat(roster())
        .containsExactly(
            new Student("S1", "Ada Birch"),
            new Student("S2", "Ben <b>Alder", Optional.empty(), Consent.GIVEN));
    assertThat(admin.get(CLASS).body()).contains("Ben &lt;b&gt;Alder").doesNotContain("Ben <b>");
    admin.send(ADA, ADA, Map.of("name", "Ada Cedar", "consent", "REFUSED"));
    assertThat(roster().get(0).name()).isEqualTo("Ada Cedar");
    assertThat(roster().get(0).consent()).isEqualTo(Consent.REFUSED);
    assertThat(admin.send(ADA, ADA + "/remove", Map.of()).statusCode()).isEqualTo(422);
    admin.send(ADA, ADA + "/remove", Map.of("sure", "yes"));
    assertThat(roster()).extracting(Student::id).containsExactly("S2");
  }

  @Test
  void student_formThatIsRefused_leadsBackToTheForm() throws Exception {
    HttpResponse<String> answer =
        admin
            .client()
            .send(
                admin
                    .request(CLASS + "/students")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .header("Referer", site.address() + CLASS + "?x=1")
                    .POST(
                        HttpRequest.BodyPublishers.ofString(
                            "id=&name=&formToken=" + admin.formToken(CLASS)))
                    .build(),
                HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("href=\"" + CLASS + "?x=1\">Back to the form");
  }

  @Test
  void student_secondOfAnIdOrAFormula_changesNothing() throws Exception {
    for (Map<String, String> form :
        List.of(
            Map.of("id", "s1", "name", "Somebody"),
            Map.of("id", "../x", "name", "Somebody"),
            Map.of("id", "S2", "name", "=HYPERLINK(\"http://example.org\")"),
            Map.of("id", "S2", "name", "x".repeat(101)),
            Map.of("id", "S2", "name", "Ada\u202eDlo"),
            Map.of("id", "S2", "name", "Ada\u0001"),
            Map.of("id", "S2", "name", "Ada\0"),
            Map.of("id", "S2", "name", "Ada", "email", "x".repeat(101)),
            Map.of("id", "S2", "name", " "))) {
      HttpResponse<String> answer = admin.send(CLASS, CLASS + "/students", form);
      assertThat(answer.statusCode()).as("%s", form).isEqualTo(422);
    }
    assertThat(roster()).extracting(Student::id).containsExactly("S1");
  }

  @Test
  void roster_ofAWorkbook_isShownBeforeItHolds() throws Exception {
    byte[] book =
        RosterSheet.write(
            "Class",
            List.of(
                List.of("Name", "ID", "consent"),
                List.of("Ben Alder", "S2", "yes"),
                List.of("Çelik, Zoë", "S3", "")));

    HttpResponse<String> preview =
        admin.upload(CLASS, CLASS + "/roster", roster("class.xlsx", book));

    assertThat(preview.body()).contains("2 new, 0 changed, 1 removed, 0 unchanged");
    assertThat(roster()).extracting(Student::id).containsExactly("S1");
    String text = "id,name,email,consent\nS2,\"Ben Alder\",,yes\nS3,\"Çelik, Zoë\",,\n";
    admin.post(CLASS + "/roster/confirm", Browser.choice(preview.body()));
    assertThat(roster()).extracting(Student::name).containsExactly("Ben Alder", "Çelik, Zoë");
    assertThat(admin.get(CLASS + "/roster.csv").body()).isEqualTo(text);
    assertThat(SheetReader.read(admin.load(CLASS + "/roster.xlsx").body()).get(0).rows())
        .contains(new SheetReader.WorksheetRow(3, List.of("S3", "Çelik, Zoë")));
  }

  @Test
  void roster_withFaults_namesEachLineAndChangesNothing() throws Exception {
    String faulty = "id,name\nS2,Ben\nS2,Eva\nS3,=1+1\n";

    HttpResponse<String> answer =
        admin.upload(CLASS, CLASS + "/roster", roster("list.csv", faulty.getBytes(UTF_8)));
    HttpResponse<String> noBook =
        admin.upload(CLASS, CLASS + "/roster", roster("x.xlsx", "PK\3\4 no".getBytes(UTF_8)));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("list.csv", "line 3", "again (first in line 2)", "line 4", "formula");
    assertThat(noBook.statusCode()).isEqualTo(422);
    assertThat(noBook.body()).contains("This workbook cannot be read").doesNotContain("Exception");
    assertThat(roster()).extracting(Student::id).containsExactly("S1");
  }

  /** A Mac sends letters and their accents apart. */
  @Test
  void student_nameInPieces_isKeptWhole() throws Exception {
    admin.send(CLASS, CLASS + "/students", Map.of("id", "S2", "name", "Zoe\u0308 C\u0327elik"));

    assertThat(roster()).extracting(Student::name).contains("Zo\u00eb \u00c7elik");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "logs",
        "Work",
        "EVALUATION",
        "unknown",
        "rollcall.db",
        "Rollcall.db-wal",
        "CON",
        "nul.txt",
        "\uff17\uff21",
        "7A\u0410",
        "7A/..",
        "..",
        "x\u202ey",
        "7a"
      })
  void classes_misleadingName_isRefused(String name) throws Exception {
    HttpResponse<String> answer = admin.send("/", "/classes", Map.of("name", name));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(home.classNames()).containsExactly("7A");
  }

  @Test
  void pictureAndRoster_seenAndDownloaded_areInTheAuditLog() throws Exception {
    admin.get(CLASS + "/roster.csv");
    admin.get(CLASS + "/roster.xlsx");

    assertThat(site.store().auditLog().entries(0, 10))
        .extracting(entry -> entry.action() + " " + entry.who() + " " + entry.about())
        .contains("DOWNLOADED head 7A roster.csv", "DOWNLOADED head 7A roster.xlsx");
  }

  @Test
  void classes_noneYet_saysThatAnAdminCanAddOne() throws Exception {
    FileTree.delete(home.resolve(Path.of("config", "classes")));

    assertThat(admin.get("/").body()).contains("Add the first one below");
    assertThat(site.browserOf("birch").get("/").body())
        .contains("You cannot see any class yet")
        .doesNotContain("Add the first one");
  }

  @Test
  void classes_newOne_canBeFilled() throws Exception {
    admin.send("/", "/classes", Map.of("name", "8B"));

    assertThat(admin.get("/").body()).contains("8B");
    assertThat(admin.get("/classes/8B/enrolment").body())
        .contains("This class has no students yet");
    String path = "/classes/8B/enrolment";
    admin.send(path, path + "/students", Map.of("id", "T1", "name", "Tom"));
    assertThat(RosterFile.read(home, "8B").students()).hasSize(1);
    for (String name : List.of("8b", "../8C", "CON", "")) {
      assertThat(admin.send("/", "/classes", Map.of("name", name)).statusCode())
          .as(name)
          .isEqualTo(422);
    }
  }

  @Test
  void problems_inAGermanBrowser_areGerman() throws Exception {
    Browser german = site.browser("de").loggedIn("head", TestSite.PASSWORD);
    byte[] faulty = "id,name\nS2,=1+1\n".getBytes(UTF_8);

    assertThat(german.send("/", "/classes", Map.of("name", "../8C")).body())
        .contains("ist als Klassenname nicht möglich");
    assertThat(german.upload(CLASS, CLASS + "/roster", roster("7A.csv", faulty)).body())
        .contains(
            "7A.csv kann nicht verwendet werden: Zeile 2, name: gefunden: ein Text, den eine"
                + " Tabellen");
  }

  @Test
  void student_whoRefuses_isAskedForNoPhotosAndShowsNone() throws Exception {
    new SchoolFolder(folder).with("config/classes/7A/students/S1/old.jpg", "a photo");
    admin.send(ADA, ADA, Map.of("name", "Ada Birch", "consent", "REFUSED"));

    String page = admin.get(ADA).body();
    HttpResponse<String> sent = admin.upload(ADA, ADA + "/photos", photo("x.png", blankPicture()));

    assertThat(page)
        .contains("Delete those that are left", "Not used", "old.jpg", "photos/remove")
        .doesNotContain("face.jpg", "type=\"file\"", "id=\"camera\"");
    assertThat(sent.statusCode()).isEqualTo(422);
    assertThat(sent.body()).contains("S1 has refused consent");
    assertThat(filesBelow(home.studentsFolder("7A"))).hasSize(1);
  }

  @Test
  void enrolment_forATeacher_isNotThere() throws Exception {
    Browser teacher = site.browserOf("birch");

    for (String path : List.of(CLASS, ADA, CLASS + "/roster.csv", ADA + "/photos/1.jpg/face.jpg")) {
      assertThat(teacher.get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(teacher.get("/").body()).doesNotContain("enrolment", "action=\"/classes\"");
    assertThat(teacher.send("/", "/classes", Map.of("name", "9Z")).statusCode()).isEqualTo(404);
    assertThat(teacher.send("/", ADA + "/remove", Map.of("sure", "yes")).statusCode())
        .isEqualTo(404);
    assertThat(roster()).hasSize(1);
  }

  private List<Student> roster() {
    return RosterFile.read(home, "7A").students();
  }

  /** Somebody who loads the page again until no photo is being checked. */
  private String awaitJudgement() throws Exception {
    return Waiting.until(() -> admin.get(ADA).body(), page -> !page.contains("Being checked"));
  }

  private static List<Path> filesBelow(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (var files = Files.walk(path)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static FormFile photo(String name, byte[] content) {
    return new FormFile("photo", name, content);
  }

  private static FormFile roster(String name, byte[] content) {
    return new FormFile("roster", name, content);
  }

  private static byte[] portrait(String name) throws IOException {
    try (var in =
        EnrolmentPagesTest.class.getResourceAsStream("/org/rollcall/demo/faces/" + name + ".jpg")) {
      return in.readAllBytes();
    }
  }

  private static byte[] blankPicture() throws IOException {
    var out = new ByteArrayOutputStream();
    var picture = new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB);
    ImageIO.write(picture, "png", out);
    return out.toByteArray();
  }
}
