package org.rollcall.face;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.Picture;
import org.rollcall.model.picture.Sample;
import org.rollcall.model.picture.VideoFrame;

/**
 * Detects the faces in the frames of a recording, in as few of them as the lesson allows.
 *
 * <p>Decoding and searching whole pictures take most of the time, and in a classroom most faces
 * stay where they are. So:
 *
 * <ol>
 *   <li>One frame in {@linkplain FaceSettings#wholePictureEvery several seconds} is searched as a
 *       whole. Nothing new stays unseen for longer.
 *   <li>The frames between two of these are searched where somebody {@linkplain KnownPlaces comes
 *       or goes}, which shows in whole pictures before <em>and after</em> them: everybody is seen
 *       from the first and until the last frame.
 *   <li>One of them, in the middle, is also searched where a face is not well known yet; in the
 *       first minute all are.
 *   <li>Frames in which nothing is to be searched are not even decoded.
 * </ol>
 *
 * <p>The result does not depend on the number of processors. For one thread.
 */
public final class FaceFinder {
  /** Most pictures in memory between two that are searched as a whole: 6 MB each at 1080p. */
  private static final int MOST_BETWEEN = 5;

  /** So long, every view counts: the recording may be short. */
  private static final Duration BEGINNING = Duration.ofSeconds(75);

  private final Function<List<FaceSearch>, List<List<Face>>> detector;
  private final int lanes;
  private final Supplier<Optional<Sample>> samples;
  private final Duration wholeEvery;
  private final KnownPlaces places = new KnownPlaces();

  /** Spans whose last frame has been searched, but not the others, in the order of time. */
  private final Deque<SearchedSpan> waiting = new ArrayDeque<>();

  private final List<VideoFrame> unused = new ArrayList<>();
  private Optional<Duration> lastWhole = Optional.empty();
  private Duration start = Duration.ZERO;

  /**
   * Starts before the first frame.
   *
   * @param detector returns the faces of each search
   * @param lanes how many searches the detector runs in parallel
   * @param samples supplies the frames in the order of time, then empty
   * @param settings how often to search a whole picture
   */
  public FaceFinder(
      Function<List<FaceSearch>, List<List<Face>>> detector,
      int lanes,
      Supplier<Optional<Sample>> samples,
      FaceSettings settings) {
    this.detector = detector;
    this.lanes = lanes;
    this.samples = samples;
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

  /** Frames up to one that is searched as a whole, and that one. */
  private record Span(List<Sample> between, VideoFrame last) {
    FaceSearch whole() {
      return FaceSearch.whole(last.picture());
    }

    SearchedSpan with(List<Face> faces) {
      return new SearchedSpan(between, new Searched(last, Optional.empty(), faces));
    }
  }

  /** The same after that one was searched. */
  private record SearchedSpan(List<Sample> between, Searched last) {}

  /** A search of a frame in some places, by which it is decoded. */
  private static final class Look {
    private final Sample sample;
    private final List<Box> places;
    private Optional<VideoFrame> frame = Optional.empty();

    Look(Sample sample, List<Box> places) {
      this.sample = sample;
      this.places = places;
    }

    FaceSearch search() {
      return FaceSearch.around(this::picture, places);
    }

    private Optional<Picture> picture() {
      frame = sample.frame();
      return frame.map(VideoFrame::picture);
    }

    /** {@return the frame with its faces; empty if it turned out to be damaged} */
    Optional<Searched> with(List<Face> faces) {
      return frame.map(one -> new Searched(one, Optional.of(places), faces));
    }
  }

  /**
   * Advances by some frames.
   *
   * @return the next frames that were searched, in the order of time; empty at the end
   */
  public List<Searched> next() {
    List<Searched> done = List.of();
    boolean more = true;
    while (done.isEmpty() && more) {
      List<Span> coming = read();
      more = !coming.isEmpty();
      done = advance(coming);
    }
    return done;
  }

  /**
   * Searches the last frames of new spans, and with them the other frames of the spans for which
   * enough is known by now of what came after.
   */
  private List<Searched> advance(List<Span> coming) {
    List<SearchedSpan> ready = ready(coming.isEmpty());
    List<List<Look>> looks = ready.stream().map(this::looks).toList();
    List<FaceSearch> searches = new ArrayList<>();
    // The whole pictures first: they take longest.
    coming.forEach(span -> searches.add(span.whole()));
    looks.forEach(some -> some.forEach(look -> searches.add(look.search())));
    Iterator<List<Face>> found = detector.apply(searches).iterator();
    coming.forEach(span -> add(span.with(found.next())));
    List<Searched> done = new ArrayList<>();
    for (int i = 0; i < ready.size(); i++) {
      looks.get(i).forEach(look -> look.with(found.next()).ifPresent(done::add));
      done.add(ready.get(i).last());
    }
    return done;
  }

  /** {@return frames that were decoded but not searched since the last call, to be recycled} */
  public List<VideoFrame> unused() {
    List<VideoFrame> frames = List.copyOf(unused);
    unused.clear();
    return frames;
  }

  private void add(SearchedSpan span) {
    places.add(span.last().frame().at(), span.last().faces());
    waiting.add(span);
  }

  /** {@return the spans that are followed by enough whole pictures, or all at the end} */
  private List<SearchedSpan> ready(boolean end) {
    List<SearchedSpan> ready = new ArrayList<>();
    while (waiting.size() > (end ? 0 : KnownPlaces.LOOK_AROUND)) {
      ready.add(waiting.remove());
    }
    return ready;
  }

  private List<Look> looks(SearchedSpan span) {
    KnownPlaces.Open open = places.openBefore(span.last().frame().at());
    List<Look> looks = new ArrayList<>();
    for (int i = 0; i < span.between().size(); i++) {
      Sample sample = span.between().get(i);
      boolean dense = sample.at().compareTo(start.plus(BEGINNING)) < 0;
      boolean middle = i == span.between().size() / 2;
      List<Box> where = dense || middle ? open.all() : open.changing();
      if (!where.isEmpty()) {
        looks.add(new Look(sample, where));
      } else if (sample.decoded()) {
        sample.frame().ifPresent(unused::add);
      }
    }
    return looks;
  }

  /** {@return enough spans to occupy all lanes; none at the end} */
  private List<Span> read() {
    List<Span> spans = new ArrayList<>();
    while (spans.size() < lanes) {
      Optional<Span> span = readSpan();
      if (span.isEmpty()) {
        break;
      }
      spans.add(span.get());
    }
    return spans;
  }

  private Optional<Span> readSpan() {
    List<Sample> span = new ArrayList<>();
    Optional<Span> read = Optional.empty();
    while (read.isEmpty()) {
      Optional<Sample> next = samples.get();
      if (next.isEmpty()) {
        return closed(span);
      }
      span.add(next.get());
      read = isDue(next.get().at()) || isFull(span) ? closed(span) : read;
    }
    return read;
  }

  /** Closes a span with its last frame that is not damaged. */
  private Optional<Span> closed(List<Sample> span) {
    while (!span.isEmpty()) {
      Optional<VideoFrame> last = span.remove(span.size() - 1).frame();
      if (last.isPresent()) {
        start = lastWhole.isEmpty() ? last.get().at() : start;
        lastWhole = last.map(VideoFrame::at);
        return last.map(frame -> new Span(span, frame));
      }
    }
    return Optional.empty();
  }

  private static boolean isFull(List<Sample> span) {
    return span.stream().filter(Sample::decoded).count() > MOST_BETWEEN;
  }

  private boolean isDue(Duration at) {
    return lastWhole.map(last -> at.minus(last).compareTo(wholeEvery) >= 0).orElse(true);
  }
}
