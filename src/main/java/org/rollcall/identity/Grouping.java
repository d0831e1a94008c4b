package org.rollcall.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Brings the tracks of one person together without asking who it is: the tracks that tell most
 * found the persons, the others join them. Nobody is in one picture twice, but two cameras may see
 * somebody at one moment.
 */
final class Grouping {
  /**
   * Faces in one recording share its light and lens and so are more alike than in the cohort; hence
   * a limit that strangers hardly ever reach. It holds from one camera to another as well.
   */
  private static final double SAME_PERSON = 9;

  /** Limit for a face that comes back to the place and size in which another track ended. */
  static final double SAME_SEAT = 4.5;

  /** What counts as the same place: see {@link Tracker#nearness}. */
  static final double NEAR = 0.2;

  private final Cohort cohort;
  private final List<Member> members = new ArrayList<>();

  private Grouping(Cohort cohort) {
    this.cohort = cohort;
  }

  static List<PersonCluster> group(List<Tracklet> tracks, Cohort cohort) {
    Grouping grouping = new Grouping(cohort);
    tracks.stream()
        .sorted(Comparator.comparingDouble(Tracklet::weight).reversed())
        .forEach(grouping::add);
    return grouping.members.stream().map(Member::person).toList();
  }

  private void add(Tracklet track) {
    Cohort.Measured measured = cohort.measure(track.mean());
    PersonCluster person = PersonCluster.of(track);
    int nearest = -1;
    double greatest = 0;
    for (int i = 0; i < members.size(); i++) {
      Member member = members.get(i);
      double excess = measured.score(member.measured) - limit(track, member.person);
      if (excess > greatest && !member.person.excludes(person)) {
        greatest = excess;
        nearest = i;
      }
    }
    if (nearest < 0) {
      members.add(new Member(person, measured));
    } else {
      PersonCluster joined = members.get(nearest).person.with(person);
      members.set(nearest, new Member(joined, cohort.measure(joined.mean())));
    }
  }

  private static double limit(Tracklet track, PersonCluster person) {
    return sameSeat(track, person) ? SAME_SEAT : SAME_PERSON;
  }

  /** {@return whether one camera saw two persons in the same place, in turn} */
  static boolean sameSeat(PersonCluster one, PersonCluster other) {
    return one.tracks().stream().anyMatch(track -> sameSeat(track, other));
  }

  private static boolean sameSeat(Tracklet track, PersonCluster person) {
    return person.tracks().stream().anyMatch(other -> sameSeat(track, other));
  }

  private static boolean sameSeat(Tracklet one, Tracklet other) {
    boolean oneFirst = one.first().compareTo(other.first()) < 0;
    Tracklet before = oneFirst ? one : other;
    Tracklet after = oneFirst ? other : one;
    return one.camera() == other.camera()
        && Tracker.nearness(
                after.path().get(0).box(), before.path().get(before.path().size() - 1).box())
            > NEAR;
  }

  private record Member(PersonCluster person, Cohort.Measured measured) {}
}
