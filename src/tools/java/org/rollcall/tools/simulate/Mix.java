package org.rollcall.tools.simulate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.rollcall.tools.people.Person;

/**
 * A class with students of two groups.
 *
 * @param majority the group of most
 * @param minority the group of the others, and of the strangers who come in
 * @param tenths students of the minority in ten; 10 for a class of that group alone
 */
record Mix(String majority, String minority, int tenths) {
  private static final int STUDENTS = 30;
  private static final int STRANGERS = 6;

  /** A group is small: at least two thirds of it can be students. */
  private static final int STRANGERS_OF = 3;

  /** Of the majority, a quarter is absent; of the minority, on which all depends, half. */
  private static final int MAJORITY_ABSENT = 4;

  private static final int MINORITY_ABSENT = 2;

  /**
   * Who is in the class, and who in the room.
   *
   * @param students everybody in the class
   * @param room students and strangers in the room
   */
  record Drawn(List<Person> students, List<Person> room) {}

  /** {@return a class and who is there, drawn by lot} */
  Drawn draw(Map<String, List<Person>> groups, Random random) {
    List<Person> few = shuffled(groups.get(minority), random);
    int strangers = Math.min(STRANGERS, few.size() / STRANGERS_OF);
    int ofMinority = Math.min(STUDENTS * tenths / 10, few.size() - strangers);
    int ofMajority = ofMinority * (10 - tenths) / tenths;
    List<Person> minorityStudents = few.subList(strangers, strangers + ofMinority);
    List<Person> majorityStudents =
        ofMajority == 0 ? List.of() : shuffled(groups.get(majority), random).subList(0, ofMajority);
    List<Person> students = new ArrayList<>(minorityStudents);
    students.addAll(majorityStudents);
    List<Person> room = new ArrayList<>(few.subList(0, strangers));
    room.addAll(minorityStudents.subList(0, ofMinority / MINORITY_ABSENT));
    room.addAll(majorityStudents.subList(0, ofMajority - ofMajority / MAJORITY_ABSENT));
    return new Drawn(students, room);
  }

  private static List<Person> shuffled(List<Person> people, Random random) {
    List<Person> shuffled = new ArrayList<>(people);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
