package org.rollcall.lesson;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.basics.Extremes;
import org.rollcall.identity.FaceTrack;
import org.rollcall.model.VideoFrame;

/**
 * What one or more recordings of a lesson show, before anybody is recognised.
 *
 * @param tracks the faces, each followed as long as it stayed in sight
 * @param fullest the sampled frame with the most faces, for the annotated preview
 * @param length time from the begin to the end of the last recording, by the frames
 * @param complete whether all that the recordings claim could be read, and nothing lies between
 *     them that nobody recorded
 * @param provesAbsence whether so much could be read that who is not in it was absent
 * @param warnings what could not be read, a sentence each
 */
public record Observation(
    List<FaceTrack> tracks,
    Optional<Fullest> fullest,
    Duration length,
    boolean complete,
    boolean provesAbsence,
    List<String> warnings) {
  /** Share of a lesson that must be readable before anybody is called absent. */
  private static final double ENOUGH = 0.9;

  /** Losses shorter than this happen at the end of any recording. */
  private static final Duration USUAL_LOSS = Duration.ofSeconds(2);

  /** Or one in so many. */
  private static final long USUAL_SHARE = 100;

  /** What nobody recorded between two recordings is worth a remark from this length on. */
  private static final Duration GAP = Duration.ofSeconds(60);

  /** Copies the lists. */
  public Observation {
    tracks = List.copyOf(tracks);
    warnings = List.copyOf(warnings);
  }

  /**
   * The frame with the most faces.
   *
   * @param frame the frame, with its time in the lesson
   * @param camera number of its camera
   * @param faces number of faces found in it
   */
  public record Fullest(VideoFrame frame, int camera, int faces) {
    Fullest placed(Duration shift, int number) {
      return new Fullest(new VideoFrame(frame.at().plus(shift), frame.picture()), number, faces);
    }
  }

  /**
   * A recording that was watched, or a stretch of it.
   *
   * @param tracks the faces, by the time of the recording
   * @param fullest the frame with the most faces
   * @param from where the stretch starts, from the begin of the recording
   * @param length how much of it could be read
   * @param declared how much of it there is by what the file claims, if it does
   * @param warnings what could not be read, a sentence each
   */
  record Watched(
      List<FaceTrack> tracks,
      Optional<Fullest> fullest,
      Duration from,
      Duration length,
      Optional<Duration> declared,
      List<String> warnings) {
    boolean complete() {
      return warnings.isEmpty()
          || declared.map(says -> says.minus(length).toMillis() <= usualLoss(says)).orElse(true);
    }

    private static long usualLoss(Duration says) {
      return Math.max(USUAL_LOSS.toMillis(), says.toMillis() / USUAL_SHARE);
    }
  }

  /**
   * A recording in its lesson.
   *
   * @param watched what it shows
   * @param shift what brings a time of the recording to the time of the lesson
   * @param camera number of its camera
   */
  record Placed(Watched watched, Duration shift, int camera) {
    private Span read() {
      return span(watched.length);
    }

    private Span claimed() {
      return span(watched.declared.orElse(watched.length));
    }

    private Span span(Duration length) {
      Duration from = shift.plus(watched.from);
      return new Span(from, from.plus(length));
    }
  }

  /** {@return what a recording shows that is the whole lesson} */
  static Observation of(Watched watched) {
    return of(List.of(new Placed(watched, Duration.ZERO, 0)), List.of());
  }

  /**
   * Puts recordings together.
   *
   * @param recordings what was watched (not empty)
   * @param losses what could not be, a sentence each
   */
  static Observation of(List<Placed> recordings, List<String> losses) {
    List<Span> read = Span.union(recordings.stream().map(Placed::read).toList());
    List<Span> claimed = Span.union(recordings.stream().map(Placed::claimed).toList());
    Duration length = read.get(read.size() - 1).to;
    Duration whole = claimed.get(claimed.size() - 1).to.minus(claimed.get(0).from);
    List<String> warnings = new ArrayList<>(losses);
    recordings.forEach(one -> warnings.addAll(one.watched.warnings));
    List<String> gaps = gaps(claimed);
    warnings.addAll(gaps);
    return new Observation(
        recordings.stream().flatMap(Observation::tracks).toList(),
        recordings.stream()
            .flatMap(one -> one.watched.fullest.map(f -> f.placed(one.shift, one.camera)).stream())
            .max(Comparator.comparingInt(Fullest::faces)),
        length,
        losses.isEmpty()
            && gaps.isEmpty()
            && recordings.stream().allMatch(one -> one.watched.complete()),
        Span.length(read).toMillis() >= ENOUGH * whole.toMillis(),
        warnings);
  }

  private static Stream<FaceTrack> tracks(Placed one) {
    return one.watched.tracks.stream().map(track -> track.shifted(one.shift, one.camera));
  }

  private static List<String> gaps(List<Span> claimed) {
    List<String> gaps = new ArrayList<>();
    for (int i = 1; i < claimed.size(); i++) {
      Duration from = claimed.get(i - 1).to;
      Duration gap = claimed.get(i).from.minus(from);
      if (gap.compareTo(GAP) >= 0) {
        gaps.add(
            "Nobody recorded %d minutes of the lesson, from minute %d on."
                .formatted(Math.round(gap.toSeconds() / 60.0), from.toMinutes()));
      }
    }
    return gaps;
  }

  /** A time of the lesson, the end excluded. */
  private record Span(Duration from, Duration to) {
    /** {@return the same without overlaps, in the order of time} */
    static List<Span> union(List<Span> spans) {
      List<Span> union = new ArrayList<>();
      for (Span span : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
        Span last = union.isEmpty() ? null : union.get(union.size() - 1);
        if (last != null && span.from.compareTo(last.to) <= 0) {
          Duration to = Extremes.max(span.to, last.to);
          union.set(union.size() - 1, new Span(last.from, to));
        } else {
          union.add(span);
        }
      }
      return union;
    }

    static Duration length(List<Span> spans) {
      return spans.stream()
          .map(span -> span.to.minus(span.from))
          .reduce(Duration.ZERO, Duration::plus);
    }
  }
}
