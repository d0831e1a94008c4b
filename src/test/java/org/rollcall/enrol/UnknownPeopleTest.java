package org.rollcall.enrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.demo.FilmedTerm;
import org.rollcall.home.Installation;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Progress;
import org.rollcall.model.Status;
import org.rollcall.model.UnknownFace;
import org.rollcall.model.UnknownPerson;
import org.rollcall.run.Workbench;
import org.rollcall.school.Home;
import org.rollcall.settings.SettingsFile;
import org.rollcall.testing.HandWork;
import org.rollcall.testing.UsesNatives;

/** Ten lessons of a class of four: two students come each time, and so does a stranger. */
@UsesNatives
class UnknownPeopleTest {
  private static final int LESSONS = 10;
  private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
  private static final LocalDate LAST = FIRST.plusDays(LESSONS - 1);
  private static final UnknownPerson STRANGER = new UnknownPerson(1, LESSONS, FIRST, LAST);

  @TempDir static Path term;
  private static List<LessonRegister> registers;

  @TempDir Path folder;
  private Home home;

  @BeforeAll
  static void processAllLessons() throws IOException {
    Home school = Home.of(term);
    FilmedTerm filmed = new FilmedTerm(school.classFolder("7A"));
    for (int lesson = 0; lesson < LESSONS; lesson++) {
      filmed.film(FIRST.plusDays(lesson), recording(school, FIRST.plusDays(lesson)));
    }
    try (Installation installation = open(school);
        Workbench workbench = Workbench.open(installation)) {
      registers = new ArrayList<>();
      for (int lesson = 0; lesson < LESSONS; lesson++) {
        registers.add(process(installation, workbench, FIRST.plusDays(lesson)));
      }
    }
  }

  @BeforeEach
  void copyTheSchool() throws IOException {
    try (Stream<Path> files = Files.walk(term)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = folder.resolve(term.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    home = Home.of(folder);
  }

  @Test
  void process_tenLessons_marksNobodyForTheStranger() {
    assertThat(registers)
        .hasSize(LESSONS)
        .allSatisfy(
            register ->
                assertThat(register.rows())
                    .extracting(LessonRegister.Row::status)
                    .filteredOn(Status::attended)
                    .hasSize(2));
    assertThat(registers.stream().flatMap(register -> attending(register).stream()).distinct())
        .hasSize(2);
  }

  @Test
  void process_tenLessons_offersTheStrangerAsOnePerson() {
    for (int lesson = 0; lesson < LESSONS; lesson++) {
      assertThat(registers.get(lesson).unknown())
          .extracting(face -> face.person().orElseThrow())
          .containsExactly(new UnknownPerson(1, lesson + 1, FIRST, FIRST.plusDays(lesson)));
    }
    assertThat(kept()).containsExactly(STRANGER);
  }

  @Test
  void process_again_countsTheLessonOnce() {
    assertThat(processAgain(FIRST).unknown())
        .extracting(UnknownFace::person)
        .containsExactly(Optional.of(STRANGER));
    assertThat(kept()).containsExactly(STRANGER);
  }

  @Test
  void list_picture_isThere() {
    assertThat(UnknownList.read(home, SettingsFile.read(home)))
        .extracting(UnknownList.Entry::picture)
        .allSatisfy(picture -> assertThat(picture).isNotEmptyFile());
  }

  @Test
  void enroll_thePictureOfTheStranger_saysWhoThatWasAndForgets() throws IOException {
    Files.writeString(
        home.rosterFile("7A"), Files.readString(home.rosterFile("7A")) + "S2001,New Student\n");
    Path photos = Files.createDirectory(home.studentsFolder("7A").resolve("S2001_New_Student"));
    for (int lesson = 0; lesson < LESSONS; lesson += 3) {
      Path results = home.output(lesson(FIRST.plusDays(lesson)));
      Files.copy(results.resolve("unknown/U1.jpg"), photos.resolve(lesson + ".jpg"));
    }

    LessonRegister again;
    try (Installation installation = open(home);
        Workbench workbench = Workbench.open(installation)) {
      assertThat(workbench.enrolment().enrol("7A", Progress.NONE).warnings())
          .extracting(Message::toString)
          .contains(
              "Student S2001 looks like unknown person U1, seen in 10 lessons since 2026-09-01."
                  + " Process those recordings again to mark the student; U1 is forgotten.");
      again = process(installation, workbench, LAST);
    }

    assertThat(kept()).isEmpty();
    assertThat(attending(again)).contains("S2001");
    assertThat(again.unknown()).isEmpty();
  }

  @Test
  void process_somebodyRefused_showsAndKeepsNobodyUnknown() throws IOException {
    List<String> roster = Files.readAllLines(home.rosterFile("7A"));
    List<String> refused = new ArrayList<>(List.of(roster.get(0) + ",consent"));
    roster.stream().skip(1).forEach(line -> refused.add(line + ",no"));
    Files.write(home.rosterFile("7A"), refused);

    LessonRegister again = processAgain(LAST);

    assertThat(again.unknown()).isEmpty();
    assertThat(again.rows()).allMatch(row -> row.evidence().isEmpty());
    assertThat(again.isWithheld()).isTrue();
    Path results = home.output(lesson(LAST));
    assertThat(results.resolve("preview.jpg")).doesNotExist();
    assertThat(results.resolve("unknown")).isEmptyDirectory();
    assertThat(kept()).isEmpty();
  }

  @Test
  void process_keepDaysZero_recognisesNobodyAgain() throws IOException {
    Files.writeString(home.settingsFile(), "unknown.keepDays: 0\n");

    assertThat(processAgain(LAST).unknown()).hasSize(1).allMatch(face -> face.person().isEmpty());
    assertThat(kept()).isEmpty();
  }

  private LessonRegister processAgain(LocalDate day) {
    return HandWork.register(home, recording(home, day));
  }

  private List<UnknownPerson> kept() {
    return UnknownList.read(home, SettingsFile.read(home)).stream()
        .map(UnknownList.Entry::person)
        .toList();
  }

  private static Installation open(Home school) {
    return Installation.open(school, Clock.systemUTC());
  }

  private static LessonRegister process(
      Installation installation, Workbench workbench, LocalDate day) {
    Path recording = recording(installation.home(), day);
    return HandWork.process(installation, workbench, recording).register().orElseThrow();
  }

  private static List<String> attending(LessonRegister register) {
    return register.rows().stream()
        .filter(row -> row.status().attended())
        .map(row -> row.verdict().student().id())
        .toList();
  }

  private static Path recording(Home school, LocalDate day) {
    return school.footage().resolve("7A").resolve(lesson(day).dayAndTime() + ".mp4");
  }

  private static LessonKey lesson(LocalDate day) {
    return new LessonKey("7A", day, LocalTime.of(9, 0));
  }
}
