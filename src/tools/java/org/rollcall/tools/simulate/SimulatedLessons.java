package org.rollcall.tools.simulate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.rollcall.identity.Identification;
import org.rollcall.identity.Identifier;
import org.rollcall.identity.MatchingSettings;
import org.rollcall.identity.Template;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.model.Student;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.tools.people.Look;
import org.rollcall.tools.simulate.MarkedStudent.Mark;
import org.rollcall.tools.simulate.MarkedStudent.Room;
import org.rollcall.tools.simulate.MarkedStudent.Strangers;

/** Draws classes by lot, and holds lessons of them in one embedding space. */
final class SimulatedLessons {
  /** Of four students, one is absent. */
  private static final double PRESENT = 0.75;

  /** For five students, a stranger is in the room. */
  private static final double STRANGERS = 0.2;

  private final List<Participant> people;
  private final List<Participant> visitors;
  private final Map<FaceCrop, Embedding> embeddings;
  private final Cohort cohort;
  private final Map<String, Template> templates = new HashMap<>();

  SimulatedLessons(FilmedPeople filmed, Map<FaceCrop, Embedding> embeddings, Cohort cohort) {
    this.people = filmed.people();
    this.visitors = filmed.strangers();
    this.embeddings = embeddings;
    this.cohort = cohort;
    for (Participant person : people) {
      Student student = new Student(person.name(), person.name());
      List<Embedding> photos = person.photos().stream().map(embeddings::get).toList();
      templates.put(person.name(), Template.of(student, photos));
    }
  }

  /**
   * Holds lessons, each with another class; every call draws the same ones.
   *
   * @param each lessons for each class size and each room
   * @param classSizes students in a class
   */
  MarkedStudents hold(int each, List<Integer> classSizes) {
    List<MarkedStudent> lessons = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < each; i++) {
      for (int size : classSizes) {
        lessons.addAll(holdInAllRooms(size, random));
      }
    }
    return new MarkedStudents(lessons);
  }

  private List<MarkedStudent> holdInAllRooms(int size, Random random) {
    List<MarkedStudent> lessons = new ArrayList<>();
    for (Degradation degradation : Degradation.values()) {
      for (Strangers strangers : Strangers.values()) {
        lessons.addAll(hold(size, new Room(degradation, strangers), random));
      }
    }
    return lessons;
  }

  private List<MarkedStudent> hold(int size, Room room, Random random) {
    List<Participant> drawn = shuffled(people, random);
    List<Participant> enrolled = drawn.subList(0, size);
    int present = (int) (PRESENT * size);
    List<Participant> strangers =
        room.strangers() == Strangers.OTHER_CLASSES
            ? drawn.subList(size, drawn.size())
            : shuffled(visitors, random);
    List<Participant> seats = new ArrayList<>(enrolled.subList(0, present));
    seats.addAll(strangers.subList(0, (int) (STRANGERS * size)));

    List<List<Look>> looks = seats.stream().map(seat -> seat.looks(room.degradation())).toList();
    SimulatedLesson lesson = new SimulatedLesson(looks, embeddings, random);
    Identification found =
        new Identifier(MatchingSettings.DEFAULT, cohort)
            .identify(
                enrolled.stream().map(student -> templates.get(student.name())).toList(),
                lesson.tracks(cohort));
    List<MarkedStudent> lessons = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Mark mark = Mark.of(found.match(templates.get(enrolled.get(i).name()).student()));
      lessons.add(
          i < present
              ? new MarkedStudent(
                  true, room, facePixels(seats.get(i), room), lesson.sightings(i), mark)
              : new MarkedStudent(false, room, 0, 0, mark));
    }
    return lessons;
  }

  private static int facePixels(Participant seated, Room room) {
    return seated.scene(room.degradation()).facePixels();
  }

  private static List<Participant> shuffled(List<Participant> participants, Random random) {
    List<Participant> shuffled = new ArrayList<>(participants);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
