package org.rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rollcall.model.Consent;
import org.rollcall.model.RollcallException;
import org.rollcall.model.Student;
import org.rollcall.school.Home;
import org.rollcall.store.Store;
import org.rollcall.testing.EmptyDatabase;

class RosterEditingTest {
  @TempDir Path folder;
  private Home home;
  private Store store;
  private RosterEditing editing;

  @BeforeEach
  void open() throws IOException {
    home = Home.of(folder);
    Files.createDirectories(home.results());
    Files.createDirectories(home.classFolder("7A"));
    Files.writeString(home.rosterFile("7A"), "id,name,consent\nS1,Ada,\nS2,Ben,no\n");
    store = Store.open(EmptyDatabase.at(home.database()));
    editing = new RosterEditing(home, store);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "id,name\n", "id,name\n\n \n"})
  void roster_nobodyInIt_isEmpty(String text) throws IOException {
    Files.writeString(home.rosterFile("7A"), text);

    assertThat(editing.roster("7A").students()).isEmpty();
  }

  @Test
  void roster_noFile_isEmpty() {
    assertThat(editing.roster("7B").students()).isEmpty();
  }

  @Test
  void create_newClass_hasAnEmptyRoster() {
    editing.create("7B");

    assertThat(home.classNames()).containsExactly("7A", "7B");
    assertThat(editing.roster("7B").students()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"7A", "7a", "", "../7B"})
  void create_takenOrNoName_isRefused(String className) {
    assertThatExceptionOfType(RollcallException.class).isThrownBy(() -> editing.create(className));

    assertThat(home.classNames()).containsExactly("7A");
  }

  @Test
  void change_students_areWrittenToTheRoster() {
    Student eve = new Student("S3", "Eve", Optional.of("eve@school.example"), Consent.GIVEN);

    editing.change("7A", students -> with(students, eve));

    assertThat(editing.roster("7A").students()).hasSize(3).contains(eve);
  }

  @Test
  void remove_student_goesWithAllPhotos() throws IOException {
    Path photo = photo("S1", "a.jpg");
    Path other = photo("S2", "a.jpg");

    editing.remove("7A", "S1", any -> {});

    assertThat(editing.roster("7A").students()).extracting(Student::id).containsExactly("S2");
    assertThat(photo).doesNotExist();
    assertThat(other).exists();
  }

  private static List<Student> with(List<Student> students, Student one) {
    List<Student> all = new ArrayList<>(students);
    all.add(one);
    return all;
  }

  private Path photo(String student, String name) throws IOException {
    Path photos = Files.createDirectories(home.studentsFolder("7A").resolve(student));
    return Files.write(photos.resolve(name), new byte[] {1, 2, 3});
  }
}
