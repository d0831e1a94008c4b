package org.rollcall.desk;

import java.io.IOException;
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
import java.util.stream.Stream;
import org.rollcall.basics.Readers;
import org.rollcall.ingest.MediaKind;
import org.rollcall.ingest.SentFile;
import org.rollcall.lesson.RefusedPictures;
import org.rollcall.model.Consent;
import org.rollcall.model.Message;
import org.rollcall.model.Refusal;
import org.rollcall.model.RollcallException;
import org.rollcall.model.Roster;
import org.rollcall.model.Student;
import org.rollcall.model.TemporaryFailure;
import org.rollcall.model.picture.Jpeg;
import org.rollcall.school.Home;
import org.rollcall.school.StudentPhotos;
import org.rollcall.store.Store;
import org.rollcall.store.people.CheckedPhoto;

/**
 * Adds and removes photos of students, in the same folders that an admin may fill by hand, and says
 * which of them are used.
 *
 * <p>Thread-safe.
 */
public final class PhotoEditing {
  /** More photos of one student do not improve recognition. */
  private static final int MOST_PHOTOS = 30;

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

  private final Home home;
  private final Store store;
  private final Clock clock;
  private final ZoneId zone;
  private final RosterEditing rosters;

  /**
   * Creates the service for an installation.
   *
   * @param home the installation
   * @param store its open store, which the caller closes
   * @param clock the clock
   * @param zone the school's time zone
   */
  public PhotoEditing(Home home, Store store, Clock clock, ZoneId zone) {
    this.home = home;
    this.store = store;
    this.clock = clock;
    this.zone = zone;
    this.rosters = new RosterEditing(home, store);
  }

  /**
   * A photo or a short video.
   *
   * @param name name of the file
   * @param version its size in bytes and when it was written, as one word; another file of the same
   *     name has another one
   * @param state whether it is used to recognise the student
   * @param reason why it is refused; empty otherwise
   */
  public record Photo(String name, String version, State state, Optional<Message> reason) {
    /** The state of a photo. */
    public enum State {
      /** Not checked yet. */
      UNCHECKED,
      /** Used for recognition. */
      ACCEPTED,
      /** Not used. */
      REFUSED
    }
  }

  /**
   * A student with his or her photos.
   *
   * @param student the row of the roster
   * @param photos the photos and videos, sorted by name
   */
  public record Enrolled(Student student, List<Photo> photos) {
    public Enrolled {
      photos = List.copyOf(photos);
    }

    /**
     * Counts the photos in a state.
     *
     * @param state their state
     * @return how many photos are in it
     */
    public int count(Photo.State state) {
      return (int) photos.stream().filter(photo -> photo.state() == state).count();
    }

    /** {@return whether the student has refused consent, so that no photo is used or shown} */
    public boolean isRefusing() {
      return student.consent() == Consent.REFUSED;
    }

    /** {@return whether photos wait to be checked; never true if consent was refused} */
    public boolean waits() {
      return !isRefusing() && count(Photo.State.UNCHECKED) > 0;
    }
  }

  /**
   * Lists the students of a class with their photos.
   *
   * @param className name of the class
   * @return all students on its roster, in its order; none if it has no roster yet
   * @throws org.rollcall.school.InvalidConfiguration if the roster is faulty
   */
  public List<Enrolled> students(String className) {
    Roster roster = rosters.roster(className);
    StudentPhotos files = StudentPhotos.find(home, roster);
    Map<String, List<CheckedPhoto>> checked = new LinkedHashMap<>();
    store
        .enrolments()
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

  /** Gives the state of a file. A video is accepted if at least one of its frames is. */
  private static Photo photo(Path file, List<CheckedPhoto> checked) {
    String name = file.getFileName().toString();
    String version = version(file);
    if (checked.isEmpty()) {
      return new Photo(name, version, Photo.State.UNCHECKED, Optional.empty());
    }
    return checked.stream().anyMatch(CheckedPhoto::accepted)
        ? new Photo(name, version, Photo.State.ACCEPTED, Optional.empty())
        : new Photo(name, version, Photo.State.REFUSED, checked.get(0).refusal());
  }

  private static String version(Path file) {
    try {
      return "%d-%d".formatted(Files.size(file), Files.getLastModifiedTime(file).toMillis());
    } catch (IOException e) {
      // Deleted a moment ago.
      return "";
    }
  }

  /**
   * Finds the face in a photo.
   *
   * @param className name of the class
   * @param student id of the student
   * @param photo name of the file
   * @return the face; empty if none was found, or the photo has not been checked yet
   */
  public Optional<Jpeg> face(String className, String student, String photo) {
    new RefusedPictures(home, store).delete(className);
    return file(className, student, photo)
        .flatMap(file -> store.enrolments().face(className, home.relative(file)));
  }

  /**
   * Finds a photo, without its state.
   *
   * @param className name of the class
   * @param student id of the student
   * @param photo name of the file
   * @return the photo as if it had not been checked; empty if there is none of that name
   */
  public Optional<Photo> find(String className, String student, String photo) {
    return file(className, student, photo).map(file -> photo(file, List.of()));
  }

  private Optional<Path> file(String className, String student, String photo) {
    return rosters.photos(className, student).stream()
        .filter(file -> file.getFileName().toString().equals(photo))
        .findFirst();
  }

  /**
   * A photo that was added.
   *
   * @param name name of the file
   * @param isNew whether the student did not have it already
   */
  public record AddedPhoto(String name, boolean isNew) {}

  /**
   * Adds a photo or a short video of a student, unless the student has it already.
   *
   * @param className name of the class
   * @param id id of the student
   * @param upload the uploaded file, which is moved
   * @return the stored file, or the one of the same content that is there
   * @throws RollcallException if it is neither a photo nor a video, there are too many, or the
   *     student has refused consent
   */
  public AddedPhoto add(String className, String id, Path upload) {
    Student student = rosters.student(className, id);
    if (student.consent() == Consent.REFUSED) {
      throw new RollcallException(Message.of(Refusal.CONSENT_REFUSED, id));
    }
    String extension = MediaKind.of(upload).extension();
    // A class is locked for as long as its photos are examined; nobody waits for that here.
    return store
        .leases()
        .exclusively(
            "photos " + className,
            () -> {
              List<Path> there = rosters.photos(className, id);
              return same(there, upload)
                  .map(name -> new AddedPhoto(name, false))
                  .orElseGet(
                      () -> keep(className, student, there, new PhotoUpload(upload, extension)));
            });
  }

  private record PhotoUpload(Path file, String extension) {}

  private static Optional<String> same(List<Path> there, Path upload) {
    return there.stream()
        .filter(file -> isSame(file, upload))
        .map(file -> file.getFileName().toString())
        .findFirst();
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.mismatch(one, other) < 0;
    } catch (IOException e) {
      // Deleted a moment ago.
      return false;
    }
  }

  private AddedPhoto keep(String className, Student student, List<Path> there, PhotoUpload sent) {
    if (there.size() >= MOST_PHOTOS) {
      throw new RollcallException(Message.of(Refusal.TOO_MANY_PHOTOS, there.size()));
    }
    Path folder = there.isEmpty() ? newFolder(className, student) : there.get(0).getParent();
    try {
      Readers.OWNER.createFolders(folder);
      Path target = free(folder, sent.extension());
      SentFile.move(sent.file(), target, Readers.OWNER);
      return new AddedPhoto(target.getFileName().toString(), true);
    } catch (IOException e) {
      throw new TemporaryFailure(Message.of(Refusal.PHOTO_NOT_KEPT, home.relative(folder), e), e);
    }
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
   * Deletes a photo, if it still exists.
   *
   * @param className name of the class
   * @param id id of the student
   * @param photo name of the file
   * @param version the version that may be deleted
   * @return false if there is another version by now, which was not deleted
   */
  public boolean remove(String className, String id, String photo, String version) {
    return rosters.alone(
        className,
        () -> {
          Optional<Path> file = file(className, id, photo);
          boolean same = file.map(PhotoEditing::version).filter(v -> !v.equals(version)).isEmpty();
          file.filter(any -> same).ifPresent(rosters::delete);
          return same;
        });
  }
}
