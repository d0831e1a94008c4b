package org.rollcall.video;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.rollcall.model.picture.Box;

/** Places labels: inside the picture, next to their faces, covering as little as possible. */
final class LabelPlaces {
  private final int width;
  private final int height;
  private final List<Box> taken;

  /**
   * Starts with a picture in which only the faces take up room.
   *
   * @param width pixels in a row
   * @param height rows
   * @param faces what labels keep clear of
   */
  LabelPlaces(int width, int height, List<Box> faces) {
    this.width = width;
    this.height = height;
    this.taken = new ArrayList<>(faces);
  }

  /**
   * Takes the best place for a label: above its face, else below, right or left.
   *
   * @param face the face that it belongs to
   * @param labelWidth its width in pixels (at most that of the picture)
   * @param labelHeight its height in pixels (at most that of the picture)
   * @return the place, entirely inside the picture
   */
  Box take(Box face, float labelWidth, float labelHeight) {
    Box best =
        Stream.of(
                new LabelPlace(face.left(), face.top() - labelHeight),
                new LabelPlace(face.left(), face.bottom()),
                new LabelPlace(face.right(), face.top()),
                new LabelPlace(face.left() - labelWidth, face.top()))
            .map(place -> place.inside(labelWidth, labelHeight, width, height))
            .min(Comparator.comparingDouble(this::covered))
            .orElseThrow();
    taken.add(best);
    return best;
  }

  private double covered(Box label) {
    return taken.stream().mapToDouble(label::intersection).sum();
  }

  private record LabelPlace(float left, float top) {
    Box inside(float labelWidth, float labelHeight, int width, int height) {
      float x = Math.max(0, Math.min(left, width - labelWidth));
      float y = Math.max(0, Math.min(top, height - labelHeight));
      return new Box(x, y, x + labelWidth, y + labelHeight);
    }
  }
}
