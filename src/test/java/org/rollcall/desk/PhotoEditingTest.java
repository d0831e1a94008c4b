package org.rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.desk.PhotoEditing.AddedPhoto;
import org.rollcall.desk.PhotoEditing.Enrolled;
import org.rollcall.desk.PhotoEditing.Photo;
import org.rollcall.model.Message;
import org.rollcall.model.RollcallException;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.Jpeg;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.store.people.EnrolledPhoto;
import org.rollcall.store.people.Enrolment;
import org.rollcall.testing.EmptyDatabase;
import org.rollcall.testing.FakeClock;

class PhotoEditingTest {
  private static final Jpeg FACE = new Jpeg(new byte[] {1, 2, 3});

  @TempDir Path folder;
  private Home home;
  private Store store;
  private PhotoEditing editing;

  @BeforeEach
  void open() throws IOException {
    home = Home.of(folder);
    Files.createDirectories(home.results());
    Files.createDirectories(home.classFolder("7A"));
    Files.writeString(home.rosterFile("7A"), "id,name,consent\nS1,Ada,\nS2,Ben,no\n");
    store = Store.open(EmptyDatabase.at(home.database()));
    FakeClock clock = FakeClock.at("2026-11-16T09:30:05Z");
    editing = new PhotoEditing(home, store, clock, ZoneId.of("Europe/Zurich"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void students_photos_tellWhatBecameOfThem() throws IOException {
    photo("S1", "a.jpg");
    photo("S1", "b.jpg");
    photo("S1", "c.jpg");
    enrol(accepted("S1", "a.jpg"), refused("S1", "b.jpg", "Too dark."));

    Enrolled ada = editing.students("7A").get(0);

    assertThat(ada.photos())
        .extracting(Photo::name, Photo::state, Photo::reason)
        .containsExactly(
            tuple("a.jpg", Photo.State.ACCEPTED, Optional.empty()),
            tuple("b.jpg", Photo.State.REFUSED, Optional.of(Message.english("Too dark."))),
            tuple("c.jpg", Photo.State.UNCHECKED, Optional.empty()));
    assertThat(ada.waits()).isTrue();
  }

  @Test
  void students_videoWithAGoodFrame_isAccepted() throws IOException {
    photo("S1", "a.mp4");
    enrol(refused("S1", "a.mp4", "Too dark."), accepted("S1", "a.mp4"));

    assertThat(editing.students("7A").get(0).count(Photo.State.ACCEPTED)).isEqualTo(1);
  }

  @Test
  void students_withoutConsent_doNotWaitForTheirPhotos() throws IOException {
    photo("S2", "a.jpg");

    assertThat(editing.students("7A").get(1).waits()).isFalse();
  }

  @Test
  void face_checkedPhoto_isItsCrop() throws IOException {
    photo("S1", "a.jpg");
    enrol(accepted("S1", "a.jpg"));

    assertThat(editing.face("7A", "S1", "a.jpg")).contains(FACE);
    assertThat(editing.face("7A", "S2", "a.jpg")).isEmpty();
  }

  @Test
  void add_photos_areNamedByTheClockOfTheSchool() throws IOException {
    assertThat(editing.add("7A", "S1", upload("one")).name()).isEqualTo("20261116-103005-1.jpg");
    assertThat(editing.add("7A", "S1", upload("two")).name()).isEqualTo("20261116-103005-2.jpg");

    assertThat(home.studentsFolder("7A").resolve("S1")).isDirectoryContaining("glob:**-2.jpg");
  }

  @Test
  void add_studentWithAFolderOfAnotherName_usesThat() throws IOException {
    Path there = home.studentsFolder("7A").resolve("S1_Ada");
    Files.createDirectories(there);
    Files.write(there.resolve("a.jpg"), FACE.bytes());

    String name = editing.add("7A", "S1", upload("one")).name();

    assertThat(there.resolve(name)).exists();
  }

  @Test
  void add_photoOfTheSameContent_isKeptOnce() throws IOException {
    String name = editing.add("7A", "S1", upload("one")).name();

    assertThat(editing.add("7A", "S1", upload("one"))).isEqualTo(new AddedPhoto(name, false));
    assertThat(editing.add("7A", "S1", upload("two")).isNew()).isTrue();
    assertThat(editing.students("7A").get(0).photos()).hasSize(2);
  }

  @Test
  void add_tooManyPhotos_isRefused() throws IOException {
    for (int number = 0; number < 30; number++) {
      photo("S1", number + ".jpg");
    }

    assertThatExceptionOfType(RollcallException.class)
        .isThrownBy(() -> editing.add("7A", "S1", upload("one")))
        .withMessageContaining("30");
  }

  @Test
  void add_nobodyOfTheRoster_isRefused() {
    assertThatExceptionOfType(RollcallException.class)
        .isThrownBy(() -> editing.add("7A", "S9", upload("one")))
        .withMessageContaining("S9");
  }

  @Test
  void remove_onePhoto_leavesTheOthers() throws IOException {
    Path photo = photo("S1", "a.jpg");
    Path other = photo("S1", "b.jpg");

    String version = editing.find("7A", "S1", "a.jpg").orElseThrow().version();

    boolean deleted = editing.remove("7A", "S1", "a.jpg", version);

    assertThat(deleted).isTrue();
    assertThat(photo).doesNotExist();
    assertThat(other).exists();
  }

  @Test
  void remove_anotherOfTheSameName_isLeft() throws IOException {
    photo("S1", "a.jpg");
    String version = editing.find("7A", "S1", "a.jpg").orElseThrow().version();
    Path other = Files.write(photo("S1", "a.jpg"), new byte[] {1, 2, 3, 4});

    boolean deleted = editing.remove("7A", "S1", "a.jpg", version);

    assertThat(deleted).isFalse();
    assertThat(other).exists();
    assertThat(editing.remove("7A", "S1", "gone.jpg", version)).isTrue();
  }

  @Test
  void remove_pathOutOfTheFolder_deletesNothing() throws IOException {
    photo("S1", "a.jpg");
    Path other = photo("S2", "b.jpg");

    editing.remove("7A", "S1", "../S2/b.jpg", "");

    assertThat(other).exists();
  }

  private Path photo(String student, String name) throws IOException {
    Path photos = Files.createDirectories(home.studentsFolder("7A").resolve(student));
    return Files.write(photos.resolve(name), FACE.bytes());
  }

  /** The first bytes say that it is a JPEG; the rest does not count. */
  private Path upload(String content) throws IOException {
    byte[] jpeg = ("\u00ff\u00d8\u00ff" + content).getBytes(StandardCharsets.ISO_8859_1);
    return Files.write(folder.resolve("upload"), jpeg);
  }

  private void enrol(EnrolledPhoto... photos) {
    store.enrolments().replace(new Enrolment("7A", "compact", "photos", List.of(photos)));
  }

  private static EnrolledPhoto accepted(String student, String name) {
    return new EnrolledPhoto(
        student,
        path(student, name),
        "a".repeat(64),
        Optional.of(Embedding.ofUnit(1)),
        Optional.of(FACE),
        1,
        Optional.empty());
  }

  private static EnrolledPhoto refused(String student, String name, String reason) {
    return new EnrolledPhoto(
        student,
        path(student, name),
        "a".repeat(64),
        Optional.empty(),
        Optional.of(FACE),
        1,
        Optional.of(Message.english(reason)));
  }

  private static String path(String student, String name) {
    return "config/classes/7A/students/%s/%s".formatted(student, name);
  }
}
