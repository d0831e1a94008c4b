package org.rollcall.web.classes;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rollcall.model.Lesson;
import org.rollcall.model.LessonRegister;
import org.rollcall.model.Student;
import org.rollcall.model.UnknownFace;
import org.rollcall.model.UnknownPerson;
import org.rollcall.store.people.UnknownFaceDecision;
import org.rollcall.store.people.UnknownFaceDecision.DecisionKind;
import org.rollcall.web.kit.Addresses;
import org.rollcall.web.kit.FormVersion;

/**
 * The unknown faces of a lesson, as its page shows them.
 *
 * @param register the register of the lesson
 * @param words what users said about the faces, by their numbers
 * @param visitors numbers of the unknown persons of the class whom users have called visitors
 */
record UnknownFacesPage(
    LessonRegister register, Map<Integer, UnknownFaceDecision> words, Set<Integer> visitors) {
  UnknownFacesPage {
    words = Map.copyOf(words);
    visitors = Set.copyOf(visitors);
  }

  Lesson lesson() {
    return register.lesson();
  }

  String className() {
    return lesson().key().className();
  }

  /** {@return the faces, those about whom nobody has said anything first} */
  List<UnknownFace> faces() {
    return register.unknown().stream().sorted(comparing(face -> kind(face).isPresent())).toList();
  }

  String address(UnknownFace face) {
    return Addresses.lesson(lesson().key()) + "/unknown/" + face.number();
  }

  /** {@return the version of what was said about a face here} */
  String version(UnknownFace face) {
    return version(words, face.number());
  }

  static String version(Map<Integer, UnknownFaceDecision> decisions, int number) {
    return FormVersion.of(
        Optional.ofNullable(decisions.get(number))
            .map(one -> one.kind() + " " + one.student().orElse(""))
            .orElse(""));
  }

  /** {@return what was said about a face here, or about the same person in another lesson} */
  Optional<DecisionKind> kind(UnknownFace face) {
    boolean visitor =
        face.person().map(UnknownPerson::number).filter(visitors::contains).isPresent();
    return Optional.ofNullable(words.get(face.number()))
        .map(UnknownFaceDecision::kind)
        .or(() -> visitor ? Optional.of(DecisionKind.VISITOR) : Optional.empty());
  }

  boolean is(UnknownFace face, DecisionKind kind) {
    return kind(face).filter(kind::equals).isPresent();
  }

  boolean is(UnknownFace face, Student student) {
    return Optional.ofNullable(words.get(face.number()))
        .flatMap(UnknownFaceDecision::student)
        .filter(student.id()::equals)
        .isPresent();
  }

  /** {@return name of the student as whom a face was named; empty if it was not} */
  Optional<String> name(UnknownFace face) {
    return students().stream().filter(student -> is(face, student)).map(Student::name).findFirst();
  }

  List<Student> students() {
    return register.rows().stream().map(row -> row.verdict().student()).toList();
  }
}
