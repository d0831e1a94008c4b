package org.rollcall.lesson;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.coverage.ViewedRecording;
import org.rollcall.identity.Tracklet;
import org.rollcall.model.Coverage.Stretch;
import org.rollcall.model.Footage;
import org.rollcall.model.Inspection;
import org.rollcall.model.Message;

/**
 * The analysis of one part of a recording.
 *
 * @param placed the part and its place in the lesson
 * @param tracks the faces; times are relative to the recording
 * @param fullest the frame with the most faces; its time is relative to the recording
 * @param length length of the part that could be read
 * @param viewed what the part shows, seen or not, and how many faces; times are relative to the
 *     recording
 * @param warnings what could not be read
 */
record AnalysedRecording(
    PlacedPart placed,
    List<Tracklet> tracks,
    Optional<Analysis.Fullest> fullest,
    Duration length,
    ViewedRecording viewed,
    List<Message> warnings) {
  /** {@return the faces, placed in the lesson} */
  Stream<Tracklet> placedTracks() {
    return tracks.stream().map(track -> track.shifted(placed.shift(), placed.camera()));
  }

  /** {@return what the part shows, placed in the lesson} */
  ViewedRecording placedView() {
    List<Stretch> shifted =
        viewed.stretches().stream()
            .map(
                one ->
                    new Stretch(
                        one.from().plus(placed.shift()), one.to().plus(placed.shift()), one.view()))
            .toList();
    return new ViewedRecording(shifted, viewed.faces(), viewed.pictures());
  }

  /** {@return the time in the lesson at which the part ends} */
  Duration end() {
    return placed.from().plus(length);
  }

  /** {@return the recording as the results list it} */
  Footage footage() {
    Inspection recording = placed.part().recording();
    return new Footage(
        recording.file(), recording.sha256(), placed.from(), length, recording.camera());
  }
}
