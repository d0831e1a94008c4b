package org.rollcall.evaluation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rollcall.model.RollcallException;
import org.rollcall.model.Student;

/**
 * Photos of people, one folder per person: some of the people become a class, the others are
 * strangers.
 *
 * @param name name of the folder
 * @param students the students of the class with their photos
 * @param strangers photos of people who are not in the class
 */
record LabelledPhotos(String name, List<Sitter> students, List<Path> strangers) {
  LabelledPhotos {
    students = List.copyOf(students);
    strangers = List.copyOf(strangers);
  }

  /**
   * A student with photos.
   *
   * @param student the student, with a made-up id
   * @param enrolment photos to enrol
   * @param rest photos to recognise
   */
  record Sitter(Student student, List<Path> enrolment, List<Path> rest) {}

  /** {@return whether a folder contains folders of photos} */
  static boolean areIn(Path folder) {
    return !people(folder).isEmpty();
  }

  /**
   * Divides the people of a folder into students and strangers.
   *
   * @param folder contains a folder of photos for each person
   * @param options how to divide them
   * @throws RollcallException if no one has enough photos, or a folder of more strangers has none
   */
  static LabelledPhotos read(Path folder, EvaluationOptions options) {
    List<Sitter> students = new ArrayList<>();
    List<Path> strangers = new ArrayList<>();
    for (Path person : people(folder)) {
      List<Path> photos = Folders.list(person, Folders::isPhoto);
      if (students.size() < options.students() && photos.size() > options.enrolmentPhotos()) {
        students.add(sitter(person, photos, students.size() + 1, options.enrolmentPhotos()));
      } else {
        strangers.addAll(photos);
      }
    }
    if (students.isEmpty()) {
      throw new RollcallException(
          "Nobody in %s has more than %d photos, so nobody can be enrolled with %d and recognised on another. Add photos, or enrol fewer with --enrolment-photos."
              .formatted(folder, options.enrolmentPhotos(), options.enrolmentPhotos()));
    }
    options.strangers().ifPresent(more -> strangers.addAll(allPhotos(more)));
    return new LabelledPhotos(Folders.name(folder), students, strangers);
  }

  private static Sitter sitter(Path person, List<Path> photos, int number, int enrolled) {
    String name = person.getFileName().toString().replace('_', ' ').strip();
    return new Sitter(
        new Student("P%03d".formatted(number), name.isEmpty() ? "Person " + number : name),
        photos.subList(0, enrolled),
        photos.subList(enrolled, photos.size()));
  }

  private static List<Path> people(Path folder) {
    return Folders.list(folder, LabelledPhotos::isPerson);
  }

  private static boolean isPerson(Path folder) {
    return Files.isDirectory(folder) && !Folders.list(folder, Folders::isPhoto).isEmpty();
  }

  /** Photos of strangers may be in the folder itself or in one folder per person. */
  private static List<Path> allPhotos(Path folder) {
    List<Path> photos = new ArrayList<>(Folders.list(folder, Folders::isPhoto));
    people(folder).forEach(person -> photos.addAll(Folders.list(person, Folders::isPhoto)));
    if (photos.isEmpty()) {
      throw new RollcallException(
          "No photo of a stranger in %s: expected files *.jpg or *.png there or in folders below. Name another folder with --strangers."
              .formatted(folder));
    }
    return photos;
  }
}
