package org.rollcall.face;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.rollcall.model.Box;
import org.rollcall.model.Face;
import org.rollcall.model.VideoFrame;

/**
 * Finds the faces in the frames of a recording.
 *
 * <p>To search a whole picture at all sizes costs most of the time, and a moment later most faces
 * are where they were. So only some frames are searched as a whole; those between two of them are
 * looked at where faces were seen of late, <em>also in the later one</em>: who comes or goes in
 * between is seen from the first and until the last frame all the same. Faces that are well known
 * by then and stay in their places are looked at in whole pictures only.
 *
 * <p>What is found does not depend on how many processors share the work. For one thread.
 */
public final class FaceFinder {
  /** Frames kept until the next one is searched as a whole: 6 MB each at 1080p. */
  private static final int MOST_BETWEEN = 7;

  private final Function<List<Search>, List<List<Face>>> detector;
  private final int lanes;
  private final Supplier<Optional<VideoFrame>> frames;
  private final Duration wholeEvery;
  private final KnownPlaces places = new KnownPlaces();

  /** Groups of which the last frame is searched already, and the others not. */
  private List<Group> waiting = List.of();

  private Optional<Duration> lastWhole = Optional.empty();

  /**
   * Starts before the first frame.
   *
   * @param detector gives the faces for each search
   * @param lanes how many searches it works on at once
   * @param frames gives the frames in the order of time, then empty
   * @param settings how often to search a whole picture
   */
  public FaceFinder(
      Function<List<Search>, List<List<Face>>> detector,
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
   * @param places where it was looked at; empty where that was everywhere
   * @param faces the faces found there
   */
  public record Searched(VideoFrame frame, Optional<List<Box>> places, List<Face> faces) {
    /** A box that overlaps a place less was not looked at with it. */
    private static final float COVERED = 0.3f;

    public Searched {
      places = places.map(List::copyOf);
      faces = List.copyOf(faces);
    }

    /**
     * Tells a face that is not there from one that nobody looked for.
     *
     * @param box where a face was shortly before
     * @return whether it would have been found there
     */
    public boolean lookedAt(Box box) {
      return places.map(all -> all.stream().anyMatch(p -> p.iou(box) > COVERED)).orElse(true);
    }
  }

  /** Frames up to one that is searched as a whole, and the faces of that one. */
  private record Group(List<VideoFrame> between, Searched last) {}

  /**
   * Goes on for some frames.
   *
   * @return the next frames, in the order of time; empty at the end
   */
  public List<Searched> next() {
    while (true) {
      List<Group> before = waiting;
      List<List<VideoFrame>> coming = read();
      List<Search> between = before.stream().flatMap(this::between).toList();
      Iterator<List<Face>> found = detector.apply(searches(coming, between)).iterator();
      waiting = coming.stream().map(group -> searched(group, found.next())).toList();
      Iterator<Search> searched = between.iterator();
      List<Searched> done = new ArrayList<>();
      for (Group group : before) {
        for (VideoFrame frame : group.between()) {
          done.add(new Searched(frame, searched.next().places(), found.next()));
        }
        done.add(group.last());
      }
      if (!done.isEmpty() || waiting.isEmpty()) {
        return done;
      }
    }
  }

  private Stream<Search> between(Group group) {
    List<Box> open = places.openBefore(group.last().frame().at());
    return group.between().stream().map(frame -> Search.around(frame.picture(), open));
  }

  /** The whole pictures first: they take longest. */
  private static List<Search> searches(List<List<VideoFrame>> coming, List<Search> between) {
    List<Search> searches = new ArrayList<>();
    coming.forEach(group -> searches.add(Search.whole(group.get(group.size() - 1).picture())));
    searches.addAll(between);
    return searches;
  }

  private Group searched(List<VideoFrame> group, List<Face> faces) {
    VideoFrame last = group.get(group.size() - 1);
    places.add(last.at(), faces);
    return new Group(
        group.subList(0, group.size() - 1), new Searched(last, Optional.empty(), faces));
  }

  /** {@return so many groups that all processors have something to do; none at the end} */
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
