package org.rollcall.lesson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.rollcall.config.Home;
import org.rollcall.config.RosterFile;
import org.rollcall.config.StudentPhotos;
import org.rollcall.model.Consent;
import org.rollcall.model.Jpeg;
import org.rollcall.model.LessonKey;
import org.rollcall.model.RollcallException;
import org.rollcall.model.Roster;
import org.rollcall.model.Student;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.store.CheckedPhoto;
import org.rollcall.store.Store;

/**
 * Where the students of a class and their photos are looked after. What it changes are the files
 * that an admin may change by hand as well: {@code roster.csv} and the folders of the photos.
 *
 * <p>For any number of threads.
 */
public final class EnrolmentDesk {
  /** More photos of one student make nothing better. */
  private static final int MOST_PHOTOS = 30;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final Home home;
  private final Store store;
  private final Clock clock;
  private final ZoneId zone;

  /**
   * Prepares.
   *
   * @param home the installation
   * @param store its open store, which the caller closes
   * @param clock tells the time
   * @param zone where the school is
   */
  public EnrolmentDesk(Home home, Store store, Clock clock, ZoneId zone) {
    this.home = home;
    this.store = store;
    this.clock = clock;
    this.zone = zone;
  }

  /**
   * A photo or a short video.
   *
   * @param name of the file
   * @param state whether the student can be recognised by it
   * @param reason why not, a sentence
   */
  public record Photo(String name, State state, String reason) {
    /** Where a photo stands. */
    public enum State {
      /** Nobody has looked at it yet. */
      UNCHECKED,
      /** It is used. */
      ACCEPTED,
      /** It is not used. */
      REFUSED
    }
  }

  /**
   * A student and what he or she is recognised by.
   *
   * @param student the row of the roster
   * @param photos the files, in the order of their names
   */
  public record Enrolled(Student student, List<Photo> photos) {
    public Enrolled {
      photos = List.copyOf(photos);
    }

    /**
     * Counts photos.
     *
     * @param state where they stand
     * @return how many stand there
     */
    public int count(Photo.State state) {
      return (int) photos.stream().filter(photo -> photo.state() == state).count();
    }

    /** {@return whether photos wait for somebody to look at them} */
    public boolean waits() {
      return student.consent() != Consent.REFUSED && count(Photo.State.UNCHECKED) > 0;
    }
  }

  /**
   * The students of a class.
   *
   * @param className name of the class
   * @return all of its roster, in its order; nobody if it has no roster yet
   * @throws org.rollcall.config.BadSettings if the roster is not in order
   */
  public List<Enrolled> students(String className) {
    Roster roster = roster(className);
    StudentPhotos files = StudentPhotos.find(home, roster);
    Map<String, List<CheckedPhoto>> checked = new LinkedHashMap<>();
    store
        .gallery()
        .checked(className)
        .forEach(
            photo -> checked.computeIfAbsent(photo.file(), file -> new ArrayList<>()).add(photo));
    return roster.students().stream()
        .map(
            student ->
                new Enrolled(
                    student,
                    files.byStudent().get(student.id()).stream()
                        .map(
                            file ->
                                photo(file, checked.getOrDefault(home.relative(file), List.of())))
                        .toList()))
        .toList();
  }

  /** A video counts if one picture of it does. */
  private static Photo photo(Path file, List<CheckedPhoto> checked) {
    String name = file.getFileName().toString();
    if (checked.isEmpty()) {
      return new Photo(name, Photo.State.UNCHECKED, "");
    }
    return checked.stream().anyMatch(CheckedPhoto::accepted)
        ? new Photo(name, Photo.State.ACCEPTED, "")
        : new Photo(name, Photo.State.REFUSED, checked.get(0).refusal());
  }

  /**
   * The roster of a class.
   *
   * @param className name of the class
   * @return its students; nobody if it has no roster yet
   * @throws org.rollcall.config.BadSettings if the roster is not in order
   */
  public Roster roster(String className) {
    boolean written = Files.exists(home.rosterFile(className));
    return written && !isEmpty(className)
        ? RosterFile.read(home, className)
        : new Roster(className, List.of());
  }

  /** A class that was made on the page has a heading and nobody below it. */
  private boolean isEmpty(String className) {
    try (Stream<String> lines = Files.lines(home.rosterFile(className))) {
      return lines.filter(line -> !line.isBlank()).limit(2).count() < 2;
    } catch (IOException | UncheckedIOException e) {
      return false;
    }
  }

  /**
   * The face that was found in a photo.
   *
   * @param className name of the class
   * @param student id of the student
   * @param photo name of the file
   * @return the face; empty if none was found, or nobody has looked yet
   */
  public Optional<Jpeg> face(String className, String student, String photo) {
    return find(className, student, photo)
        .flatMap(file -> store.gallery().face(className, home.relative(file)));
  }

  private Optional<Path> find(String className, String student, String photo) {
    return files(className, student).stream()
        .filter(file -> file.getFileName().toString().equals(photo))
        .findFirst();
  }

  private List<Path> files(String className, String student) {
    return StudentPhotos.find(home, roster(className)).byStudent().getOrDefault(student, List.of());
  }

  /**
   * Makes a class without students, if there is none of that name.
   *
   * @param className its name
   * @throws RollcallException if that is no name for a class, or there is one
   */
  public void create(String className) {
    if (!LessonKey.isClassName(className)) {
      throw new RollcallException(
          ("'%s' is no name for a class: letters, digits, blanks and . _ - are allowed, and a"
                  + " letter or digit comes first.")
              .formatted(className));
    }
    boolean taken = home.classNames().stream().anyMatch(className::equalsIgnoreCase);
    if (taken) {
      throw new RollcallException("There is a class '%s' already.".formatted(className));
    }
    RosterFile.write(home, new Roster(className, List.of()));
  }

  /**
   * Changes the roster of a class, while nobody else does.
   *
   * @param className name of the class
   * @param change makes the new list of students of the one so far
   * @throws org.rollcall.config.BadSettings if the new list is not in order
   */
  public void change(String className, UnaryOperator<List<Student>> change) {
    store
        .leases()
        .alone(
            "class " + className,
            () -> {
              List<Student> changed = change.apply(roster(className).students());
              RosterFile.write(home, new Roster(className, changed));
              return null;
            });
  }

  /**
   * Takes a student out of a class and deletes the photos. What was marked in lessons stays.
   *
   * @param className name of the class
   * @param id of the student
   */
  public void remove(String className, String id) {
    List<Path> photos = files(className, id);
    change(
        className,
        students -> students.stream().filter(student -> !student.id().equals(id)).toList());
    photos.forEach(this::delete);
  }

  /**
   * Adds a photo or a short video of a student.
   *
   * @param className name of the class
   * @param id of the student
   * @param upload the file as it came; it is moved
   * @return name of the file that it has become
   * @throws RollcallException if it is no photo and no video, or there are many already
   */
  public String add(String className, String id, Path upload) {
    Student student = student(className, id);
    List<Path> there = files(className, id);
    if (there.size() >= MOST_PHOTOS) {
      throw new RollcallException(
          "There are %d photos of this student, which is the most. Delete some that are of no use."
              .formatted(there.size()));
    }
    String extension = MediaKind.of(upload).extension();
    Path folder = there.isEmpty() ? newFolder(className, student) : there.get(0).getParent();
    try {
      Files.createDirectories(folder);
      Path target = free(folder, extension);
      SentFile.move(upload, target);
      return target.getFileName().toString();
    } catch (IOException e) {
      throw new TemporaryFailure(
          "Cannot keep the photo in %s: %s. Check the free space, and who may write there."
              .formatted(home.relative(folder), e),
          e);
    }
  }

  /**
   * A student of a class.
   *
   * @param className name of the class
   * @param id of the student
   * @return the row of the roster
   * @throws RollcallException if there is none
   */
  public Student student(String className, String id) {
    return roster(className).students().stream()
        .filter(student -> student.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new RollcallException(
                    "There is no student '%s' in the roster of %s.".formatted(id, className)));
  }

  private Path newFolder(String className, Student student) {
    return home.studentsFolder(className).resolve(student.id());
  }

  private Path free(Path folder, String extension) {
    String time = TIME.format(LocalDateTime.ofInstant(clock.instant(), zone));
    return Stream.iterate(1, number -> number + 1)
        .map(number -> folder.resolve("%s-%d.%s".formatted(time, number, extension)))
        .filter(Files::notExists)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Deletes a photo.
   *
   * @param className name of the class
   * @param id of the student
   * @param photo name of the file; nothing happens if it is gone
   */
  public void removePhoto(String className, String id, String photo) {
    find(className, id, photo).ifPresent(this::delete);
  }

  private void delete(Path photo) {
    try {
      Files.deleteIfExists(photo);
    } catch (IOException e) {
      throw new TemporaryFailure(
          "Cannot delete %s: %s. Check who may write there.".formatted(home.relative(photo), e), e);
    }
  }
}
