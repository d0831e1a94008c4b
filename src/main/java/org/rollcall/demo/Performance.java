package org.rollcall.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.rollcall.demo.SeatingPlan.Seat;

/**
 * One person's part in a lesson.
 *
 * @param person number of the portraits
 * @param seat where
 * @param stay when
 * @param attention where the person looks
 * @param covers when something is before the face
 * @param phase what keeps people from moving all alike (0..1)
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
   * When a person is there. Between coming and sitting, and between standing up and being gone, the
   * person walks.
   *
   * @param there in the picture
   * @param seated at the table
   */
  record Stay(TimeSpan there, TimeSpan seated) {
    /** {@return how far from the seat the person is, 0 at the seat to 1 at the picture's edge} */
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

  /** What hides a face. */
  enum Prop {
    /** A book that is being read. */
    BOOK,
    /** The hand on which a head rests. */
    HAND
  }

  /**
   * A time with something before the face.
   *
   * @param prop what it is
   * @param span when
   */
  record Cover(Prop prop, TimeSpan span) {}

  /** Lets chance decide what a person does; the face shows while the person comes and goes. */
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
