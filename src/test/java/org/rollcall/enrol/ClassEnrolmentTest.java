package org.rollcall.enrol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.testing.ColourEngine.ADA;
import static org.rollcall.testing.ColourEngine.BEN;
import static org.rollcall.testing.ColourEngine.SHARP;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.identity.Template;
import org.rollcall.model.Message;
import org.rollcall.model.Progress;
import org.rollcall.model.Reason;
import org.rollcall.model.Student;
import org.rollcall.settings.Settings;
import org.rollcall.settings.SettingsFile;
import org.rollcall.store.Store;
import org.rollcall.testing.ColourEngine;
import org.rollcall.testing.EmptyDatabase;
import org.rollcall.testing.SchoolFolder;
import org.rollcall.testing.UsesNatives;

@UsesNatives
class ClassEnrolmentTest {
  private static final String STUDENTS = "config/classes/7A/students/";

  @TempDir Path folder;
  private final RenewedEngine engine = new RenewedEngine();
  private SchoolFolder school;
  @AutoClose private Store store;

  /** Its networks can be replaced. */
  private static final class RenewedEngine extends ColourEngine {
    private String edition = "1";

    @Override
    public String embeddingEdition() {
      return edition;
    }
  }

  @BeforeEach
  void open() {
    school = new SchoolFolder(folder);
    school.withClass("7A", "s1,Ada Birch", "s2,Ben Alder");
    store = Store.open(EmptyDatabase.at(school.home().database()));
  }

  private void photo(String name, int blue, int sharpness) throws IOException {
    ColourEngine.photo(folder.resolve(STUDENTS + name), blue, sharpness);
  }

  private void twoStudents() throws IOException {
    photo("s1/a.png", ADA, SHARP);
    photo("s2/b.png", BEN, SHARP);
  }

  private EnrolmentReport enrol() {
    return enrol(Progress.NONE);
  }

  private EnrolmentReport enrol(Progress progress) {
    return enrolment(Settings.DEFAULT).enrol("7A", progress);
  }

  private ClassEnrolment enrolment(Settings settings) {
    return new ClassEnrolment(school.home(), settings, store, engine);
  }

  private EnrolledClass opened() {
    return enrolment(Settings.DEFAULT).open("7A", Progress.NONE);
  }

  private static List<String> templates(EnrolledClass enrolled) {
    return enrolled.templates().stream().map(template -> template.student().id()).toList();
  }

  @Test
  void enrol_goodPhotos_reportsEachOne() throws IOException {
    twoStudents();

    EnrolmentReport report = enrol();

    assertThat(report.photos())
        .containsExactly(
            new PhotoReport("s1", STUDENTS + "s1/a.png", Optional.empty()),
            new PhotoReport("s2", STUDENTS + "s2/b.png", Optional.empty()));
    assertThat(report.renewed()).isTrue();
    assertThat(report.unrecognisable()).isEmpty();
    assertThat(report.warnings()).isEmpty();
    assertThat(report.space()).isEqualTo("compact");
  }

  @Test
  void enrol_progress_countsThePhotos() throws IOException {
    twoStudents();
    photo("s1/c.png", ADA, 250);
    List<String> told = new ArrayList<>();

    enrol(
        new Progress() {
          @Override
          public void items(int done, int all) {
            told.add(done + " of " + all);
          }
        });

    assertThat(told).containsExactly("1 of 3", "2 of 3", "3 of 3");
  }

  @Test
  void enrol_nothingChanged_looksAtNoPhoto() throws IOException {
    twoStudents();
    EnrolmentReport first = enrol();
    int searched = engine.searched();

    EnrolmentReport again = enrol();

    assertThat(engine.searched()).isEqualTo(searched);
    assertThat(again.renewed()).isFalse();
    assertThat(again.photos()).isEqualTo(first.photos());
  }

  @Test
  void enrol_studentIsCalledOtherwise_looksAtNoPhoto() throws IOException {
    twoStudents();
    enrol();
    school.withClass("7A", "s1,Ada Ash", "s2,Ben Alder");

    assertThat(enrol().renewed()).isFalse();
    assertThat(opened().templates())
        .extracting(Template::student)
        .extracting(Student::name)
        .containsExactly("Ada Ash", "Ben Alder");
  }

  @Test
  void enrol_anythingElseChanged_isRenewed() throws IOException {
    twoStudents();
    enrol();

    photo("s1/a.png", ADA, 250);
    assertThat(enrol().renewed()).as("another picture under the same name").isTrue();
    photo("s1/c.png", ADA, SHARP);
    assertThat(enrol().renewed()).as("one more photo").isTrue();
    Files.move(folder.resolve(STUDENTS + "s1/c.png"), folder.resolve(STUDENTS + "s1/another.png"));
    assertThat(enrol().renewed()).as("a photo of another name").isTrue();
    school.withClass("7A", "s1,Ada Birch", "s2,Ben Alder", "s3,Cara Heath");
    assertThat(enrol().renewed()).as("one more student").isTrue();
    engine.edition = "2";
    assertThat(enrol().renewed()).as("other networks").isTrue();
    school.write("config/rollcall.yaml", "enrolment.minSharpness: 0.2\n");
    Settings strict = SettingsFile.read(school.home());
    assertThat(enrolment(strict).enrol("7A", Progress.NONE).renewed())
        .as("other requirements")
        .isTrue();
  }

  @Test
  void enrol_photosThatCannotBeUsed_areToldFromTheOthers() throws IOException {
    photo("s1/a-blurred.png", ADA, 0);
    photo("s1/b.png", ADA, SHARP);
    ColourEngine.photoOfNobody(folder.resolve(STUDENTS + "s1/c-nobody.png"));
    photo("s1/d.png", ADA, 250);
    photo("s1/e-of-ben.png", BEN, SHARP);
    photo("s2/f.png", BEN, SHARP);

    assertThat(enrol().photos())
        .extracting(PhotoReport::refusal)
        .containsExactly(
            Optional.of(Message.of(Reason.BLURRED_FACE)),
            Optional.empty(),
            Optional.of(Message.of(Reason.NO_FACE)),
            Optional.empty(),
            Optional.of(Message.of(Reason.ANOTHER_STUDENT, "s2")),
            Optional.empty());
    assertThat(opened().templates())
        .extracting(Template::mean)
        .containsExactly(ColourEngine.embedding(ADA), ColourEngine.embedding(BEN));
  }

  @Test
  void enrol_refusedConsent_looksAtNoPhotoOfTheStudent() throws IOException {
    twoStudents();
    school.write(
        "config/classes/7A/roster.csv", "id,name,consent\ns1,Ada Birch,no\ns2,Ben Alder,yes\n");

    EnrolmentReport report = enrol();

    assertThat(engine.searched()).isEqualTo(1);
    assertThat(report.photos()).extracting(PhotoReport::studentId).containsExactly("s2");
    assertThat(report.unrecognisable()).extracting(Student::id).containsExactly("s1");
    assertThat(templates(opened())).containsExactly("s2");
  }

  @Test
  void enrol_consentWithdrawn_templateIsGone() throws IOException {
    twoStudents();
    enrol();
    school.write(
        "config/classes/7A/roster.csv", "id,name,consent\ns1,Ada Birch,no\ns2,Ben Alder,yes\n");

    assertThat(enrol().renewed()).isTrue();

    assertThat(store.enrolments().find("7A", "compact").orElseThrow().photos())
        .extracting(photo -> photo.studentId())
        .containsExactly("s2");
    assertThat(opened().portraits()).containsOnlyKeys("s2");
  }

  @Test
  void enrol_noUsablePhoto_isUnrecognisable() throws IOException {
    photo("s1/a.png", ADA, 0);

    assertThat(enrol().unrecognisable()).extracting(Student::id).containsExactly("s1", "s2");
    assertThat(opened().templates()).isEmpty();
  }

  @Test
  void enrol_filesOfNobody_areToldEachTime() throws IOException {
    twoStudents();
    photo("s9/x.png", ADA, SHARP);
    Message warning = Message.of(Reason.FOLDER_OF_NOBODY, STUDENTS + "s9");

    assertThat(enrol().warnings()).containsExactly(warning);
    assertThat(enrol().warnings()).containsExactly(warning);
  }

  @Test
  void open_class_hasThePortraitOfTheBestPhoto() throws IOException {
    photo("s1/a.png", ADA, 100);
    photo("s1/b.png", ADA, SHARP);
    photo("s1/c.png", ADA, 150);

    EnrolledClass enrolled = opened();

    Student ada = enrolled.roster().students().get(0);
    assertThat(enrolled.portrait(ada))
        .isEqualTo(store.enrolments().face("7A", STUDENTS + "s1/b.png"));
    assertThat(enrolled.portraits()).containsOnlyKeys("s1");
    assertThat(templates(enrolled)).containsExactly("s1");
  }
}
