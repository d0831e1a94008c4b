package org.rollcall.identity;

import java.time.Duration;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Quality;

/**
 * A face in one sampled frame.
 *
 * @param at time of the frame
 * @param face the face, in pixels of the frame
 * @param crop the cropped face
 * @param quality quality of the crop
 */
public record Sighting(Duration at, Face face, FaceCrop crop, Quality quality) {
  boolean readable() {
    return quality.readable();
  }

  float weight() {
    return quality.weight();
  }

  Sighting shifted(Duration by) {
    return new Sighting(at.plus(by), face, crop, quality);
  }
}
