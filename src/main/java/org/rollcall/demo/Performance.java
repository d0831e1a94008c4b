package org.rollcall.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.rollcall.demo.SeatingPlan.Seat;

/**
 * One person's part in a lesson.
 *
 * @param person number of the person's portraits
 * @param seat where the person sits
 * @param stay when the person is present
 * @param attention where the person looks
 * @param covers when something hides the face
 * @param phase offset that keeps people from moving in unison (0..1)
 */
record Performance(
    int person, Seat seat, Stay stay, Attention attention, List<Cover> covers, double phase) {
  private static final double SECONDS_BETWEEN_COVERS = 14;
  private static final double SHOWN_AT_BOTH_ENDS = 3;
  private static final double SHORTEST_COVER = 1.5;
  private static final double LONGEST_COVER = 4;

  Performance {
    covers = List.copyOf(covers);
  }

  /**
   * When a person is present. From entering until sitting down, and from standing up until leaving,
   * the person walks.
   *
   * @param there when the person is in the frame
   * @param seated when the person sits at the table
   */
  record Stay(TimeSpan there, TimeSpan seated) {
    /** {@return the distance from the seat, from 0 at the seat to 1 at the edge of the frame} */
    double away(double second) {
      if (second < seated.from()) {
        return 1 - new TimeSpan(there.from(), seated.from()).share(second);
      }
      return second < seated.to() ? 0 : new TimeSpan(seated.to(), there.to()).share(second);
    }

    /** {@return whether the person walks at this time} */
    boolean walks(double second) {
      return there.contains(second) && !seated.contains(second);
    }
  }

  /** Something that hides a face. */
  enum Prop {
    /** A book being read. */
    BOOK,
    /** The hand that the head rests on. */
    HAND
  }

  /**
   * A time during which a face is hidden.
   *
   * @param prop what hides it
   * @param span when
   */
  record Cover(Prop prop, TimeSpan span) {}

  /**
   * Chooses at random what a person does; the face stays visible for a while after arriving and
   * before leaving.
   */
  static Performance random(int person, Seat seat, Stay stay, Random random) {
    Attention attention = Attention.random(stay.seated(), random);
    return new Performance(
        person, seat, stay, attention, covers(stay.seated(), random), random.nextDouble());
  }

  private static List<Cover> covers(TimeSpan seated, Random random) {
    List<Cover> covers = new ArrayList<>();
    double free = seated.from() + SHOWN_AT_BOTH_ENDS;
    while (true) {
      double from = free - Math.log(1 - random.nextDouble()) * SECONDS_BETWEEN_COVERS;
      double to = from + SHORTEST_COVER + (LONGEST_COVER - SHORTEST_COVER) * random.nextDouble();
      if (to > seated.to() - SHOWN_AT_BOTH_ENDS) {
        return covers;
      }
      Prop prop = random.nextBoolean() ? Prop.BOOK : Prop.HAND;
      covers.add(new Cover(prop, new TimeSpan(from, to)));
      free = to + SHOWN_AT_BOTH_ENDS;
    }
  }
}
