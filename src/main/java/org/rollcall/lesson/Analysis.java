package org.rollcall.lesson;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.coverage.ViewedRecording;
import org.rollcall.identity.Tracklet;
import org.rollcall.model.Coverage.Stretch;
import org.rollcall.model.Coverage.View;
import org.rollcall.model.Footage;
import org.rollcall.model.Message;
import org.rollcall.model.picture.VideoFrame;

/**
 * What one or more recordings of a lesson show, before anyone is identified.
 *
 * @param tracks the faces, each tracked for as long as it stayed in sight
 * @param fullest the sampled frame with the most faces, for the annotated preview
 * @param length time from the start of the lesson to the last frame read from any recording
 * @param viewed what each recording shows of the lesson, seen or not
 * @param losses why other recordings could not be analysed
 * @param warnings what could not be read, including the losses
 * @param footage the recordings, in chronological order
 */
public record Analysis(
    List<Tracklet> tracks,
    Optional<Fullest> fullest,
    Duration length,
    List<ViewedRecording> viewed,
    List<Message> losses,
    List<Message> warnings,
    List<Footage> footage) {
  /** Copies the lists. */
  public Analysis {
    tracks = List.copyOf(tracks);
    viewed = List.copyOf(viewed);
    losses = List.copyOf(losses);
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
   * A part of a recording that could not be analysed.
   *
   * @param placed the part
   * @param reason why not
   */
  record Loss(PlacedPart placed, Message reason) {
    /** {@return that nothing was seen while it was recorded, as far as that is known} */
    private ViewedRecording view() {
      List<Stretch> unread =
          placed
              .to()
              .filter(to -> to.compareTo(placed.from()) > 0)
              .map(to -> new Stretch(placed.from(), to, View.UNREADABLE))
              .map(List::of)
              .orElse(List.of());
      return new ViewedRecording(unread, 0, 0);
    }
  }

  /**
   * Combines the analysed recordings of a lesson.
   *
   * @param recordings the analysed recordings (not empty), in chronological order
   * @param losses other recordings, which could not be analysed
   */
  static Analysis of(List<AnalysedRecording> recordings, List<Loss> losses) {
    List<Message> lost = losses.stream().map(Loss::reason).toList();
    List<Message> warnings = new ArrayList<>(lost);
    recordings.forEach(one -> warnings.addAll(one.warnings()));
    return new Analysis(
        recordings.stream().flatMap(AnalysedRecording::placedTracks).toList(),
        recordings.stream()
            .flatMap(one -> one.fullest().map(full -> full.placed(one.placed())).stream())
            .max(Comparator.comparingInt(Fullest::faces)),
        recordings.stream()
            .map(AnalysedRecording::end)
            .max(Comparator.naturalOrder())
            .orElseThrow(),
        Stream.concat(
                recordings.stream().map(AnalysedRecording::placedView),
                losses.stream().map(Loss::view))
            .toList(),
        lost,
        warnings,
        recordings.stream().map(AnalysedRecording::footage).toList());
  }
}
