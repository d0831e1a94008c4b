package org.rollcall.coverage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.rollcall.model.Coverage.Stretch;
import org.rollcall.model.Coverage.View;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Picture;

/**
 * Judges what the camera of a recording shows over time. Every frame with a face shows the room,
 * unless the picture has frozen. A frame without one shows it if it is neither dark nor blank and
 * resembles frames with faces: then the room is empty. Otherwise the camera was moved.
 *
 * <p>Stretches shorter than {@value #SHORTEST_SECONDS} s are passed over: somebody walks past the
 * lens, or the light is switched on late.
 */
public final class ViewWatch {
  private static final int SHORTEST_SECONDS = 10;
  private static final Duration SHORTEST = Duration.ofSeconds(SHORTEST_SECONDS);

  /** Nobody keeps so still that no block around a face changes for this long. */
  private static final Duration FROZEN = Duration.ofSeconds(15);

  /** Light and noise change some block even of an empty room within this time. */
  private static final Duration FROZEN_EMPTY = Duration.ofSeconds(60);

  /** Share of blocks that a clock burnt into a frozen picture may change. */
  private static final double CLOCK = 0.02;

  private static final float DARKEST = 32;
  private static final double LEAST_CONTRAST = 4;

  /**
   * Least similarity to a view with faces. Frames of one fixed camera are at 0.33 and more, those
   * of different views at 0.14 at most (measured on eight recordings).
   */
  private static final double SAME_VIEW = 0.2;

  /** A camera that pans has several views; more are not told apart. */
  private static final int MOST_VIEWS = 32;

  /** How long one picture of a faceless stretch stands for those after it. */
  private static final Duration KEPT_FOR = Duration.ofSeconds(5);

  private final List<Glance> glances = new ArrayList<>();
  private final List<Thumbnail> views = new ArrayList<>();
  private Optional<Thumbnail> before = Optional.empty();
  private Optional<Duration> keptAt = Optional.empty();
  private Thumbnail kept;

  /**
   * A frame as judged by itself.
   *
   * @param at its time
   * @param still whether it is the same picture as the frame before
   * @param view SEEN if it has a face, or if it has none but may show the room
   * @param faceless its picture, to be compared with the views with faces; empty unless it may show
   *     the room without one
   */
  private record Glance(Duration at, boolean still, View view, Optional<Thumbnail> faceless) {}

  /**
   * Adds the next frame.
   *
   * @param at its time, later than that of the frame before
   * @param picture its picture; not kept
   * @param faces the boxes of the faces found in it
   */
  public void add(Duration at, Picture picture, List<Box> faces) {
    Thumbnail thumbnail = Thumbnail.of(picture);
    boolean still = before.map(last -> isStill(thumbnail, last, faces)).orElse(false);
    before = Optional.of(thumbnail);
    if (!faces.isEmpty()) {
      keptAt = Optional.empty();
      addView(thumbnail);
      glances.add(new Glance(at, still, View.SEEN, Optional.empty()));
    } else if (thumbnail.brightest() < DARKEST) {
      glances.add(new Glance(at, still, View.DARK, Optional.empty()));
    } else if (thumbnail.contrast() < LEAST_CONTRAST) {
      glances.add(new Glance(at, still, View.BLANK, Optional.empty()));
    } else {
      glances.add(new Glance(at, still, View.SEEN, Optional.of(kept(at, thumbnail))));
    }
  }

  private static boolean isStill(Thumbnail now, Thumbnail before, List<Box> faces) {
    return now.changedSince(before) <= (faces.isEmpty() ? 0 : CLOCK)
        && faces.stream().noneMatch(face -> now.changedSince(before, face));
  }

  private void addView(Thumbnail thumbnail) {
    if (views.size() < MOST_VIEWS && !isView(thumbnail)) {
      views.add(thumbnail);
    }
  }

  private boolean isView(Thumbnail thumbnail) {
    return views.stream().anyMatch(view -> view.similarity(thumbnail) >= SAME_VIEW);
  }

  /** {@return a picture of the faceless stretch: an earlier one if it was taken shortly before} */
  private Thumbnail kept(Duration at, Thumbnail thumbnail) {
    if (keptAt.isEmpty() || at.minus(keptAt.get()).compareTo(KEPT_FOR) >= 0) {
      kept = thumbnail;
      keptAt = Optional.of(at);
    }
    return kept;
  }

  /**
   * Sums up.
   *
   * @param end the end of the last frame
   * @return what was shown from the first frame to the end, neighbours with different views; empty
   *     if there was no frame
   */
  public List<Stretch> stretches(Duration end) {
    List<View> shown = new ArrayList<>(glances.stream().map(this::view).toList());
    freeze(shown, end);
    return withoutShort(runs(shown, end));
  }

  private View view(Glance glance) {
    // Without any face there is nothing to compare with, and nobody is called absent anyway.
    boolean elsewhere =
        !views.isEmpty() && glance.faceless().filter(picture -> !isView(picture)).isPresent();
    return elsewhere ? View.TURNED_AWAY : glance.view();
  }

  private void freeze(List<View> shown, Duration end) {
    int first = 0;
    for (int i = 1; i <= glances.size(); i++) {
      if (i == glances.size() || !glances.get(i).still()) {
        freeze(shown.subList(first, i), glances.subList(first, i), start(i, end));
        first = i;
      }
    }
  }

  private static void freeze(List<View> shown, List<Glance> run, Duration end) {
    if (run.size() > 1 && isFrozen(run, end)) {
      Collections.fill(shown, View.FROZEN);
    }
  }

  private static boolean isFrozen(List<Glance> run, Duration end) {
    boolean pictures = run.stream().allMatch(glance -> glance.view() == View.SEEN);
    boolean empty = run.stream().allMatch(glance -> glance.faceless().isPresent());
    Duration length = end.minus(run.get(0).at());
    return pictures && length.compareTo(empty ? FROZEN_EMPTY : FROZEN) >= 0;
  }

  private Duration start(int glance, Duration end) {
    return glance < glances.size() ? glances.get(glance).at() : end;
  }

  private List<Stretch> runs(List<View> shown, Duration end) {
    List<Stretch> runs = new ArrayList<>();
    int first = 0;
    for (int i = 1; i <= shown.size(); i++) {
      if (i == shown.size() || shown.get(i) != shown.get(first)) {
        runs.add(new Stretch(glances.get(first).at(), start(i, end), shown.get(first)));
        first = i;
      }
    }
    return runs;
  }

  private static List<Stretch> withoutShort(List<Stretch> runs) {
    List<Stretch> kept = new ArrayList<>();
    for (Stretch run : runs) {
      boolean brief = runs.size() > 1 && run.length().compareTo(SHORTEST) < 0;
      View view = brief ? View.SEEN : run.view();
      Stretch last = kept.isEmpty() ? null : kept.get(kept.size() - 1);
      if (last != null && last.view() == view) {
        kept.set(kept.size() - 1, new Stretch(last.from(), run.to(), view));
      } else {
        kept.add(new Stretch(run.from(), run.to(), view));
      }
    }
    return kept;
  }
}
