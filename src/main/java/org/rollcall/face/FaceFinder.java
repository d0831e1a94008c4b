package org.rollcall.face;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.VideoFrame;

/**
 * Detects the faces in the frames of a recording.
 *
 * <p>Searching whole pictures at all sizes takes most of the time, and a moment later most faces
 * are still where they were. So only some frames are searched as a whole. Those between two of them
 * are searched only where faces were seen recently, <em>including in the later one</em>: anybody
 * who comes or goes in between is still seen from the first and until the last frame. Well-known
 * faces that stay in their places are searched for in whole pictures only.
 *
 * <p>The result does not depend on the number of processors. For one thread.
 */
public final class FaceFinder {
  /** Most frames buffered between two that are searched as a whole: 6 MB each at 1080p. */
  private static final int MOST_BETWEEN = 7;

  private final Function<List<FaceSearch>, List<List<Face>>> detector;
  private final int lanes;
  private final Supplier<Optional<VideoFrame>> frames;
  private final Duration wholeEvery;
  private final KnownPlaces places = new KnownPlaces();

  /** Groups whose last frame has been searched, but not the others. */
  private List<Group> waiting = List.of();

  private Optional<Duration> lastWhole = Optional.empty();

  /**
   * Starts before the first frame.
   *
   * @param detector returns the faces of each search
   * @param lanes how many searches the detector runs in parallel
   * @param frames supplies the frames in the order of time, then empty
   * @param settings how often to search a whole picture
   */
  public FaceFinder(
      Function<List<FaceSearch>, List<List<Face>>> detector,
      int lanes,
      Supplier<Optional<VideoFrame>> frames,
      FaceSettings settings) {
    this.detector = detector;
    this.lanes = lanes;
    this.frames = frames;
    this.wholeEvery = settings.wholePictureEvery();
  }

  /**
   * A frame with its faces.
   *
   * @param frame the frame
   * @param places the boxes that were searched; empty if the whole picture was
   * @param faces the faces found there
   */
  public record Searched(VideoFrame frame, Optional<List<Box>> places, List<Face> faces) {
    /** IoU with a searched place up to which a box was not searched. */
    private static final float COVERED = 0.3f;

    public Searched {
      places = places.map(List::copyOf);
      faces = List.copyOf(faces);
    }

    /**
     * Distinguishes a face that is absent from one that was not searched for.
     *
     * @param box where a face was shortly before
     * @return whether it would have been found there
     */
    public boolean covers(Box box) {
      return places.map(all -> all.stream().anyMatch(p -> p.iou(box) > COVERED)).orElse(true);
    }
  }

  /** Frames up to one that was searched as a whole, and that one. */
  private record Group(List<VideoFrame> between, Searched last) {}

  /**
   * Advances by some frames.
   *
   * @return the next frames, in the order of time; empty at the end
   */
  public List<Searched> next() {
    List<Searched> done = advance();
    while (done.isEmpty() && !waiting.isEmpty()) {
      done = advance();
    }
    return done;
  }

  /**
   * Searches the last frames of new groups, and with them the other frames of the groups before, in
   * which the places to search are known only now.
   */
  private List<Searched> advance() {
    List<Group> before = waiting;
    List<List<VideoFrame>> coming = read();
    List<FaceSearch> between = before.stream().flatMap(this::between).toList();
    Iterator<List<Face>> found = detector.apply(searches(coming, between)).iterator();
    waiting = coming.stream().map(group -> searched(group, found.next())).toList();
    Iterator<FaceSearch> searched = between.iterator();
    List<Searched> done = new ArrayList<>();
    for (Group group : before) {
      for (VideoFrame frame : group.between()) {
        done.add(new Searched(frame, searched.next().places(), found.next()));
      }
      done.add(group.last());
    }
    return done;
  }

  private Stream<FaceSearch> between(Group group) {
    List<Box> open = places.openBefore(group.last().frame().at());
    return group.between().stream().map(frame -> FaceSearch.around(frame.picture(), open));
  }

  /** The whole pictures first: they take longest. */
  private static List<FaceSearch> searches(
      List<List<VideoFrame>> coming, List<FaceSearch> between) {
    List<FaceSearch> searches = new ArrayList<>();
    coming.forEach(group -> searches.add(FaceSearch.whole(group.get(group.size() - 1).picture())));
    searches.addAll(between);
    return searches;
  }

  private Group searched(List<VideoFrame> group, List<Face> faces) {
    VideoFrame last = group.get(group.size() - 1);
    places.add(last.at(), faces);
    return new Group(
        group.subList(0, group.size() - 1), new Searched(last, Optional.empty(), faces));
  }

  /** {@return enough groups to occupy all lanes; none at the end} */
  private List<List<VideoFrame>> read() {
    List<List<VideoFrame>> groups = new ArrayList<>();
    while (groups.size() < lanes) {
      List<VideoFrame> group = readGroup();
      if (group.isEmpty()) {
        break;
      }
      groups.add(group);
    }
    return groups;
  }

  private List<VideoFrame> readGroup() {
    List<VideoFrame> group = new ArrayList<>();
    for (Optional<VideoFrame> frame = frames.get(); frame.isPresent(); frame = frames.get()) {
      group.add(frame.get());
      if (isDue(frame.get().at()) || group.size() > MOST_BETWEEN) {
        lastWhole = Optional.of(frame.get().at());
        break;
      }
    }
    return group;
  }

  private boolean isDue(Duration at) {
    return lastWhole.map(last -> at.minus(last).compareTo(wholeEvery) >= 0).orElse(true);
  }
}
