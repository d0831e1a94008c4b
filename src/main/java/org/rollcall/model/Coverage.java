package org.rollcall.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which stretches of a lesson were really seen, and how well: what decides whether a student who
 * was not seen was absent.
 *
 * @param stretches the stretches of the lesson, in order, without gaps or overlaps; times are
 *     relative to the start of the first recording, so those before it are negative
 * @param faces average number of faces in the frames of the stretches that were seen
 * @param usual the same average in recent lessons of the class; empty if there are too few of them
 * @param doubts why it does not prove that a student who was not seen was absent; empty if it does
 */
public record Coverage(
    List<Stretch> stretches, double faces, Optional<Double> usual, List<Doubt> doubts) {
  /** What the recordings show in a stretch of the lesson. */
  public enum View {
    /** The room, well enough to find faces. */
    SEEN,
    /** A picture too dark to find faces in. */
    DARK,
    /** An even picture without detail, as of a covered lens. */
    BLANK,
    /** The same picture again and again. */
    FROZEN,
    /** No face, and another view than when there were faces. */
    TURNED_AWAY,
    /** Nothing, because frames are missing or damaged. */
    UNREADABLE,
    /** Nothing, because nothing was recorded. */
    NOT_RECORDED
  }

  /** Why not being seen does not prove absence. */
  public enum Doubt {
    /** No face was found in any frame. */
    NO_FACES,
    /** Many people were seen, but hardly anyone of this class. */
    OTHER_CLASS,
    /** Too much of what was recorded could not be seen. */
    UNSEEN,
    /** Too little of the timetabled lesson was recorded. */
    TOO_SHORT,
    /** Far fewer faces were seen than usual in this class. */
    FEW_FACES,
    /** Only one or two pictures show the room. */
    FEW_PICTURES
  }

  /**
   * A stretch of the lesson.
   *
   * @param from its start
   * @param to its end (exclusive; > from)
   * @param view what the recordings show in it
   */
  public record Stretch(Duration from, Duration to, View view) {
    /**
     * Checks the times.
     *
     * @throws IllegalArgumentException if it does not end after its start
     */
    public Stretch {
      if (to.compareTo(from) <= 0) {
        throw new IllegalArgumentException(
            "A stretch must end after its start, got %s to %s".formatted(from, to));
      }
    }

    /** {@return how long it is} */
    public Duration length() {
      return to.minus(from);
    }
  }

  /** Copies the lists. */
  public Coverage {
    stretches = List.copyOf(stretches);
    doubts = List.copyOf(doubts);
  }

  /** {@return a coverage of which nothing is known, as with registers of earlier versions} */
  public static Coverage unknown() {
    return new Coverage(List.of(), 0, Optional.empty(), List.of());
  }

  /** {@return whether a student who was not seen was absent} */
  public boolean provesAbsence() {
    return doubts.isEmpty();
  }

  /** {@return how much of the lesson was seen} */
  public Duration seen() {
    return length(stretches.stream().filter(stretch -> stretch.view() == View.SEEN).toList());
  }

  /** {@return the length of the lesson, seen or not} */
  public Duration expected() {
    return length(stretches);
  }

  /** {@return the stretches that were not seen, in order} */
  public List<Stretch> unseen() {
    return stretches.stream().filter(stretch -> stretch.view() != View.SEEN).toList();
  }

  private static Duration length(List<Stretch> stretches) {
    return stretches.stream().map(Stretch::length).reduce(Duration.ZERO, Duration::plus);
  }
}
