package org.rollcall.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rollcall.lesson.MadeRegister.LESSON;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.home.Installation;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.RecordingPart;
import org.rollcall.model.Status;
import org.rollcall.model.Student;
import org.rollcall.model.UnknownFace;
import org.rollcall.model.Verdict;
import org.rollcall.model.Window;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.Jpeg;
import org.rollcall.result.ResultFolder;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.store.account.AuditEntry;
import org.rollcall.store.account.AuditEntry.Action;
import org.rollcall.store.people.EnrolledPhoto;
import org.rollcall.store.people.Enrolment;
import org.rollcall.store.people.PackEdition;
import org.rollcall.store.people.UnknownSighting;
import org.rollcall.testing.EmptyDatabase;
import org.rollcall.testing.FakeClock;
import org.rollcall.testing.SchoolFolder;
import org.rollcall.testing.WholeRecording;

/**
 * A class in which S1 is surely recognised, S2 perhaps, S3 refuses, and somebody is unknown.
 *
 * <p>The pictures are told apart by their width: that of S1 is 1 pixel wide, and so on; that of the
 * unknown face is 9 pixels wide.
 */
class RefusedPicturesTest {
  private static final String CONSENTING = "id,name,consent\nS1,Ada,\nS2,Ben,\nS3,Cy,\n";
  private static final String REFUSING = "id,name,consent\nS1,Ada,\nS2,Ben,\nS3,Cy,no\n";
  private static final LessonKey JOINT = new LessonKey("8B", LESSON.date(), LESSON.start());
  private static final LessonKey NEXT = new LessonKey("8B", LESSON.date(), LocalTime.of(10, 0));
  private static final String SHA = "a".repeat(64);

  @TempDir private Path folder;
  private Home home;
  @AutoClose private Installation installation;
  private Store store;
  private RefusedPictures refused;

  @BeforeEach
  void open() throws IOException {
    home = new SchoolFolder(folder).withClass("7A", "S1,Ada");
    Files.writeString(home.rosterFile("7A"), CONSENTING);
    EmptyDatabase.at(home.database());
    installation = Installation.open(home, FakeClock.at("2026-11-17T02:00:00Z"));
    store = installation.store();
    refused = new RefusedPictures(home, store);
    process(LESSON);
  }

  private void process(LessonKey lesson) {
    LessonRegister register =
        new LessonRegister(
            MadeRegister.absent(lesson).lesson(),
            List.of(row("S1", Status.PRESENT), row("S2", Status.REVIEW), row("S3", Status.LATE)),
            List.of(
                new UnknownFace(
                    1, Duration.ZERO, Duration.ofMinutes(1), 9, picture(9), Optional.empty())),
            MadeRegister.absent(lesson).coverage(),
            MadeRegister.absent(lesson).outcome(),
            MadeRegister.absent(lesson).run());
    store.lessons().save(register);
    ResultFolder.write(register, picture(8), home.output(lesson));
    new Sheets(home, store).writeOrLeavePending(register);
  }

  private static LessonRegister.Row row(String id, Status status) {
    Verdict verdict =
        new Verdict(
            new Student(id, "Student " + id),
            status,
            Optional.of(
                new Verdict.Presence(
                    Duration.ZERO, Duration.ofMinutes(40), Duration.ofMinutes(40), 40, List.of(1))),
            0.9,
            Optional.empty());
    return new LessonRegister.Row(
        verdict, Optional.empty(), Optional.of(picture(id.charAt(1) - '0')), Optional.empty());
  }

  private static Jpeg picture(int width) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      ImageIO.write(new BufferedImage(width, 2, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Jpeg(bytes.toByteArray());
  }

  private void refuse() throws IOException {
    Files.writeString(home.rosterFile("7A"), REFUSING);
  }

  private LessonRegister register(LessonKey lesson) {
    return store.lessons().find(lesson).orElseThrow();
  }

  private List<Integer> evidence(LessonKey lesson) {
    List<Jpeg> shown =
        register(lesson).rows().stream().flatMap(row -> row.evidence().stream()).toList();
    return IntStream.rangeClosed(1, 9)
        .filter(width -> shown.contains(picture(width)))
        .boxed()
        .toList();
  }

  @Test
  void delete_nobodyRefuses_keepsEverything() {
    refused.delete("7A");

    assertThat(register(LESSON).unknown()).hasSize(1);
    assertThat(evidence(LESSON)).containsExactly(1, 2, 3);
    assertThat(store.pendingSheets().list()).isEmpty();
  }

  @Test
  void delete_refusal_leavesOnlyWhoIsSurelySomebodyElse() throws IOException {
    refuse();

    refused.delete("7A");

    assertThat(register(LESSON).unknown()).isEmpty();
    assertThat(store.lessons().unknown(LESSON, 1)).isEmpty();
    assertThat(evidence(LESSON)).containsExactly(1);
    assertThat(register(LESSON).isWithheld()).isTrue();
  }

  @Test
  void delete_refusal_emptiesTheResultsToo() throws IOException {
    refuse();

    refused.delete("7A");

    Path results = home.output(LESSON);
    assertThat(results.resolve("preview.jpg")).doesNotExist();
    assertThat(results.resolve("unknown")).isEmptyDirectory();
    assertThat(results.resolve("evidence"))
        .isDirectoryContaining("glob:**S1.jpg")
        .isDirectoryNotContaining("glob:**S2.jpg")
        .isDirectoryNotContaining("glob:**S3.jpg");
    assertThat(results.resolve("result.json")).content().contains("\"unknown\" : [ ]");
  }

  @Test
  void delete_refusal_letsTheSheetBeWrittenAgainWithoutThem() throws IOException {
    assertThat(pictures()).isEqualTo(4);
    refuse();

    refused.delete("7A");

    assertThat(store.pendingSheets().reason(LESSON))
        .contains(Message.of(Reason.SHEET_WITH_PICTURES));
    assertThat(new Sheets(home, store).writePending(LESSON)).isEmpty();
    assertThat(pictures()).isEqualTo(1);
    assertThat(store.pendingSheets().list()).isEmpty();
  }

  private long pictures() throws IOException {
    try (ZipFile workbook = new ZipFile(home.sheet(LESSON).toFile())) {
      return workbook.stream().filter(part -> part.getName().startsWith("xl/media/")).count();
    }
  }

  @Test
  void delete_again_changesNothingMore() throws IOException {
    refuse();
    refused.delete("7A");
    new Sheets(home, store).writePending(LESSON);

    refused.deleteAll();

    assertThat(store.pendingSheets().list()).isEmpty();
    assertThat(register(LESSON).run().warnings()).hasSize(1);
    assertThat(store.auditLog().entries(0, 9))
        .extracting(AuditEntry::action)
        .containsExactly(Action.PICTURES_DELETED);
  }

  @Test
  void delete_refusal_deletesTemplatesOfTheStudentAndOfUnknownPersons() throws IOException {
    Embedding face = Embedding.normalised(new float[] {1, 0});
    store
        .enrolments()
        .replace(
            new Enrolment("7A", "compact", "f", List.of(photo("S1", face), photo("S3", face))));
    store
        .unknownPersons()
        .save(
            LESSON,
            new PackEdition("compact", "1"),
            List.of(new UnknownSighting(Optional.empty(), face, 1)));
    refuse();

    refused.delete("7A");

    assertThat(store.enrolments().portrait("7A", "S3")).isEmpty();
    assertThat(store.enrolments().portrait("7A", "S1")).isPresent();
    assertThat(store.unknownPersons().list("7A")).isEmpty();
  }

  private static EnrolledPhoto photo(String student, Embedding face) {
    return new EnrolledPhoto(
        student,
        student + ".jpg",
        SHA,
        Optional.of(face),
        Optional.of(picture(7)),
        1,
        Optional.empty());
  }

  @Test
  void delete_classRecordedTogether_losesItsUnknownFacesToo() throws IOException {
    process(JOINT);
    process(NEXT);
    enter(part(LESSON, "footage/7A/a.mp4", 0));
    enter(part(JOINT, "footage/8B/a.mp4", 0), part(NEXT, "footage/8B/a.mp4", 60));
    refuse();

    refused.delete("7A");

    assertThat(register(JOINT).unknown()).isEmpty();
    assertThat(evidence(JOINT)).containsExactly(1, 3);
    assertThat(register(NEXT).unknown()).hasSize(1);
    assertThat(refused.concern(JOINT)).isTrue();
    assertThat(refused.concern(NEXT)).isFalse();
  }

  private void enter(RecordingPart... parts) {
    store.ledger().add(SHA, parts[0].recording().file());
    store.ledger().enter(List.of(parts));
  }

  /** {@return an hour of the same recording} */
  private static RecordingPart part(LessonKey lesson, String file, int fromMinute) {
    Window hour =
        new Window(
            Duration.ofMinutes(fromMinute), Optional.of(Duration.ofMinutes(fromMinute + 60L)));
    return new RecordingPart(WholeRecording.of(lesson, SHA, file).recording(), lesson, hour);
  }

  @Test
  void delete_rosterThatCannotBeRead_keepsEverything() throws IOException {
    Files.writeString(home.rosterFile("7A"), "nonsense");

    refused.delete("7A");

    assertThat(register(LESSON).unknown()).hasSize(1);
  }

  @Test
  void concern_lessonWithoutRecording_goesByItsOwnClass() throws IOException {
    assertThat(refused.concern(LESSON)).isFalse();

    refuse();

    assertThat(refused.concern(LESSON)).isTrue();
  }
}
