package org.rollcall.tools.simulate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.rollcall.face.FaceEngine;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.tools.PortraitPhoto;
import org.rollcall.tools.people.Look;

/** Finds people for simulated lessons, and films them in every scene. */
final class Filming {
  private static final int ENROLLED_PHOTOS = 4;
  private static final int SIGHTINGS = 6;

  private final FaceEngine engine;
  private int participants;

  Filming(FaceEngine engine) {
    this.engine = engine;
  }

  /**
   * {@return people with a folder of photos each: four for the enrolment, the others to be seen}
   */
  List<Participant> students(List<Path> folders) throws IOException {
    List<Extra> extras = new ArrayList<>();
    for (Path folder : folders) {
      String name = folder.getFileName().toString();
      List<PortraitPhoto> portraits = portraits(PortraitPhoto.files(folder));
      if (portraits.size() > ENROLLED_PHOTOS) {
        Collections.shuffle(portraits, new Random(name.hashCode()));
        extras.add(
            new Extra(
                name,
                participants++,
                portraits.subList(0, ENROLLED_PHOTOS).stream().map(PortraitPhoto::crop).toList(),
                portraits.subList(ENROLLED_PHOTOS, portraits.size())));
      }
    }
    return film(extras);
  }

  /** {@return people with one photo each, who are never enrolled} */
  List<Participant> strangers(List<Path> photos) {
    List<Extra> extras = new ArrayList<>();
    for (Path photo : photos) {
      String name = photo.getFileName().toString();
      List<PortraitPhoto> portraits = portraits(List.of(photo));
      if (!portraits.isEmpty()) {
        extras.add(new Extra(name, participants++, List.of(), portraits));
      }
    }
    return film(extras);
  }

  private List<PortraitPhoto> portraits(List<Path> files) {
    List<PortraitPhoto> portraits = new ArrayList<>();
    files.forEach(file -> PortraitPhoto.read(file, engine).ifPresent(portraits::add));
    return portraits;
  }

  private List<Participant> film(List<Extra> extras) {
    for (int facePixels : SeenFace.Scene.FACE_PIXELS) {
      for (Degradation degradation : Degradation.values()) {
        SeenFace.Scene scene = new SeenFace.Scene(facePixels, degradation);
        film(extras.stream().filter(extra -> extra.sitsIn(scene)).toList(), scene);
        System.err.printf("Filmed: %s%n", scene);
      }
    }
    return extras.stream()
        .map(extra -> new Participant(extra.name, extra.number, extra.photos, extra.seen))
        .toList();
  }

  private void film(List<Extra> extras, SeenFace.Scene scene) {
    CrowdedFrame frame = new CrowdedFrame(scene);
    List<Extra> shown = new ArrayList<>();
    for (int i = 0; i < SIGHTINGS; i++) {
      for (Extra extra : extras) {
        frame.add(extra.portraits.get(i % extra.portraits.size()), extra.random);
        shown.add(extra);
        if (frame.full()) {
          keep(frame, shown);
          frame = new CrowdedFrame(scene);
          shown.clear();
        }
      }
    }
    keep(frame, shown);
  }

  private void keep(CrowdedFrame frame, List<Extra> shown) {
    List<Optional<FaceCrop>> faces = frame.look(engine);
    for (int i = 0; i < shown.size(); i++) {
      Extra extra = shown.get(i);
      faces
          .get(i)
          .ifPresent(
              crop ->
                  extra.seen.add(
                      new SeenFace(frame.scene(), new Look(crop, engine.quality(crop)))));
    }
  }

  /** Somebody who is being filmed. */
  private record Extra(
      String name,
      int number,
      List<FaceCrop> photos,
      List<PortraitPhoto> portraits,
      List<SeenFace> seen,
      Random random) {
    Extra(String name, int number, List<FaceCrop> photos, List<PortraitPhoto> portraits) {
      this(name, number, photos, portraits, new ArrayList<>(), new Random(number));
    }

    boolean sitsIn(SeenFace.Scene scene) {
      return SeenFace.Scene.of(number, scene.degradation()).equals(scene);
    }
  }
}
