package org.rollcall.desk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.rollcall.desk.CorrectionService.StaleCorrection;
import org.rollcall.identity.Attendance;
import org.rollcall.model.Correction;
import org.rollcall.model.LessonKey;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Message;
import org.rollcall.model.Refusal;
import org.rollcall.model.RollcallException;
import org.rollcall.model.Status;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.model.UnknownFace;
import org.rollcall.model.picture.Jpeg;
import org.rollcall.school.Home;
import org.rollcall.settings.Settings;
import org.rollcall.store.Store;
import org.rollcall.store.people.UnknownFaceDecision;

/**
 * Records decisions on the unknown faces of a lesson: a student, a visitor, or no face at all.
 *
 * <p>Thread-safe.
 */
public final class UnknownFaces {
  private final Home home;
  private final Settings settings;
  private final Store store;
  private final CorrectionService corrections;

  /**
   * Creates the service for an installation.
   *
   * @param home the installation
   * @param settings its settings
   * @param store its open store, which the caller closes
   * @param corrections corrects the marks
   */
  public UnknownFaces(Home home, Settings settings, Store store, CorrectionService corrections) {
    this.home = home;
    this.settings = settings;
    this.store = store;
    this.corrections = corrections;
  }

  /**
   * Identifies a face as a student, and corrects the student's mark by the times at which the face
   * was seen, unless another correction has come in from the sheet meanwhile.
   *
   * @param lesson which lesson
   * @param number number of the face in the lesson
   * @param student id of the student
   * @param author who decides
   * @return the correction, for a person to choose, if another one has come in meanwhile
   * @throws RollcallException if there is no such face, or no such student in the register
   */
  public Optional<MarkEdit> isStudent(LessonKey lesson, int number, String student, String author) {
    LessonRegister register = register(lesson);
    UnknownFace face = face(register, number);
    Optional<Correction> current = correction(lesson, student);
    String remark =
        current
            .map(Correction::remark)
            .filter(text -> !text.isEmpty())
            .orElse("Seen as " + face.id());
    Correction wanted = new Correction(Optional.of(mark(register, face)), remark);
    MarkEdit edit = new MarkEdit(student, current, Optional.of(wanted));
    boolean corrected = correctUnlessStale(lesson, edit, author);
    store.unknownFaceDecisions().saveStudent(lesson, number, student, author);
    return Optional.of(edit).filter(contested -> !corrected);
  }

  private boolean correctUnlessStale(LessonKey lesson, MarkEdit edit, String author) {
    try {
      corrections.correct(lesson, edit, author);
      return true;
    } catch (StaleCorrection e) {
      return false;
    }
  }

  private Status mark(LessonRegister register, UnknownFace face) {
    return new Attendance(register.lesson(), settings.attendance(), settings.sampling().interval())
        .byTheClock(face.first(), face.last());
  }

  private Optional<Correction> correction(LessonKey lesson, String student) {
    return Optional.ofNullable(store.lessons().corrections(lesson).get(student));
  }

  /**
   * Records that a face is not a student.
   *
   * @param lesson which lesson
   * @param number number of the face in the lesson
   * @param kind what it is instead (not {@link UnknownFaceDecision.DecisionKind#STUDENT})
   * @param author who decides
   * @throws RollcallException if there is no such face
   */
  public void isNoStudent(
      LessonKey lesson, int number, UnknownFaceDecision.DecisionKind kind, String author) {
    face(register(lesson), number);
    takeMarkBack(lesson, number, author);
    store.unknownFaceDecisions().save(lesson, number, kind, author);
  }

  /**
   * Takes back the decision on a face, and the mark that followed from it.
   *
   * @param lesson which lesson
   * @param number number of the face in the lesson
   * @param author who takes it back
   */
  public void takeBack(LessonKey lesson, int number, String author) {
    takeMarkBack(lesson, number, author);
    store.unknownFaceDecisions().withdraw(lesson, number);
  }

  /** Takes back the mark that followed from a decision, unless it has been changed since. */
  private void takeMarkBack(LessonKey lesson, int number, String author) {
    Optional<String> student =
        Optional.ofNullable(store.unknownFaceDecisions().of(lesson).get(number))
            .flatMap(UnknownFaceDecision::student);
    if (student.isEmpty()) {
      return;
    }
    LessonRegister register = register(lesson);
    UnknownFace face = face(register, number);
    Optional<Correction> current = correction(lesson, student.get());
    boolean ours =
        current
            .filter(correction -> correction.remark().equals("Seen as " + face.id()))
            .flatMap(Correction::status)
            .filter(mark(register, face)::equals)
            .isPresent();
    if (ours) {
      // What has come in from the sheet meanwhile stays.
      correctUnlessStale(lesson, new MarkEdit(student.get(), current, Optional.empty()), author);
    }
  }

  /**
   * Writes the image of a face to a file, so that it can be enrolled.
   *
   * @param lesson which lesson
   * @param number number of the face in the lesson
   * @return the file, which the caller moves or deletes
   * @throws RollcallException if there is no such face
   */
  public Path picture(LessonKey lesson, int number) {
    Jpeg crop = face(register(lesson), number).crop();
    try {
      Files.createDirectories(home.work());
      Path file = Files.createTempFile(home.work(), "face", ".jpg");
      return Files.write(file, crop.bytes());
    } catch (IOException e) {
      throw new TemporaryFailure(Message.of(Refusal.FACE_NOT_KEPT, e), e);
    }
  }

  private LessonRegister register(LessonKey lesson) {
    return store
        .lessons()
        .find(lesson)
        .orElseThrow(() -> new RollcallException(Message.of(Refusal.NO_REGISTER, lesson)));
  }

  private static UnknownFace face(LessonRegister register, int number) {
    return register.unknown().stream()
        .filter(face -> face.number() == number)
        .findFirst()
        .orElseThrow(() -> new RollcallException(Message.of(Refusal.NO_UNKNOWN_FACE, number)));
  }
}
