package org.rollcall.web.enrol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.model.Consent;
import org.rollcall.model.Student;
import org.rollcall.school.Home;
import org.rollcall.school.RosterFile;
import org.rollcall.store.account.Account.Role;
import org.rollcall.testing.SchoolFolder;
import org.rollcall.testing.TakesLong;
import org.rollcall.web.Browser;
import org.rollcall.web.Browser.FormFile;
import org.rollcall.web.TestSite;

/** Two admins who work on the same roster at the same time. */
@TakesLong
class TwoHandsTest {
  private static final String CLASS = "/classes/7A/enrolment";
  private static final String ADA = CLASS + "/students/S1";
  private static final String CONFIRM = CLASS + "/roster/confirm";
  private static final Map<String, String> REFUSED =
      Map.of("name", "Ada Birch", "consent", "REFUSED");

  @TempDir Path folder;
  private Home home;
  @AutoClose private TestSite site;
  private Browser one;
  private Browser other;

  @BeforeEach
  void open() throws Exception {
    home = new SchoolFolder(folder).withClass("7A", "S1,Ada Birch", "S2,Ben Alder");
    site = TestSite.open(home);
    site.add("one", Role.ADMIN);
    site.add("other", Role.ADMIN);
    one = site.browserOf("one");
    other = site.browserOf("other");
  }

  @Test
  void student_refusedInTheMeantime_staysSoUntilSomebodyChooses() throws Exception {
    Map<String, String> earlier =
        one.opened(ADA, ADA, Map.of("name", "Ada Birk", "consent", "NOT_STATED"));
    other.send(ADA, ADA, REFUSED);

    HttpResponse<String> stale = one.post(ADA, earlier);

    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body())
        .contains("Changed in the meantime", "class=\"grave\"", "would undo a refusal")
        .contains("<td>Ada Birch</td>", "<td>Ada Birk</td>", "<td>No</td>");
    assertThat(ada()).isEqualTo(refused("Ada Birch"));
    assertThat(one.post(ADA, Browser.choice(stale.body())).statusCode()).isEqualTo(303);
    assertThat(ada()).isEqualTo(new Student("S1", "Ada Birk"));
    assertThat(log())
        .contains("other 7A S1 NOT_STATED -> REFUSED", "one 7A S1 REFUSED -> NOT_STATED");
  }

  @Test
  void student_formThatSaysNotWhatItSaw_changesNothing() throws Exception {
    Map<String, String> form =
        Map.of("formToken", one.formToken(ADA), "name", "Ada B.", "consent", "GIVEN");

    assertThat(one.post(ADA, form).statusCode()).isEqualTo(409);
    assertThat(ada()).isEqualTo(new Student("S1", "Ada Birch"));
  }

  @Test
  void student_formSentTwice_changesOnce() throws Exception {
    Map<String, String> form = one.opened(ADA, ADA, REFUSED);
    one.post(ADA, form);

    assertThat(one.post(ADA, form).statusCode()).isEqualTo(303);
    assertThat(log()).containsOnlyOnce("one 7A S1 NOT_STATED -> REFUSED");
  }

  @Test
  void student_addedTwice_isThereOnce() throws Exception {
    Map<String, String> form =
        one.opened(CLASS, CLASS + "/students", Map.of("id", "S3", "name", "Eva"));

    one.post(CLASS + "/students", form);
    HttpResponse<String> again = one.post(CLASS + "/students", form);

    assertThat(again.statusCode()).isEqualTo(303);
    assertThat(again.headers().firstValue("Location")).contains(CLASS + "/students/S3");
    assertThat(ids()).containsExactly("S1", "S2", "S3");
  }

  @Test
  void student_changedBeforeTheRemoval_stays() throws Exception {
    String remove = ADA + "/remove";
    Map<String, String> earlier = one.opened(ADA, remove, Map.of("sure", "yes"));
    other.send(ADA, ADA, REFUSED);

    HttpResponse<String> stale = one.post(remove, earlier);

    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains("<td>No</td>", "<td>Removed</td>");
    assertThat(ids()).containsExactly("S1", "S2");
    one.post(remove, Browser.choice(stale.body()));
    assertThat(ids()).containsExactly("S2");
    assertThat(one.post(remove, earlier).statusCode()).isEqualTo(303);
    assertThat(log()).contains("one 7A S1 REFUSED -> -");
  }

  @Test
  void photo_replacedByAnotherOfItsName_isNotDeleted() throws Exception {
    Path photos = Files.createDirectories(home.studentsFolder("7A").resolve("S1"));
    Path photo = Files.write(photos.resolve("a.jpg"), new byte[] {1});
    Map<String, String> earlier = one.opened(ADA, ADA + "/photos/remove", Map.of("photo", "a.jpg"));
    Files.write(photo, new byte[] {1, 2});

    HttpResponse<String> stale = one.post(ADA + "/photos/remove", earlier);

    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains("2 B", "1 B");
    assertThat(photo).exists();
    one.post(ADA + "/photos/remove", Browser.choice(stale.body()));
    assertThat(photo).doesNotExist();
    assertThat(one.post(ADA + "/photos/remove", earlier).statusCode()).isEqualTo(303);
  }

  @Test
  void roster_studentAddedAfterThePreview_isNotRemovedUnseen() throws Exception {
    HttpResponse<String> preview = preview("id,name\nS1,Ada Birch\nS2,Ben Elder\n");
    other.send(CLASS, CLASS + "/students", Map.of("id", "S9", "name", "Zoe"));

    HttpResponse<String> stale = one.post(CONFIRM, Browser.choice(preview.body()));

    assertThat(stale.statusCode()).isEqualTo(409);
    assertThat(stale.body()).contains("Somebody else changed the roster", "1 removed", "Zoe");
    assertThat(ids()).containsExactly("S1", "S2", "S9");
    one.post(CONFIRM, Browser.choice(stale.body()));
    assertThat(ids()).containsExactly("S1", "S2");
    assertThat(roster().get(1).name()).isEqualTo("Ben Elder");
  }

  @Test
  void roster_confirmedTwice_isFine() throws Exception {
    Map<String, String> form = Browser.choice(preview("id,name\nS1,Ada\n").body());
    one.post(CONFIRM, form);

    assertThat(one.post(CONFIRM, form).statusCode()).isEqualTo(303);
    assertThat(ids()).containsExactly("S1");
  }

  @Test
  void roster_withoutConsents_keepsThemAll() throws Exception {
    one.send(ADA, ADA, REFUSED);
    String ben = CLASS + "/students/S2";
    one.send(ben, ben, Map.of("name", "Ben Alder", "email", "b@x.example", "consent", "GIVEN"));

    one.post(CONFIRM, Browser.choice(preview("id,name\nS2,Ben Elder\nS1,Ada Birch\n").body()));

    assertThat(roster())
        .containsExactly(
            new Student("S2", "Ben Elder", Optional.of("b@x.example"), Consent.GIVEN),
            refused("Ada Birch"));
  }

  @Test
  void roster_withABlankConsent_keepsTheRefusal() throws Exception {
    one.send(ADA, ADA, REFUSED);

    one.post(CONFIRM, Browser.choice(preview("id,name,consent\nS1,Ada,\nS2,Ben,\n").body()));

    assertThat(ada()).isEqualTo(refused("Ada"));
  }

  @Test
  void roster_thatUndoesARefusal_needsASecondConfirmation() throws Exception {
    one.send(ADA, ADA, REFUSED);
    HttpResponse<String> preview = preview("id,name,consent\nS1,Ada Birch,yes\nS2,Ben Alder,\n");
    assertThat(preview.body()).contains("class=\"grave\"", "name=\"refusals\"");
    Map<String, String> form = Browser.choice(preview.body());

    HttpResponse<String> unsure = one.post(CONFIRM, form);

    assertThat(unsure.statusCode()).isEqualTo(422);
    assertThat(unsure.body()).contains("Nothing was changed", "name=\"refusals\"");
    assertThat(ada()).isEqualTo(refused("Ada Birch"));
    form.put("refusals", "yes");
    one.post(CONFIRM, form);
    assertThat(ada().consent()).isEqualTo(Consent.GIVEN);
    assertThat(log()).contains("one 7A S1 REFUSED -> GIVEN");
  }

  @Test
  void roster_thatLeavesOutWhoRefused_needsASecondConfirmation() throws Exception {
    one.send(ADA, ADA, REFUSED);

    HttpResponse<String> preview = preview("id,name\nS2,Ben Alder\n");

    assertThat(preview.body()).contains("name=\"refusals\"");
    assertThat(one.post(CONFIRM, Browser.choice(preview.body())).statusCode()).isEqualTo(422);
    assertThat(ids()).containsExactly("S1", "S2");
  }

  private HttpResponse<String> preview(String list) throws Exception {
    return one.upload(
        CLASS, CLASS + "/roster", new FormFile("roster", "7A.csv", list.getBytes(UTF_8)));
  }

  private static Student refused(String name) {
    return new Student("S1", name, Optional.empty(), Consent.REFUSED);
  }

  private Student ada() {
    return roster().stream().filter(one -> one.id().equals("S1")).findFirst().orElseThrow();
  }

  private List<String> ids() {
    return roster().stream().map(Student::id).toList();
  }

  private List<Student> roster() {
    return RosterFile.read(home, "7A").students();
  }

  private List<String> log() {
    return site.store().auditLog().entries(0, 50).stream()
        .map(entry -> entry.who() + " " + entry.about())
        .toList();
  }
}
