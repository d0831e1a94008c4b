package org.rollcall.enrol;

import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.Point;
import org.rollcall.model.picture.Quality;

/**
 * Advice for a person being enrolled from a webcam, based on one image.
 *
 * @param hint how to get a better image
 * @param turn which way the head is turned; {@link Turn#STRAIGHT} if there is no single face
 * @param weight how much the image contributes to recognition, 0..1; 0 if it is unusable
 */
public record CaptureHint(Hint hint, Turn turn, float weight) {
  /** Below this frontality, half of the face is hidden. */
  private static final float TURNED_AWAY = 0.15f;

  private static final float NOT_STRAIGHT = 0.72f;
  private static final float DIM = 0.45f;
  private static final float SMEARED = 0.12f;
  private static final float HIDDEN = 0.3f;

  /** How to get a better image. */
  public enum Hint {
    /** No face is visible. */
    NOBODY,
    /** Several people are visible: the others must step aside. */
    SEVERAL,
    /** The face is too small: come closer. */
    NEARER,
    /** The light is too dim or too bright. */
    LIGHT,
    /** The image is blurred: hold still. */
    STILL,
    /** The face is turned away: look into the camera. */
    LOOK_HERE,
    /** The face is partly covered: uncover it. */
    UNCOVER,
    /** The image is usable. */
    GOOD
  }

  /** Which way a head is turned, from that person's own point of view. */
  public enum Turn {
    /** To the left. */
    LEFT,
    /** Towards the camera. */
    STRAIGHT,
    /** To the right. */
    RIGHT
  }

  /** Creates the hint for an image that shows no face or several. */
  static CaptureHint without(Hint hint) {
    return new CaptureHint(hint, Turn.STRAIGHT, 0);
  }

  /** Creates the hint for an image of one person. */
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

  /** A person's left is on the right of the image. */
  private static Turn turn(Face face, Quality quality) {
    if (quality.frontality() > NOT_STRAIGHT) {
      return Turn.STRAIGHT;
    }
    Point left = face.landmarks().leftEye();
    Point right = face.landmarks().rightEye();
    return face.landmarks().nose().x() > (left.x() + right.x()) / 2 ? Turn.LEFT : Turn.RIGHT;
  }
}
