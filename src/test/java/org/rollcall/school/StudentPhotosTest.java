package org.rollcall.school;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.Roster;
import org.rollcall.model.Student;
import org.rollcall.testing.SchoolFolder;

class StudentPhotosTest {
  private static final Roster ROSTER =
      new Roster(
          "7A",
          List.of(new Student("S17", "Zoë"), new Student("4", "Ann"), new Student("4_2", "Bob")));

  @TempDir private Path root;

  @Test
  void find_photosAndVideos_areSortedByStudent() {
    put("s17_Zoë/b.JPG", "s17_Zoë/a.png", "s17_Zoë/walk.mp4", "4/face.jpeg");

    StudentPhotos photos = find();

    assertThat(photos.byStudent().keySet()).containsExactly("S17", "4", "4_2");
    assertThat(names(photos, "S17")).containsExactly("a.png", "b.JPG", "walk.mp4");
    assertThat(names(photos, "4")).containsExactly("face.jpeg");
    assertThat(names(photos, "4_2")).isEmpty();
    assertThat(photos.unmatched()).isEmpty();
  }

  @Test
  void find_noFolder_givesEveryStudentNothing() {
    assertThat(find().byStudent())
        .hasSize(3)
        .allSatisfy((id, files) -> assertThat(files).isEmpty());
  }

  @Test
  void find_twoFoldersOfOneStudent_areMerged() {
    put("S17_Zoë/a.jpg", "S17_new/b.jpg", "S17/c.jpg");

    assertThat(names(find(), "S17")).containsExactlyInAnyOrder("a.jpg", "b.jpg", "c.jpg");
  }

  @Test
  void find_idThatBeginsLikeAnother_goesToTheLongest() {
    put("4_2_Bob/b.jpg", "4_Ann/a.jpg");

    assertThat(names(find(), "4_2")).containsExactly("b.jpg");
    assertThat(names(find(), "4")).containsExactly("a.jpg");
  }

  @Test
  void find_accentsInTwoParts_areTheSameLetter() {
    Roster roster = new Roster("7A", List.of(new Student("\u00e91", "Zoë")));
    put("e\u03011_x/a.jpg");

    assertThat(StudentPhotos.find(Home.of(root), roster).byStudent().get("\u00e91")).hasSize(1);
  }

  @Test
  void find_whatServesNobody_isReported() {
    put("S170_Eve/a.jpg", "loose.jpg", "S17_Zoë/a.pdf", ".hidden/a.jpg", "S17_Zoë/.DS_Store");

    StudentPhotos photos = find();

    assertThat(photos.unmatched())
        .extracting(path -> path.getFileName().toString())
        .containsExactlyInAnyOrder("S170_Eve", "loose.jpg");
    assertThat(photos.unusable())
        .extracting(path -> path.getFileName().toString())
        .containsExactly("a.pdf");
    assertThat(names(photos, "S17")).isEmpty();
  }

  /** Those that cannot be read are examined, too: so their owner is told why. */
  @ParameterizedTest
  @ValueSource(
      strings = {"jpg", "JPG", "jpeg", "jpe", "jfif", "png", "webp", "heic", "avif", "gif", "tiff"})
  void find_pictureOfAnyKind_isThatStudents(String extension) {
    put("S17_Zoë/a." + extension);

    assertThat(names(find(), "S17")).containsExactly("a." + extension);
    assertThat(StudentPhotos.isPicture(Path.of("a." + extension))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"S17 Zoë", "S17", "s17_Zoë", "S17 - Zoë", "S17, Zoë", "S17\u00a0Zoë", "S17  Zoë"})
  void find_folderWithAnotherSignAfterTheId_isThatStudents(String name) {
    put(name + "/a.jpg");

    assertThat(names(find(), "S17")).containsExactly("a.jpg");
  }

  @ParameterizedTest
  @ValueSource(strings = {"S17Zoë", "S17-2", "S170 Zoë"})
  void find_folderOfAnotherId_isNobodys(String name) {
    put(name + "/a.jpg");

    assertThat(names(find(), "S17")).isEmpty();
    assertThat(find().unmatched()).hasSize(1);
  }

  private StudentPhotos find() {
    return StudentPhotos.find(Home.of(root), ROSTER);
  }

  private void put(String... files) {
    for (String file : files) {
      new SchoolFolder(root).with("config/classes/7A/students/" + file, "photo");
    }
  }

  private static List<String> names(StudentPhotos photos, String id) {
    return photos.byStudent().get(id).stream().map(file -> file.getFileName().toString()).toList();
  }
}
