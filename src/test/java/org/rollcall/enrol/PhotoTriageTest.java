package org.rollcall.enrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.basics.Sha256;
import org.rollcall.model.Message;
import org.rollcall.model.Progress;
import org.rollcall.model.Reason;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.store.Store;
import org.rollcall.testing.BlindEngine;
import org.rollcall.testing.EmptyDatabase;
import org.rollcall.testing.SchoolFolder;
import org.rollcall.testing.UsesNatives;
import org.rollcall.video.MadePhotos;

/** What becomes of photos that are refused before anybody looks for a face. */
@UsesNatives
class PhotoTriageTest {
  @TempDir Path folder;
  private Home home;
  private Path photos;
  @AutoClose private Store store;
  private ClassEnrolment enrolment;

  @BeforeEach
  void open() throws Exception {
    home = new SchoolFolder(folder).withClass("7A", "S1,Ada Birch");
    photos = Files.createDirectories(home.studentsFolder("7A").resolve("S1 Ada"));
    store = Store.open(EmptyDatabase.at(home.database()));
    enrolment = new ClassEnrolment(home, Settings.DEFAULT, store, new BlindEngine());
  }

  @Test
  void enrol_sameContentTwice_countsOnceAndSaysSo() throws Exception {
    Path photo = photo("a.jpg", 300);
    Files.copy(photo, photos.resolve("b.jfif"));

    assertThat(refusals())
        .containsExactly(
            "a.jpg: No face was found.",
            "b.jfif: The same photo as a.jpg: it counts once. Delete one of them.");
  }

  @Test
  void enrol_photoOverWhichAProcessDied_isNotReadUntilItChanges() throws Exception {
    Path photo = photo("a.jpg", 300);
    store.deadlyPhotos().add(Sha256.of(photo), Message.of(Reason.WORKER_HEAP_FULL));

    assertThat(refusals().get(0))
        .startsWith("a.jpg: The process that examined this photo died")
        .endsWith("(The process that was working on it died: its heap was full.)");
    photo("a.jpg", 301);
    assertThat(refusals()).containsExactly("a.jpg: No face was found.");
  }

  @Test
  void enrol_photos_areToldBeforeTheyAreRead() throws Exception {
    String first = Sha256.of(photo("a.jpg", 300));
    String second = Sha256.of(photo("b.jpg", 301));
    List<String> told = new ArrayList<>();

    enrolment.enrol(
        "7A",
        new Progress() {
          @Override
          public void photo(String sha256) {
            told.add(sha256);
          }
        });

    assertThat(told).containsExactly(first, "", second, "");
  }

  @Test
  void enrol_photoOfATelephoneAndOtherFiles_saysWhatToDo() throws Exception {
    Files.writeString(photos.resolve("a.heic"), "\0\0\0\030ftypheic", StandardCharsets.ISO_8859_1);
    Files.writeString(photos.resolve("b.txt"), "Ada");
    Files.createDirectories(home.studentsFolder("7A").resolve("Ada"));

    assertThat(refusals()).singleElement().asString().contains("export it as JPEG");
    assertThat(enrolment.enrol("7A", Progress.NONE).warnings())
        .extracting(Message::toString)
        .containsExactly(
            "config/classes/7A/students/Ada belongs to no student on the roster. Name it after the"
                + " student’s id, such as S1001 or S1001_Ada.",
            "config/classes/7A/students/S1 Ada/b.txt is neither a photo nor a video. Save it as"
                + " JPEG, or move it elsewhere.");
  }

  private Path photo(String name, int width) throws Exception {
    return Files.write(photos.resolve(name), MadePhotos.jpeg(width, 200, false));
  }

  private List<String> refusals() {
    return enrolment.enrol("7A", Progress.NONE).photos().stream()
        .map(
            photo ->
                Path.of(photo.file()).getFileName()
                    + ": "
                    + photo.refusal().map(Message::toString).orElse("accepted"))
        .collect(Collectors.toList());
  }
}
