package org.rollcall.face;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Landmarks;
import org.rollcall.model.picture.Picture;
import org.rollcall.model.picture.Point;

/**
 * Embeds the faces of enrolment photos as the mean of four embeddings: of the photo itself, of the
 * face as a distant camera would show it, and as that camera would show it in poor light and out of
 * focus.
 *
 * <p>Lost detail and noise move all faces in an embedding space in the same directions, away from
 * their photos and towards each other. The mean is close to everything that cameras show of a
 * person, and closer than the photo alone.
 */
public final class PhotoEmbedder {
  /**
   * Identifies the way in which photos are embedded: if it changes, photos must be enrolled again.
   */
  public static final String EDITION = "near+far+noisy+smeared";

  /** Weight of each of the three synthetic pictures; that of the photo is 1. */
  private static final float SYNTHETIC_WEIGHT = 0.5f;

  /** Width of a distant face, in pixels. */
  private static final float FAR_PIXELS = 20;

  /** Standard deviation of sensor noise in poor light (of 255). */
  private static final double NOISE = 12;

  private static final long NOISE_SEED = 7;

  /** How many pixels to each side run together out of focus. */
  private static final int SMEAR = 1;

  private PhotoEmbedder() {}

  /**
   * Embeds the faces of photos.
   *
   * @param engine embeds single pictures
   * @param photos the faces
   * @return an embedding for each, in the same order
   */
  public static List<Embedding> embed(FaceEngine engine, List<FaceCrop> photos) {
    List<FaceCrop> far = photos.stream().map(PhotoEmbedder::farAway).toList();
    List<Embedding> near = engine.embed(photos);
    List<Embedding> small = engine.embed(far);
    List<Embedding> noisy = engine.embed(far.stream().map(PhotoEmbedder::inPoorLight).toList());
    List<Embedding> smeared = engine.embed(far.stream().map(PhotoEmbedder::outOfFocus).toList());
    List<Embedding> means = new ArrayList<>();
    for (int i = 0; i < photos.size(); i++) {
      float[] sum = new float[near.get(i).dimension()];
      near.get(i).addTo(sum, 1);
      small.get(i).addTo(sum, SYNTHETIC_WEIGHT);
      noisy.get(i).addTo(sum, SYNTHETIC_WEIGHT);
      smeared.get(i).addTo(sum, SYNTHETIC_WEIGHT);
      means.add(Embedding.normalised(sum));
    }
    return means;
  }

  /** {@return the face scaled down to a distant one; unchanged if it is small enough} */
  static FaceCrop farAway(FaceCrop photo) {
    float scale = FAR_PIXELS / photo.face().box().width();
    if (scale >= 1) {
      return photo;
    }
    Plane plane = Plane.of(photo.picture());
    Plane small =
        Resampler.resize(
            plane,
            Math.max(1, Math.round(scale * plane.width())),
            Math.max(1, Math.round(scale * plane.height())));
    return new FaceCrop(
        picture(small),
        scaled(
            photo.face(),
            (float) small.width() / plane.width(),
            (float) small.height() / plane.height()));
  }

  /** {@return the face with noise, the same for every call} */
  static FaceCrop inPoorLight(FaceCrop crop) {
    Random random = new Random(NOISE_SEED);
    byte[] bgr = crop.picture().bgr().clone();
    for (int i = 0; i < bgr.length; i++) {
      bgr[i] = level((bgr[i] & 0xff) + NOISE * random.nextGaussian());
    }
    Picture noisy = new Picture(crop.picture().width(), crop.picture().height(), bgr);
    return new FaceCrop(noisy, crop.face());
  }

  /** {@return the face with each pixel the mean of itself and its neighbours} */
  static FaceCrop outOfFocus(FaceCrop crop) {
    Picture sharp = crop.picture();
    byte[] bgr = new byte[sharp.bgr().length];
    for (int i = 0; i < bgr.length; i++) {
      bgr[i] = level(around(sharp, i / 3 % sharp.width(), i / 3 / sharp.width(), i % 3));
    }
    return new FaceCrop(new Picture(sharp.width(), sharp.height(), bgr), crop.face());
  }

  private static double around(Picture picture, int x, int y, int channel) {
    double sum = 0;
    int count = 0;
    for (int row = Math.max(0, y - SMEAR); row <= y + SMEAR && row < picture.height(); row++) {
      for (int column = Math.max(0, x - SMEAR);
          column <= x + SMEAR && column < picture.width();
          column++) {
        sum += picture.bgr()[3 * (row * picture.width() + column) + channel] & 0xff;
        count++;
      }
    }
    return sum / count;
  }

  private static Picture picture(Plane plane) {
    int area = plane.width() * plane.height();
    byte[] bgr = new byte[3 * area];
    for (int i = 0; i < area; i++) {
      for (int channel = 0; channel < 3; channel++) {
        bgr[3 * i + 2 - channel] = level(plane.values()[channel * area + i]);
      }
    }
    return new Picture(plane.width(), plane.height(), bgr);
  }

  private static byte level(double value) {
    return (byte) Math.max(0, Math.min(255, Math.round(value)));
  }

  private static Face scaled(Face face, float x, float y) {
    Box box = face.box();
    List<Point> points =
        face.landmarks().points().stream()
            .map(point -> new Point(x * point.x(), y * point.y()))
            .toList();
    return new Face(
        new Box(x * box.left(), y * box.top(), x * box.right(), y * box.bottom()),
        new Landmarks(points.get(0), points.get(1), points.get(2), points.get(3), points.get(4)),
        face.score());
  }
}
