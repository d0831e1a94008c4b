package org.rollcall.lesson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rollcall.config.Home;
import org.rollcall.config.Settings;
import org.rollcall.identity.Attendance;
import org.rollcall.model.Correction;
import org.rollcall.model.Jpeg;
import org.rollcall.model.LessonKey;
import org.rollcall.model.Register;
import org.rollcall.model.RollcallException;
import org.rollcall.model.Status;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.model.UnknownFace;
import org.rollcall.store.Store;
import org.rollcall.store.UnknownWord;

/**
 * Where a person says who the unknown faces of a lesson are.
 *
 * <p>For any number of threads.
 */
public final class UnknownDesk {
  private final Home home;
  private final Settings settings;
  private final Store store;
  private final Desk desk;

  /**
   * Prepares.
   *
   * @param home the installation
   * @param settings its settings
   * @param store its open store, which the caller closes
   * @param desk where marks are changed
   */
  public UnknownDesk(Home home, Settings settings, Store store, Desk desk) {
    this.home = home;
    this.settings = settings;
    this.store = store;
    this.desk = desk;
  }

  /**
   * What was said of the faces of a lesson.
   *
   * @param lesson which lesson
   * @return the last word on each, by the number of the face in the lesson
   */
  public Map<Integer, UnknownWord> words(LessonKey lesson) {
    return store.unknownWords().of(lesson);
  }

  /**
   * The unknown persons of a class of whom somebody said that they are visitors.
   *
   * @param className name of the class
   * @return their numbers in the class
   */
  public Set<Integer> visitors(String className) {
    return store.unknownWords().visitors(className);
  }

  /**
   * Says that a face is a student: that was a sighting, so the student is marked by when the face
   * was seen.
   *
   * @param lesson which lesson
   * @param number of the face in the lesson
   * @param student id of the student
   * @param author who says so
   * @throws RollcallException if there is no such face, or no such student in the register
   */
  public void isStudent(LessonKey lesson, int number, String student, String author) {
    Register register = register(lesson);
    UnknownFace face = face(register, number);
    Optional<Correction> standing = standing(lesson, student);
    String remark =
        standing
            .map(Correction::remark)
            .filter(text -> !text.isEmpty())
            .orElse("Seen as " + face.id());
    desk.correct(
        lesson,
        student,
        standing,
        Optional.of(new Correction(Optional.of(mark(register, face)), remark)),
        author);
    store
        .unknownWords()
        .say(lesson, number, UnknownWord.Kind.STUDENT, Optional.of(student), author);
  }

  private Status mark(Register register, UnknownFace face) {
    return new Attendance(register.lesson(), settings.attendance(), settings.sampling().interval())
        .byTheClock(face.first(), face.last());
  }

  private Optional<Correction> standing(LessonKey lesson, String student) {
    return Optional.ofNullable(store.lessons().corrections(lesson).get(student));
  }

  /**
   * Says that a face is somebody else, or none.
   *
   * @param lesson which lesson
   * @param number of the face in the lesson
   * @param kind what it is (not {@link UnknownWord.Kind#STUDENT})
   * @param author who says so
   * @throws RollcallException if there is no such face
   */
  public void isNoStudent(LessonKey lesson, int number, UnknownWord.Kind kind, String author) {
    face(register(lesson), number);
    takeMarkBack(lesson, number, author);
    store.unknownWords().say(lesson, number, kind, Optional.empty(), author);
  }

  /**
   * Takes back what was said, with the mark that came of it.
   *
   * @param lesson which lesson
   * @param number of the face in the lesson
   * @param author who takes it back
   */
  public void takeBack(LessonKey lesson, int number, String author) {
    takeMarkBack(lesson, number, author);
    store.unknownWords().takeBack(lesson, number);
  }

  /** A mark that somebody has changed since stays. */
  private void takeMarkBack(LessonKey lesson, int number, String author) {
    Optional<String> student =
        Optional.ofNullable(words(lesson).get(number)).flatMap(UnknownWord::student);
    if (student.isEmpty()) {
      return;
    }
    Register register = register(lesson);
    UnknownFace face = face(register, number);
    Optional<Correction> standing = standing(lesson, student.get());
    boolean ours =
        standing
            .filter(correction -> correction.remark().equals("Seen as " + face.id()))
            .flatMap(Correction::status)
            .filter(mark(register, face)::equals)
            .isPresent();
    if (ours) {
      desk.correct(lesson, student.get(), standing, Optional.empty(), author);
    }
  }

  /**
   * Puts the picture of a face into a file, to be enrolled.
   *
   * @param lesson which lesson
   * @param number of the face in the lesson
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
      throw new TemporaryFailure(
          "Cannot keep the picture of the face: %s. Check the free space.".formatted(e), e);
    }
  }

  private Register register(LessonKey lesson) {
    return store
        .lessons()
        .find(lesson)
        .orElseThrow(() -> new RollcallException("There is no register of %s.".formatted(lesson)));
  }

  private static UnknownFace face(Register register, int number) {
    return register.unknown().stream()
        .filter(face -> face.number() == number)
        .findFirst()
        .orElseThrow(
            () ->
                new RollcallException(
                    "There is no unknown face %d in this lesson any more. Load the page again."
                        .formatted(number)));
  }
}
