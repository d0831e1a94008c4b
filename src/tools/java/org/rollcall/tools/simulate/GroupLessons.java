package org.rollcall.tools.simulate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.rollcall.identity.ClassTrainer;
import org.rollcall.identity.Identification;
import org.rollcall.identity.Identifier;
import org.rollcall.identity.MatchingSettings;
import org.rollcall.identity.PhotoCheck;
import org.rollcall.identity.Template;
import org.rollcall.identity.Tracklet;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.model.Message;
import org.rollcall.model.Student;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.tools.people.Look;
import org.rollcall.tools.people.Person;
import org.rollcall.tools.simulate.MarkedStudent.Mark;

/**
 * Holds lessons of classes drawn from groups of people.
 *
 * @param cohort counted on other people
 * @param trainer trains the classes' models with that cohort
 * @param embeddings of all faces
 */
record GroupLessons(Cohort cohort, ClassTrainer trainer, Map<FaceCrop, Embedding> embeddings) {
  /** How often everybody is seen: enough for a mark. */
  private static final int LOOKS = 6;

  /**
   * What came out for a student of a class.
   *
   * @param student who
   * @param present whether the student was in the room
   * @param mark what the register would say
   */
  record Outcome(Person student, boolean present, Mark mark) {}

  /**
   * Holds lessons, each with another class.
   *
   * @param lessons how many
   * @param seed the same seed draws the same classes
   * @param draws draws a class
   * @param method how the students are told apart
   */
  List<Outcome> hold(int lessons, long seed, Draws draws, MatchingSettings.Method method) {
    return IntStream.range(0, lessons)
        .parallel()
        .mapToObj(lesson -> new Random(31 * seed + lesson))
        .flatMap(random -> hold(draws.draw(random), random, method).stream())
        .toList();
  }

  /** Draws a class by lot. */
  interface Draws {
    Mix.Drawn draw(Random random);
  }

  private List<Outcome> hold(Mix.Drawn drawn, Random random, MatchingSettings.Method method) {
    List<List<Look>> seats = drawn.room().stream().map(person -> looks(person, random)).toList();
    List<Tracklet> tracks = new SimulatedLesson(seats, embeddings, random).tracks(cohort);
    List<Template> templates = templates(drawn.students());
    Identification found =
        new Identifier(MatchingSettings.DEFAULT, cohort)
            .identify(trainer.train(method, templates), tracks);
    List<Outcome> outcomes = new ArrayList<>();
    for (Person student : drawn.students()) {
      Mark mark = Mark.of(found.match(new Student(student.name(), student.name())));
      outcomes.add(new Outcome(student, drawn.room().contains(student), mark));
    }
    return outcomes;
  }

  private static List<Look> looks(Person person, Random random) {
    List<Look> looks = new ArrayList<>(person.looks());
    Collections.shuffle(looks, random);
    return IntStream.range(0, LOOKS).mapToObj(i -> looks.get(i % looks.size())).toList();
  }

  /** The templates of students, without photos that would be refused. */
  private List<Template> templates(List<Person> students) {
    List<PhotoCheck.PhotoFace> photos = new ArrayList<>();
    for (Person person : students) {
      Student student = new Student(person.name(), person.name());
      for (FaceCrop photo : person.photos()) {
        photos.add(new PhotoCheck.PhotoFace(student, embeddings.get(photo)));
      }
    }
    List<Optional<Message>> refusals =
        photos.size() > students.size()
            ? new PhotoCheck(cohort).refusals(photos)
            : Collections.nCopies(photos.size(), Optional.empty());
    List<Template> templates = new ArrayList<>();
    for (Person person : students) {
      Student student = new Student(person.name(), person.name());
      List<Embedding> accepted =
          IntStream.range(0, photos.size())
              .filter(i -> photos.get(i).student().equals(student) && refusals.get(i).isEmpty())
              .mapToObj(i -> photos.get(i).embedding())
              .toList();
      if (!accepted.isEmpty()) {
        templates.add(Template.of(student, accepted));
      }
    }
    return templates;
  }
}
