package org.rollcall.tools.compare;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.rollcall.face.FaceEngine;
import org.rollcall.face.FaceSettings;
import org.rollcall.face.MxnetFaceEngine;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.tools.PortraitPhoto;

/** The same faces in several embedding spaces: all are shown the same crops. */
final class Album implements AutoCloseable {
  private static final int SMALLEST_FACE_PIXELS = 40;
  private static final int BATCH = 16;
  private static final int ROUNDS = 40;

  private final List<FaceEngine> engines;
  private final Map<String, List<Photographed>> people = new HashMap<>();
  private final List<FaceCrop> batch = new ArrayList<>();
  private final Random random = new Random(1);

  /** Opens an empty album. Faces are found by MTCNN for all spaces. */
  Album(PackLibrary packs, List<String> spaces) {
    engines =
        spaces.stream()
            .map(space -> new FaceSettings("mtcnn", space, SMALLEST_FACE_PIXELS))
            .<FaceEngine>map(settings -> MxnetFaceEngine.open(packs, settings))
            .toList();
  }

  /** Adds somebody. A photo without a face in the middle is left out. */
  void add(String name, List<Path> files) {
    List<FaceCrop> crops = new ArrayList<>();
    for (Path file : files) {
      PortraitPhoto.read(file, engines.get(0)).ifPresent(portrait -> addViews(portrait, crops));
    }
    if (crops.isEmpty()) {
      return;
    }
    crops.stream().limit(BATCH - batch.size()).forEach(batch::add);
    for (FaceEngine engine : engines) {
      people
          .computeIfAbsent(engine.embeddingSpace(), space -> new ArrayList<>())
          .add(new Photographed(name, photos(engine.embed(crops))));
    }
  }

  private void addViews(PortraitPhoto portrait, List<FaceCrop> crops) {
    for (View view : View.values()) {
      crops.add(view.of(portrait, random));
    }
  }

  /** Takes embeddings apart again: all views of one photo, then of the next. */
  private static List<Map<View, Embedding>> photos(List<Embedding> embeddings) {
    Iterator<Embedding> next = embeddings.iterator();
    List<Map<View, Embedding>> photos = new ArrayList<>();
    while (next.hasNext()) {
      Map<View, Embedding> photo = new EnumMap<>(View.class);
      for (View view : View.values()) {
        photo.put(view, next.next());
      }
      photos.add(photo);
    }
    return photos;
  }

  /** {@return everybody, in one of the spaces} */
  List<Photographed> people(String space) {
    return people.get(space);
  }

  /**
   * Times the embedders in turn, so that whatever else the machine does slows all of them alike.
   *
   * @return milliseconds for a face, in a batch of 16, by space
   */
  Map<String, Double> times() {
    Map<String, MedianTimer> watches = new LinkedHashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      for (FaceEngine engine : engines) {
        watches
            .computeIfAbsent(engine.embeddingSpace(), space -> new MedianTimer())
            .time(() -> engine.embed(batch));
      }
    }
    Map<String, Double> times = new LinkedHashMap<>();
    watches.forEach((space, watch) -> times.put(space, watch.milliseconds() / BATCH));
    return times;
  }

  @Override
  public void close() {
    engines.forEach(FaceEngine::close);
  }
}
