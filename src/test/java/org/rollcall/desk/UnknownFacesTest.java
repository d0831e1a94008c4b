package org.rollcall.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.rollcall.desk.MadeLesson.LESSON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.lesson.Sheets;
import org.rollcall.model.Correction;
import org.rollcall.model.RollcallException;
import org.rollcall.model.Status;
import org.rollcall.model.UnknownFace;
import org.rollcall.model.UnknownPerson;
import org.rollcall.model.picture.Jpeg;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.store.Store;
import org.rollcall.store.people.UnknownFaceDecision;
import org.rollcall.store.people.UnknownFaceDecision.DecisionKind;
import org.rollcall.testing.EmptyDatabase;

/** Face 1 was there all the time, face 2 came after 20 minutes and is U7 of other lessons. */
class UnknownFacesTest {
  private static final Jpeg CROP = new Jpeg(new byte[] {1, 2, 3});
  private static final UnknownPerson SEVEN =
      new UnknownPerson(7, 3, LocalDate.of(2026, 11, 2), LESSON.date());

  @TempDir Path folder;
  private Home home;
  private Store store;
  private UnknownFaces faces;

  @BeforeEach
  void open() throws IOException {
    home = Home.of(folder);
    Files.createDirectories(home.results());
    store = Store.open(EmptyDatabase.at(home.database()));
    store
        .lessons()
        .save(MadeLesson.register(face(1, 0, Optional.empty()), face(2, 20, Optional.of(SEVEN))));
    CorrectionService corrections = new CorrectionService(home, store, className -> {});
    faces = new UnknownFaces(home, Settings.DEFAULT, store, corrections);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void isStudent_face_marksTheStudentByTheClock() {
    faces.isStudent(LESSON, 1, "S1", "birch");
    faces.isStudent(LESSON, 2, "S2", "birch");

    assertThat(stored())
        .containsOnly(
            Map.entry("S1", mark(Status.PRESENT, "Seen as 1")),
            Map.entry("S2", mark(Status.LATE, "Seen as U7")));
    UnknownFaceDecision decision = store.unknownFaceDecisions().of(LESSON).get(1);
    assertThat(decision.kind()).isEqualTo(DecisionKind.STUDENT);
    assertThat(decision.student()).contains("S1");
    assertThat(decision.author()).isEqualTo("birch");
  }

  @Test
  void isStudent_remarkThere_isKept() {
    store
        .lessons()
        .saveCorrections(LESSON, Map.of("S1", new Correction(Optional.empty(), "ill")), "birch");

    faces.isStudent(LESSON, 1, "S1", "birch");

    assertThat(stored()).containsEntry("S1", mark(Status.PRESENT, "ill"));
  }

  @Test
  void isStudent_otherMarkTypedMeanwhile_isLeftToThePerson() throws IOException {
    new Sheets(home, store).writeOrLeavePending(store.lessons().find(LESSON).orElseThrow());
    org.rollcall.sheet.Sheets.correct(home.sheet(LESSON), "S1", "Late");

    Optional<MarkEdit> contested = faces.isStudent(LESSON, 1, "S1", "birch");

    assertThat(contested).flatMap(MarkEdit::wanted).contains(mark(Status.PRESENT, "Seen as 1"));
    assertThat(stored()).containsEntry("S1", mark(Status.LATE, ""));
    assertThat(store.unknownFaceDecisions().of(LESSON).get(1).student()).contains("S1");
  }

  @Test
  void takeBack_otherMarkTypedMeanwhile_keepsIt() throws IOException {
    new Sheets(home, store).writeOrLeavePending(store.lessons().find(LESSON).orElseThrow());
    faces.isStudent(LESSON, 1, "S1", "birch");
    org.rollcall.sheet.Sheets.correct(home.sheet(LESSON), "S1", "Late");

    faces.takeBack(LESSON, 1, "birch");

    assertThat(stored()).containsEntry("S1", mark(Status.LATE, "Seen as 1"));
    assertThat(store.unknownFaceDecisions().of(LESSON)).isEmpty();
  }

  @Test
  void isNoStudent_wasTakenForOne_takesTheMarkBack() {
    faces.isStudent(LESSON, 1, "S1", "birch");

    faces.isNoStudent(LESSON, 1, DecisionKind.VISITOR, "alder");

    assertThat(stored()).isEmpty();
    assertThat(store.unknownFaceDecisions().of(LESSON).get(1).kind())
        .isEqualTo(DecisionKind.VISITOR);
  }

  @Test
  void takeBack_decision_forgetsItAndItsMark() {
    faces.isStudent(LESSON, 1, "S1", "birch");

    faces.takeBack(LESSON, 1, "birch");

    assertThat(stored()).isEmpty();
    assertThat(store.unknownFaceDecisions().of(LESSON)).isEmpty();
  }

  @Test
  void takeBack_markChangedByHandSince_keepsIt() {
    faces.isStudent(LESSON, 1, "S1", "birch");
    store.lessons().saveCorrections(LESSON, Map.of("S1", mark(Status.LATE, "Seen as 1")), "alder");

    faces.takeBack(LESSON, 1, "birch");

    assertThat(stored()).containsEntry("S1", mark(Status.LATE, "Seen as 1"));
  }

  @Test
  void isNoStudent_noSuchFace_isRefused() {
    assertThatExceptionOfType(RollcallException.class)
        .isThrownBy(() -> faces.isNoStudent(LESSON, 3, DecisionKind.NO_FACE, "birch"))
        .withMessageContaining("3");
  }

  @Test
  void picture_face_isAFileInTheWorkFolder() {
    Path picture = faces.picture(LESSON, 2);

    assertThat(picture).hasParent(home.work()).hasBinaryContent(CROP.bytes());
  }

  private Map<String, Correction> stored() {
    return store.lessons().corrections(LESSON);
  }

  private static UnknownFace face(int number, int minute, Optional<UnknownPerson> person) {
    return new UnknownFace(
        number, Duration.ofMinutes(minute), Duration.ofMinutes(44), 9, CROP, person);
  }

  private static Correction mark(Status status, String remark) {
    return new Correction(Optional.of(status), remark);
  }
}
