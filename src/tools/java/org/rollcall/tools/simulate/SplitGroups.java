package org.rollcall.tools.simulate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.rollcall.identity.ClassTrainer;
import org.rollcall.identity.LinearTrainer;
import org.rollcall.identity.MatchingSettings.Method;
import org.rollcall.identity.cohort.Cohort;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.tools.people.CohortOfPeople;
import org.rollcall.tools.people.PeopleByGroup;
import org.rollcall.tools.people.Person;
import org.rollcall.tools.simulate.MarkedStudent.Mark;

/**
 * Lessons with people whom no cohort was counted on: the people of each group are halved by lot,
 * the cohort is counted on one half, and the lessons are held with the other; then the other way
 * round. People with one photo are seen in it as cameras of a classroom would show it, so nothing
 * is said of how many of them are found. People with albums are in no cohort.
 */
final class SplitGroups {
  private static final int[] TENTHS = {1, 3, 5, 10};
  private static final int SPLITS = 2;

  /** All of this group are in the cohort, and none of them in a lesson. */
  private static final String COHORT_ONLY = "LFW";

  /** The majority where nobody of the same age is there. */
  private static final String MAJORITY = "White-20-45";

  private static final int ALBUM_CLASS = 6;
  private static final int ALBUM_ABSENT = 2;
  private static final int ALBUM_STRANGERS = 4;

  /** Lessons of such a small class take little time. */
  private static final int ALBUM_LESSONS = 20;

  private final PeopleByGroup people;
  private final Map<FaceCrop, Embedding> embeddings;
  private final LinearTrainer softmax;

  SplitGroups(PeopleByGroup people, String space, LinearTrainer softmax) throws IOException {
    this.people = people;
    this.embeddings = people.embeddings(space);
    this.softmax = softmax;
  }

  /**
   * A student of the minority who was not in the room.
   *
   * @param mix the class
   * @param mark what the register would say
   */
  record AbsentStudent(Mix mix, Mark mark) {}

  /** {@return what became of the absent students of the minority, in that many lessons a mix} */
  List<AbsentStudent> hold(int lessons, Method method) throws IOException {
    Map<String, List<Person>> groups = people.groups();
    List<AbsentStudent> absent = new ArrayList<>();
    for (int split = 0; split < SPLITS; split++) {
      Halves halves = Halves.of(groups, new Random(split));
      absent.addAll(hold(halves, lessons, method));
      absent.addAll(hold(halves.swapped(), lessons, method));
    }
    return absent;
  }

  private List<AbsentStudent> hold(Halves halves, int lessons, Method method) {
    Map<String, List<Person>> counted = new TreeMap<>(halves.one());
    Map<String, List<Person>> tested = new TreeMap<>(halves.other());
    List<Person> cohortOnly = tested.remove(COHORT_ONLY);
    if (cohortOnly != null) {
      counted.put("more of " + COHORT_ONLY, cohortOnly);
    }
    GroupLessons room = room(counted);
    List<AbsentStudent> absent = new ArrayList<>();
    for (Mix mix : mixes(tested)) {
      room.hold(lessons, mix.hashCode(), random -> mix.draw(tested, random), method).stream()
          .filter(outcome -> outcome.student().group().equals(mix.minority()))
          .filter(outcome -> !outcome.present())
          .forEach(outcome -> absent.add(new AbsentStudent(mix, outcome.mark())));
    }
    return absent;
  }

  private GroupLessons room(Map<String, List<Person>> counted) {
    Cohort cohort = CohortOfPeople.of(counted, embeddings).build();
    return new GroupLessons(cohort, new ClassTrainer(cohort, softmax), embeddings);
  }

  private static List<Mix> mixes(Map<String, List<Person>> groups) {
    List<Mix> mixes = new ArrayList<>();
    for (String group : groups.keySet()) {
      String sameAge = "White-" + group.replaceFirst("[^-]*-", "");
      String majority = groups.containsKey(sameAge) ? sameAge : MAJORITY;
      for (int tenths : TENTHS) {
        if (tenths == 10 || !majority.equals(group)) {
          mixes.add(new Mix(majority, group, tenths));
        }
      }
    }
    return mixes;
  }

  /**
   * Holds lessons with people who have an album each.
   *
   * @return what became of the students, by group
   */
  Map<String, List<GroupLessons.Outcome>> albums(int lessons, Method method) throws IOException {
    GroupLessons room = room(people.groups());
    Map<String, List<GroupLessons.Outcome>> outcomes = new TreeMap<>();
    people.withAlbums().stream()
        .collect(Collectors.groupingBy(Person::group))
        .forEach(
            (group, members) ->
                outcomes.put(
                    group,
                    room.hold(
                        ALBUM_LESSONS * lessons, 0, random -> drawn(members, random), method)));
    return outcomes;
  }

  private static Mix.Drawn drawn(List<Person> members, Random random) {
    List<Person> shuffled = new ArrayList<>(members);
    Collections.shuffle(shuffled, random);
    return new Mix.Drawn(
        shuffled.subList(0, ALBUM_CLASS),
        shuffled.subList(ALBUM_ABSENT, ALBUM_CLASS + ALBUM_STRANGERS));
  }

  /** People of each group, in two halves. */
  private record Halves(Map<String, List<Person>> one, Map<String, List<Person>> other) {
    static Halves of(Map<String, List<Person>> groups, Random random) {
      Map<String, List<Person>> one = new TreeMap<>();
      Map<String, List<Person>> other = new TreeMap<>();
      groups.forEach(
          (name, members) -> {
            List<Person> shuffled = new ArrayList<>(members);
            Collections.shuffle(shuffled, random);
            one.put(name, shuffled.subList(0, shuffled.size() / 2));
            other.put(name, shuffled.subList(shuffled.size() / 2, shuffled.size()));
          });
      return new Halves(one, other);
    }

    Halves swapped() {
      return new Halves(other, one);
    }
  }
}
