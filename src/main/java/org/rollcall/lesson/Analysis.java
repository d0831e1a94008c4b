package org.rollcall.lesson;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.basics.Extremes;
import org.rollcall.identity.Tracklet;
import org.rollcall.model.Footage;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.picture.VideoFrame;

/**
 * What one or more recordings of a lesson show, before anyone is identified.
 *
 * @param tracks the faces, each tracked for as long as it stayed in sight
 * @param fullest the sampled frame with the most faces, for the annotated preview
 * @param length time from the start of the lesson to the last frame read from any recording
 * @param complete whether everything that the recordings declare could be read and no gap lies
 *     between them
 * @param provesAbsence whether enough could be read to call students absent who were not seen
 * @param warnings what could not be read
 * @param footage the recordings, in chronological order
 */
public record Analysis(
    List<Tracklet> tracks,
    Optional<Fullest> fullest,
    Duration length,
    boolean complete,
    boolean provesAbsence,
    List<Message> warnings,
    List<Footage> footage) {
  /** Share of a lesson that must be readable before anyone is marked absent. */
  private static final double ENOUGH = 0.9;

  /** Shortest gap between two recordings that is worth a warning. */
  private static final Duration GAP = Duration.ofSeconds(60);

  /** Copies the lists. */
  public Analysis {
    tracks = List.copyOf(tracks);
    warnings = List.copyOf(warnings);
    footage = List.copyOf(footage);
  }

  /**
   * The frame with the most faces.
   *
   * @param frame the frame and its time in the lesson
   * @param camera number of its camera
   * @param faces number of faces found in it
   */
  public record Fullest(VideoFrame frame, int camera, int faces) {
    Fullest placed(PlacedPart in) {
      VideoFrame shifted = new VideoFrame(frame.at().plus(in.shift()), frame.picture());
      return new Fullest(shifted, in.camera(), faces);
    }
  }

  /**
   * Combines the analysed recordings of a lesson.
   *
   * @param recordings the analysed recordings (not empty), in chronological order
   * @param losses why other recordings could not be analysed
   */
  static Analysis of(List<AnalysedRecording> recordings, List<Message> losses) {
    List<Span> read = Span.union(recordings.stream().map(Analysis::read).toList());
    List<Span> claimed = Span.union(recordings.stream().map(Analysis::claimed).toList());
    Duration length = read.get(read.size() - 1).to;
    Duration whole = claimed.get(claimed.size() - 1).to.minus(claimed.get(0).from);
    List<Message> warnings = new ArrayList<>(losses);
    recordings.forEach(one -> warnings.addAll(one.warnings()));
    List<Message> gaps = gaps(claimed);
    warnings.addAll(gaps);
    return new Analysis(
        recordings.stream().flatMap(Analysis::tracks).toList(),
        recordings.stream()
            .flatMap(one -> one.fullest().map(full -> full.placed(one.placed())).stream())
            .max(Comparator.comparingInt(Fullest::faces)),
        length,
        losses.isEmpty()
            && gaps.isEmpty()
            && recordings.stream().allMatch(AnalysedRecording::complete),
        Span.length(read).toMillis() >= ENOUGH * whole.toMillis(),
        warnings,
        recordings.stream().map(AnalysedRecording::footage).toList());
  }

  private static Span read(AnalysedRecording one) {
    return Span.of(one, one.length());
  }

  private static Span claimed(AnalysedRecording one) {
    return Span.of(one, one.declared().orElse(one.length()));
  }

  private static Stream<Tracklet> tracks(AnalysedRecording one) {
    PlacedPart placed = one.placed();
    return one.tracks().stream().map(track -> track.shifted(placed.shift(), placed.camera()));
  }

  private static List<Message> gaps(List<Span> claimed) {
    List<Message> gaps = new ArrayList<>();
    for (int i = 1; i < claimed.size(); i++) {
      Duration from = claimed.get(i - 1).to;
      Duration gap = claimed.get(i).from.minus(from);
      if (gap.compareTo(GAP) >= 0) {
        gaps.add(
            Message.of(Reason.NOT_RECORDED, Math.round(gap.toSeconds() / 60.0), from.toMinutes()));
      }
    }
    return gaps;
  }

  /** A time span within the lesson, end exclusive. */
  private record Span(Duration from, Duration to) {
    static Span of(AnalysedRecording one, Duration length) {
      return new Span(one.placed().from(), one.placed().from().plus(length));
    }

    /** {@return the union of the spans: without overlaps, in chronological order} */
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
