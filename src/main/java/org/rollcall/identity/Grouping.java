package org.rollcall.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.rollcall.identity.cohort.Cohort;

/**
 * Groups the tracks of the same person without identifying anyone: the tracks with the greatest
 * weight start the groups, and the others join them. No one appears twice in one frame, but two
 * cameras may see the same person at the same moment.
 */
final class Grouping {
  /**
   * Share of pairs of strangers who would be taken for one person. It is so small because two
   * people who are taken for one leave a student unseen. It applies across cameras as well.
   */
  static final double SAME_PERSON_RATE = 1e-6;

  /** The same for a face that reappears at the place and size at which another track ended. */
  static final double SAME_SEAT_RATE = 1e-3;

  /** Least {@linkplain Tracker#nearness nearness} that counts as the same place. */
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

  private double limit(Tracklet track, PersonCluster person) {
    return cohort.limit(sameSeat(track, person) ? SAME_SEAT_RATE : SAME_PERSON_RATE);
  }

  /** {@return whether one camera saw two persons in the same place, one after the other} */
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
