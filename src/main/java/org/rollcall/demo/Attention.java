package org.rollcall.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Where a person looks during a lesson: mostly to the front, now and then at a neighbour or down at
 * the table.
 */
final class Attention {
  private static final double TURN_SECONDS = 0.5;
  private static final double SHORTEST_GLANCE = 2;
  private static final double LONGEST_GLANCE = 5;
  private static final double TO_THE_SIDE = 0.18;
  private static final double DOWN = 0.15;

  /** Seconds after coming and before going in which nobody turns away. */
  private static final double FRONT_AT_BOTH_ENDS = 3;

  private final List<Gaze> glances;

  private Attention(List<Gaze> glances) {
    this.glances = List.copyOf(glances);
  }

  /**
   * A direction of gaze held for a while.
   *
   * @param from when the head starts to turn there, in seconds
   * @param yaw angle to the person's left (radians; negative to the right)
   * @param nod angle downwards (radians)
   * @param expression index of the face image of the person (0 or more)
   */
  record Gaze(double from, double yaw, double nod, int expression) {}

  /**
   * The pose of a head at one moment.
   *
   * @param before the gaze that it turns from
   * @param after the gaze that it turns to, or holds
   * @param turned how far it has turned from one to the other, 0..1
   */
  record HeadPose(Gaze before, Gaze after, double turned) {
    double yaw() {
      return before.yaw + turned * (after.yaw - before.yaw);
    }

    double nod() {
      return before.nod + turned * (after.nod - before.nod);
    }

    /** {@return the angular velocity in radians per second; positive to the left} */
    double yawSpeed() {
      boolean moving = turned > 0 && turned < 1;
      return moving ? (after.yaw - before.yaw) / TURN_SECONDS : 0;
    }
  }

  /** Chooses at random where a person looks during a time span. */
  static Attention random(TimeSpan seated, Random random) {
    List<Gaze> glances = new ArrayList<>();
    glances.add(front(seated.from(), random));
    double at = seated.from() + FRONT_AT_BOTH_ENDS;
    while (at < seated.to() - FRONT_AT_BOTH_ENDS) {
      glances.add(anywhere(at, random));
      at += SHORTEST_GLANCE + (LONGEST_GLANCE - SHORTEST_GLANCE) * random.nextDouble();
    }
    glances.add(front(Math.max(at, seated.to() - FRONT_AT_BOTH_ENDS), random));
    return new Attention(glances);
  }

  private static Gaze anywhere(double at, Random random) {
    double lot = random.nextDouble();
    if (lot < TO_THE_SIDE) {
      double side = random.nextBoolean() ? 1 : -1;
      return new Gaze(
          at, side * (0.45 + 0.5 * random.nextDouble()), 0.1 * random.nextDouble(), lot(random));
    }
    if (lot < TO_THE_SIDE + DOWN) {
      double yaw = 0.5 * random.nextDouble() - 0.25;
      return new Gaze(at, yaw, 0.25 + 0.3 * random.nextDouble(), lot(random));
    }
    return front(at, random);
  }

  private static Gaze front(double at, Random random) {
    double yaw = 0.1 * random.nextGaussian();
    double nod = 0.04 * random.nextGaussian();
    return new Gaze(at, Math.max(-0.2, Math.min(0.2, yaw)), nod, lot(random));
  }

  private static int lot(Random random) {
    return random.nextInt(Actor.EXPRESSIONS);
  }

  HeadPose at(double second) {
    int current = 0;
    while (current + 1 < glances.size() && glances.get(current + 1).from <= second) {
      current++;
    }
    Gaze after = glances.get(current);
    Gaze before = glances.get(Math.max(0, current - 1));
    double share = new TimeSpan(after.from, after.from + TURN_SECONDS).share(second);
    return new HeadPose(before, after, share * share * (3 - 2 * share));
  }
}
