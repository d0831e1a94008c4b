package org.rollcall.enrol;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.rollcall.face.FaceEngine;
import org.rollcall.identity.EnrolmentSettings;
import org.rollcall.model.Message;
import org.rollcall.model.Reason;
import org.rollcall.model.RollcallException;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Picture;
import org.rollcall.model.picture.Quality;
import org.rollcall.model.picture.VideoFrame;
import org.rollcall.school.StudentPhotos;
import org.rollcall.video.FfmpegFrames;
import org.rollcall.video.Photos;
import org.rollcall.video.SamplingSettings;

/** Checks that enrolment photos show exactly one good face. Use it from a single thread. */
public final class PhotoExaminer {
  /** A face with at most this share of the largest one's area is in the background. */
  private static final double BACKGROUND = 0.5;

  /** Least width of a face in front of a webcam, in pixels, unless the person leans back. */
  private static final int NEAR_PIXELS = 80;

  private static final SamplingSettings CLIP_SAMPLING =
      new SamplingSettings(Duration.ofMillis(500));
  private static final int CLIP_FACES = 6;

  private final FaceEngine engine;
  private final EnrolmentSettings settings;

  /**
   * Creates an examiner.
   *
   * @param engine detects the faces and measures their quality; remains owned by the caller
   * @param settings requirements for photos
   */
  public PhotoExaminer(FaceEngine engine, EnrolmentSettings settings) {
    this.engine = engine;
    this.settings = settings;
  }

  /**
   * The result of examining a photo.
   *
   * @param crop the largest face; empty if none was found
   * @param quality quality of that face; all 0 without a face
   * @param refusal why the photo cannot be used; empty if it can
   */
  record ExaminedPhoto(Optional<FaceCrop> crop, Quality quality, Optional<Message> refusal) {
    static ExaminedPhoto refused(Message refusal) {
      return new ExaminedPhoto(Optional.empty(), Quality.NONE, Optional.of(refusal));
    }

    boolean accepted() {
      return refusal.isEmpty();
    }
  }

  /** {@return the result for a photo, or the best few results from a video} */
  List<ExaminedPhoto> examine(Path file) {
    try {
      return StudentPhotos.isPicture(file)
          ? List.of(examine(Photos.read(file)))
          : examineClip(file);
    } catch (RollcallException e) {
      return List.of(ExaminedPhoto.refused(e.message()));
    }
  }

  /**
   * Examines an image from a webcam.
   *
   * @param photo a JPEG or PNG image
   * @return advice for the person in front of the webcam
   * @throws RollcallException if the image cannot be read
   */
  public CaptureHint hint(byte[] photo) {
    Picture picture = Photos.read("from the webcam", photo);
    List<Face> faces = faces(picture);
    if (faces.isEmpty()) {
      return CaptureHint.without(CaptureHint.Hint.NOBODY);
    }
    if (inFront(faces) > 1) {
      return CaptureHint.without(CaptureHint.Hint.SEVERAL);
    }
    Face face = faces.get(0);
    Quality quality = engine.quality(FaceCrop.of(picture, face));
    return CaptureHint.at(face, quality, Math.max(NEAR_PIXELS, settings.minFacePixels()));
  }

  private List<ExaminedPhoto> examineClip(Path file) {
    ClipFindings findings = new ClipFindings();
    try (FfmpegFrames frames = FfmpegFrames.open(file, CLIP_SAMPLING)) {
      for (Optional<VideoFrame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
        findings.add(examine(frame.get().picture()));
      }
    }
    return findings.best();
  }

  /** The results from the frames of a video. */
  private static final class ClipFindings {
    private final List<ExaminedPhoto> accepted = new ArrayList<>();
    private ExaminedPhoto lastRefused = ExaminedPhoto.refused(Message.of(Reason.NO_FACE));

    void add(ExaminedPhoto finding) {
      if (finding.accepted()) {
        accepted.add(finding);
      } else {
        lastRefused = finding;
      }
    }

    /** {@return the best few accepted, or else the last one refused} */
    List<ExaminedPhoto> best() {
      accepted.sort(Comparator.comparingDouble(finding -> -finding.quality().weight()));
      return accepted.isEmpty()
          ? List.of(lastRefused)
          : accepted.subList(0, Math.min(CLIP_FACES, accepted.size()));
    }
  }

  private ExaminedPhoto examine(Picture picture) {
    List<Face> faces = faces(picture);
    if (faces.isEmpty()) {
      return ExaminedPhoto.refused(Message.of(Reason.NO_FACE));
    }
    Face largest = faces.get(0);
    FaceCrop crop = FaceCrop.of(picture, largest);
    Quality quality = engine.quality(crop);
    return new ExaminedPhoto(Optional.of(crop), quality, refusal(faces, quality));
  }

  /** {@return the faces, largest first} */
  private List<Face> faces(Picture picture) {
    return engine.detect(picture).stream()
        .sorted(Comparator.comparingDouble(face -> -face.box().area()))
        .toList();
  }

  private static long inFront(List<Face> faces) {
    float largest = faces.get(0).box().area();
    return faces.stream().filter(f -> f.box().area() > BACKGROUND * largest).count();
  }

  private Optional<Message> refusal(List<Face> faces, Quality quality) {
    long front = inFront(faces);
    if (front > 1) {
      return Optional.of(Message.of(Reason.SEVERAL_FACES, front));
    }
    if (quality.facePixels() < settings.minFacePixels()) {
      int wholePixels = (int) quality.facePixels();
      return Optional.of(Message.of(Reason.SMALL_FACE, wholePixels, settings.minFacePixels()));
    }
    if (quality.sharpness() < settings.minSharpness()) {
      return Optional.of(Message.of(Reason.BLURRED_FACE));
    }
    return Optional.empty();
  }
}
