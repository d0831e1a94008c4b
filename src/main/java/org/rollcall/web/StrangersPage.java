package org.rollcall.web;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.rollcall.model.Lesson;
import org.rollcall.model.Register;
import org.rollcall.model.Student;
import org.rollcall.model.UnknownFace;
import org.rollcall.model.UnknownPerson;
import org.rollcall.store.UnknownWord;
import org.rollcall.store.UnknownWord.Kind;

/**
 * The unknown faces of a lesson, as its page shows them.
 *
 * @param register what is known
 * @param words what people said, by the number of the face
 * @param visitors numbers of the persons of the class of whom somebody said that they are visitors
 */
record StrangersPage(Register register, Map<Integer, UnknownWord> words, Set<Integer> visitors) {
  StrangersPage {
    words = Map.copyOf(words);
    visitors = Set.copyOf(visitors);
  }

  Lesson lesson() {
    return register.lesson();
  }

  /** {@return the faces, first those of whom nobody has said anything} */
  List<UnknownFace> faces() {
    return register.unknown().stream().sorted(comparing(face -> kind(face).isPresent())).toList();
  }

  String address(UnknownFace face) {
    return Addresses.lesson(lesson().key()) + "/unknown/" + face.number();
  }

  /** {@return what it is, by what was said of it here, or of the same person in other lessons} */
  Optional<Kind> kind(UnknownFace face) {
    boolean visitor =
        face.person().map(UnknownPerson::number).filter(visitors::contains).isPresent();
    return Optional.ofNullable(words.get(face.number()))
        .map(UnknownWord::kind)
        .or(() -> visitor ? Optional.of(Kind.VISITOR) : Optional.empty());
  }

  boolean is(UnknownFace face, Kind kind) {
    return kind(face).filter(kind::equals).isPresent();
  }

  boolean is(UnknownFace face, Student student) {
    return Optional.ofNullable(words.get(face.number()))
        .flatMap(UnknownWord::student)
        .filter(student.id()::equals)
        .isPresent();
  }

  /** {@return the name of the student whom somebody saw in a face; empty if nobody did} */
  Optional<String> name(UnknownFace face) {
    return students().stream().filter(student -> is(face, student)).map(Student::name).findFirst();
  }

  List<Student> students() {
    return register.rows().stream().map(row -> row.verdict().student()).toList();
  }
}
