package org.rollcall.coverage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.rollcall.basics.Extremes;
import org.rollcall.model.Coverage;
import org.rollcall.model.Coverage.Doubt;
import org.rollcall.model.Coverage.Stretch;
import org.rollcall.model.Coverage.View;

/**
 * Combines what the recordings of a lesson show, and decides whether that proves absence.
 *
 * <p>The room counts as seen at a time only if every camera that recorded then saw it: which camera
 * shows which seats is not known.
 *
 * @param slot when the timetabled lesson is, relative to the start of the first recording; empty if
 *     there is none, or if the recording was meant to be shorter
 * @param usual average number of faces in recent lessons; empty if there are too few of them
 */
public record CoverageRules(Optional<LessonTime> slot, Optional<Double> usual) {
  /** Share of what was recorded of the lesson that must have been seen. */
  private static final double ENOUGH_OF_RECORDING = 0.9;

  /** Share of the timetabled lesson that must have been seen. */
  private static final double ENOUGH_OF_LESSON = 0.5;

  /** A smaller number of faces varies too much from lesson to lesson to be compared. */
  private static final double FEWEST_USUAL = 2;

  /** In one or two pictures, anybody may look away, or be hidden by somebody else. */
  private static final int FEWEST_PICTURES = 3;

  private static final double USUAL_SHARE = 0.25;

  /** Share of the class that must be recognised where many others are seen. */
  private static final double RECOGNISED_SHARE = 0.2;

  private static final int TIMES_MORE_UNKNOWN = 3;
  private static final int MANY_UNKNOWN = 5;

  /** Recorders that cut a recording into chunks lose up to this much between them. */
  private static final Duration SEAM = Duration.ofSeconds(5);

  /** The rules where neither a timetable nor earlier lessons are known. */
  public static final CoverageRules ALONE = new CoverageRules(Optional.empty(), Optional.empty());

  /**
   * Rules that know what is usual.
   *
   * @param faces average number of faces in recent lessons
   * @return the same rules with it
   */
  public CoverageRules withUsual(double faces) {
    return new CoverageRules(slot, Optional.of(faces));
  }

  /**
   * The time of a lesson.
   *
   * @param from its start, relative to the start of the first recording
   * @param to its end (> from)
   */
  public record LessonTime(Duration from, Duration to) {
    private long millisOf(Stretch stretch) {
      Duration first = Extremes.max(from, stretch.from());
      return Math.max(0, Extremes.min(to, stretch.to()).minus(first).toMillis());
    }
  }

  /**
   * Who was seen.
   *
   * @param students number of students recognised, surely or not
   * @param unknown number of unknown persons
   * @param enrolled number of students that could have been recognised
   */
  public record People(int students, int unknown, int enrolled) {
    private boolean any() {
      return students + unknown > 0;
    }
  }

  /**
   * Judges the recordings of a lesson.
   *
   * @param recordings the recordings (not empty)
   * @param people who was seen in them
   * @return the coverage of the lesson
   */
  public Coverage judge(List<ViewedRecording> recordings, People people) {
    List<Stretch> pieces = pieces(recordings);
    List<Stretch> stretches = merged(pieces);
    Coverage coverage = new Coverage(stretches, averageFaces(recordings, pieces), usual, List.of());
    boolean few = recordings.stream().mapToInt(ViewedRecording::pictures).sum() < FEWEST_PICTURES;
    List<Doubt> doubts =
        Stream.of(Doubt.values())
            .filter(doubt -> doubt == Doubt.FEW_PICTURES ? few : applies(doubt, coverage, people))
            .toList();
    return new Coverage(stretches, coverage.faces(), usual, doubts);
  }

  private boolean applies(Doubt doubt, Coverage coverage, People people) {
    return switch (doubt) {
      case NO_FACES -> coverage.faces() == 0 && !(people.any() && isUnseen(coverage));
      case OTHER_CLASS -> showsOthers(people, coverage.faces());
      case UNSEEN -> isUnseen(coverage);
      case TOO_SHORT -> slot.filter(s -> shareSeen(coverage, s) < ENOUGH_OF_LESSON).isPresent();
      case FEW_PICTURES -> throw new IllegalArgumentException("Counted: " + doubt);
      case FEW_FACES -> usual.filter(faces -> isFew(coverage.faces(), faces)).isPresent();
    };
  }

  private boolean isUnseen(Coverage coverage) {
    return shareSeen(coverage, recorded(coverage)) < ENOUGH_OF_RECORDING;
  }

  /** Not everybody is seen often enough to be known again, so faces count, too. */
  private static boolean showsOthers(People people, double faces) {
    double others = Math.max(people.unknown(), faces - people.students());
    boolean nobody = people.students() == 0 && others > 0;
    boolean hardlyAnybody = people.students() < RECOGNISED_SHARE * people.enrolled();
    boolean manyOthers = others >= Math.max(MANY_UNKNOWN, TIMES_MORE_UNKNOWN * people.students());
    return nobody || (hardlyAnybody && manyOthers);
  }

  private static boolean isFew(double faces, double usual) {
    return usual >= FEWEST_USUAL && faces < USUAL_SHARE * usual;
  }

  /**
   * {@return from the first to the last recording, but within the timetabled lesson if it can be}
   */
  private LessonTime recorded(Coverage coverage) {
    List<Stretch> recorded =
        coverage.stretches().stream().filter(one -> one.view() != View.NOT_RECORDED).toList();
    Duration from = recorded.get(0).from();
    Duration to = recorded.get(recorded.size() - 1).to();
    return slot.map(s -> new LessonTime(Extremes.max(s.from, from), Extremes.min(s.to, to)))
        .filter(both -> both.from.compareTo(both.to) < 0)
        .orElse(new LessonTime(from, to));
  }

  private static double shareSeen(Coverage coverage, LessonTime range) {
    long seen =
        coverage.stretches().stream()
            .filter(stretch -> stretch.view() == View.SEEN)
            .mapToLong(stretch -> range.millisOf(stretch))
            .sum();
    return (double) seen / range.to.minus(range.from).toMillis();
  }

  private static double averageFaces(List<ViewedRecording> recordings, List<Stretch> pieces) {
    double faces = 0;
    double seconds = 0;
    for (Stretch piece : pieces) {
      if (piece.view() == View.SEEN) {
        double length = piece.length().toMillis() / 1000.0;
        seconds += length;
        faces += length * facesAt(piece.from(), recordings);
      }
    }
    return seconds == 0 ? 0 : faces / seconds;
  }

  private static double facesAt(Duration time, List<ViewedRecording> recordings) {
    return recordings.stream()
        .filter(recording -> recording.at(time) == View.SEEN)
        .mapToDouble(ViewedRecording::faces)
        .sum();
  }

  /** {@return the lesson, cut wherever what a recording shows may change} */
  private List<Stretch> pieces(List<ViewedRecording> recordings) {
    NavigableSet<Duration> bounds = new TreeSet<>();
    recordings.stream()
        .flatMap(recording -> recording.stretches().stream())
        .forEach(stretch -> bounds.addAll(List.of(stretch.from(), stretch.to())));
    slot.ifPresent(s -> bounds.addAll(List.of(s.from, s.to)));
    return bounds.isEmpty()
        ? List.of()
        : bounds.headSet(bounds.last()).stream()
            .map(from -> new Stretch(from, bounds.higher(from), viewAt(from, recordings)))
            .toList();
  }

  /**
   * {@return what any of the cameras that recorded at a time could not see, or SEEN if all could}
   */
  private static View viewAt(Duration time, List<ViewedRecording> recordings) {
    Set<View> views = EnumSet.noneOf(View.class);
    recordings.forEach(recording -> views.add(recording.at(time)));
    if (views.size() > 1) {
      views.remove(View.NOT_RECORDED);
    }
    return views.stream().max(Comparator.naturalOrder()).orElse(View.NOT_RECORDED);
  }

  private static List<Stretch> merged(List<Stretch> pieces) {
    List<Stretch> merged = new ArrayList<>();
    for (Stretch piece : pieces) {
      Stretch last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
      boolean seam = piece.view() == View.NOT_RECORDED && piece.length().compareTo(SEAM) < 0;
      if (last != null && (last.view() == piece.view() || seam)) {
        merged.set(merged.size() - 1, new Stretch(last.from(), piece.to(), last.view()));
      } else {
        merged.add(piece);
      }
    }
    return merged;
  }
}
