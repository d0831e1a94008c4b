package org.rollcall.enrol;

import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.Point;
import org.rollcall.model.picture.Quality;

/**
 * What a picture from a webcam says to somebody who wants to be enrolled by it.
 *
 * @param hint what to do for a better one
 * @param turn where the head is turned; {@link Turn#STRAIGHT} without a face
 * @param weight how much the picture can tell, 0..1; 0 where it cannot be used
 */
public record CaptureHint(Hint hint, Turn turn, float weight) {
  /** Half of a face that is turned further than this is not to be seen. */
  private static final float TURNED_AWAY = 0.15f;

  private static final float NOT_STRAIGHT = 0.72f;
  private static final float DIM = 0.45f;
  private static final float SMEARED = 0.12f;
  private static final float HIDDEN = 0.3f;

  /** What to do for a better picture. */
  public enum Hint {
    /** Nobody is to be seen. */
    NOBODY,
    /** Others have to step aside. */
    SEVERAL,
    /** Come nearer. */
    NEARER,
    /** Light is missing, or there is too much of it. */
    LIGHT,
    /** Hold still: the picture is smeared. */
    STILL,
    /** Look into the camera. */
    LOOK_HERE,
    /** Take away what hides the face. */
    UNCOVER,
    /** The picture can be used. */
    GOOD
  }

  /** Where a head is turned, seen by the person whose head it is. */
  public enum Turn {
    /** To the left. */
    LEFT,
    /** Into the camera. */
    STRAIGHT,
    /** To the right. */
    RIGHT
  }

  /** A picture in which nobody, or more than one person, is to be seen. */
  static CaptureHint without(Hint hint) {
    return new CaptureHint(hint, Turn.STRAIGHT, 0);
  }

  /** A picture of one person. */
  static CaptureHint at(Face face, Quality quality, int pixelsWanted) {
    Hint hint = hint(quality, pixelsWanted);
    return new CaptureHint(hint, turn(face, quality), hint == Hint.GOOD ? quality.weight() : 0);
  }

  private static Hint hint(Quality quality, int pixelsWanted) {
    if (quality.facePixels() < pixelsWanted) {
      return Hint.NEARER;
    }
    if (quality.exposure() < DIM) {
      return Hint.LIGHT;
    }
    if (quality.frontality() < TURNED_AWAY) {
      return Hint.LOOK_HERE;
    }
    if (quality.sharpness() < SMEARED) {
      return Hint.STILL;
    }
    return quality.visibility() < HIDDEN ? Hint.UNCOVER : Hint.GOOD;
  }

  /** The camera sees a person's left on its right. */
  private static Turn turn(Face face, Quality quality) {
    if (quality.frontality() > NOT_STRAIGHT) {
      return Turn.STRAIGHT;
    }
    Point left = face.landmarks().leftEye();
    Point right = face.landmarks().rightEye();
    return face.landmarks().nose().x() > (left.x() + right.x()) / 2 ? Turn.LEFT : Turn.RIGHT;
  }
}
