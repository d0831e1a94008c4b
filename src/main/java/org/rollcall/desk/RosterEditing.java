package org.rollcall.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.rollcall.lesson.RefusedPictures;
import org.rollcall.model.Message;
import org.rollcall.model.Refusal;
import org.rollcall.model.RollcallException;
import org.rollcall.model.Roster;
import org.rollcall.model.Student;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.school.Home;
import org.rollcall.school.RosterFile;
import org.rollcall.school.StudentPhotos;
import org.rollcall.store.Store;

/**
 * Edits the rosters of classes: the same files that an admin may edit by hand, {@code roster.csv}.
 *
 * <p>Thread-safe.
 */
public final class RosterEditing {
  private final Home home;
  private final Store store;

  /**
   * Creates the service for an installation.
   *
   * @param home the installation
   * @param store its open store, which the caller closes
   */
  public RosterEditing(Home home, Store store) {
    this.home = home;
    this.store = store;
  }

  /**
   * Reads the roster of a class.
   *
   * @param className name of the class
   * @return its students; none if it has no roster yet
   * @throws org.rollcall.school.InvalidConfiguration if the roster is faulty
   */
  public Roster roster(String className) {
    boolean written = Files.exists(home.rosterFile(className));
    return written && !isEmpty(className)
        ? RosterFile.read(home, className)
        : new Roster(className, List.of());
  }

  /**
   * Checks whether a roster has at most a heading: so it is in a class created through the web
   * pages until the first student is added.
   */
  private boolean isEmpty(String className) {
    try (Stream<String> lines = Files.lines(home.rosterFile(className))) {
      return lines.filter(line -> !line.isBlank()).limit(2).count() < 2;
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  /** {@return the photos and videos of a student; none if the student is not on the roster} */
  List<Path> photos(String className, String student) {
    return StudentPhotos.find(home, roster(className)).byStudent().getOrDefault(student, List.of());
  }

  /**
   * Creates a class without students.
   *
   * @param className its name
   * @throws RollcallException if that cannot be the name of a new class, or the class exists
   */
  public void create(String className) {
    NewClassName.require(className);
    boolean taken = home.classNames().stream().anyMatch(className::equalsIgnoreCase);
    if (taken) {
      throw new RollcallException(Message.of(Refusal.CLASS_EXISTS, className));
    }
    RosterFile.write(home, new Roster(className, List.of()));
  }

  /**
   * Changes the roster of a class, under a lock that keeps out other changes. Pictures that must
   * not be shown any more are deleted.
   *
   * @param className name of the class
   * @param change turns the present list of students into the new one; may refuse by an exception
   * @return what was changed
   * @throws org.rollcall.school.InvalidConfiguration if the new list is faulty
   */
  public RosterEdit change(String className, UnaryOperator<List<Student>> change) {
    RosterEdit edit =
        alone(
            className,
            () -> {
              Roster before = roster(className);
              Roster after = new Roster(className, change.apply(before.students()));
              if (!after.equals(before)) {
                RosterFile.write(home, after);
              }
              return new RosterEdit(before, after);
            });
    new RefusedPictures(home, store).delete(className);
    return edit;
  }

  /** Keeps out other changes of a class meanwhile. */
  <T> T alone(String className, Supplier<T> work) {
    return store.leases().exclusively("class " + className, work);
  }

  /**
   * Removes a student from a class, if still there, and deletes the photos. The marks of past
   * lessons stay.
   *
   * @param className name of the class
   * @param id id of the student
   * @param check is shown the row of the roster, and may refuse by an exception
   * @return what was changed
   */
  public RosterEdit remove(String className, String id, Consumer<Student> check) {
    return alone(
        className,
        () -> {
          List<Path> photos = photos(className, id);
          RosterEdit edit =
              change(
                  className,
                  students -> students.stream().filter(one -> !isChecked(one, id, check)).toList());
          photos.forEach(this::delete);
          return edit;
        });
  }

  private static boolean isChecked(Student student, String id, Consumer<Student> check) {
    boolean found = student.id().equals(id);
    if (found) {
      check.accept(student);
    }
    return found;
  }

  /**
   * Finds a student on the roster of a class.
   *
   * @param className name of the class
   * @param id id of the student
   * @return the row of the roster
   * @throws RollcallException if there is no such student
   */
  public Student student(String className, String id) {
    return roster(className).students().stream()
        .filter(student -> student.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new RollcallException(Message.of(Refusal.NOT_ON_THE_ROSTER, id, className)));
  }

  void delete(Path photo) {
    try {
      Files.deleteIfExists(photo);
    } catch (IOException e) {
      throw new TemporaryFailure(Message.of(Refusal.PHOTO_NOT_DELETED, home.relative(photo), e), e);
    }
  }
}
