package org.rollcall.lesson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.rollcall.enrol.UnknownInLesson;
import org.rollcall.identity.Identification;
import org.rollcall.identity.Match;
import org.rollcall.identity.PersonCluster;
import org.rollcall.lesson.Analysis.Fullest;
import org.rollcall.model.UnknownPerson;
import org.rollcall.model.picture.Jpeg;
import org.rollcall.video.Annotation;
import org.rollcall.video.Annotations;
import org.rollcall.video.Photos;

/**
 * Draws the preview of a lesson: its frame with the most faces, each labelled with its identity.
 */
final class Preview {
  private static final int LONGEST_SIDE = 1920;
  private static final int JPEG_QUALITY = 85;

  private Preview() {}

  static Optional<Jpeg> draw(
      Analysis analysis, Identification identification, List<UnknownInLesson> unknown) {
    return analysis
        .fullest()
        .map(
            fullest ->
                Annotations.draw(
                    fullest.frame().picture(), annotations(fullest, identification, unknown)))
        .map(picture -> Photos.encode(picture, LONGEST_SIDE, JPEG_QUALITY));
  }

  private static List<Annotation> annotations(
      Fullest fullest, Identification identification, List<UnknownInLesson> unknown) {
    List<Annotation> annotations = new ArrayList<>();
    for (Match match : identification.matches()) {
      Annotation.LabelRole role =
          match.sure() ? Annotation.LabelRole.IDENTIFIED : Annotation.LabelRole.REVIEW;
      annotations.addAll(labels(match.person(), fullest, match.student().name(), role));
    }
    for (UnknownInLesson stranger : unknown) {
      String id = stranger.known().map(UnknownPerson::id).orElse("");
      annotations.addAll(labels(stranger.person(), fullest, id, Annotation.LabelRole.UNKNOWN));
    }
    return annotations;
  }

  private static List<Annotation> labels(
      PersonCluster person, Fullest fullest, String label, Annotation.LabelRole role) {
    return person.tracks().stream()
        .filter(track -> track.camera() == fullest.camera())
        .flatMap(track -> track.path().stream())
        .filter(step -> step.at().equals(fullest.frame().at()))
        .map(step -> new Annotation(step.box(), label, role))
        .toList();
  }
}
