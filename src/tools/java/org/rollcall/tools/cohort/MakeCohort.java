package org.rollcall.tools.cohort;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.rollcall.face.FaceEngine;
import org.rollcall.face.FaceSettings;
import org.rollcall.face.MxnetFaceEngine;
import org.rollcall.face.PhotoEmbedder;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.identity.CohortBuilder;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.tools.ClassroomCamera;
import org.rollcall.tools.PortraitPhoto;

/**
 * Makes the cohort file of an embedding space from photos of many people: those of a folder of
 * single photos, one person each.
 *
 * <p>{@code MakeCohort PHOTOS MODELS SPACE FILE}
 */
public final class MakeCohort {
  private static final int SIGHTINGS = 4;

  private MakeCohort() {}

  /**
   * Makes one file.
   *
   * @param args folder of photos, folder of installed packs, embedding space, file to write
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    Random random = new Random(1);
    CohortBuilder cohort = new CohortBuilder();
    FaceSettings settings = new FaceSettings("mtcnn", args[2], 40);
    try (FaceEngine engine = MxnetFaceEngine.open(new PackLibrary(Path.of(args[1])), settings);
        OutputStream out = Files.newOutputStream(Path.of(args[3]))) {
      for (Path photo : PortraitPhoto.files(Path.of(args[0]))) {
        Optional<PortraitPhoto> portrait = PortraitPhoto.read(photo, engine);
        if (portrait.isPresent()) {
          add(cohort, engine, portrait.get(), random);
        }
      }
      cohort.write(out);
    }
  }

  private static void add(
      CohortBuilder cohort, FaceEngine engine, PortraitPhoto portrait, Random random) {
    List<FaceCrop> crops = new ArrayList<>();
    for (int i = 0; i < SIGHTINGS; i++) {
      crops.add(portrait.seenBy(ClassroomCamera.random(portrait.face(), random)));
    }
    Embedding photo = PhotoEmbedder.embed(engine, List.of(portrait.crop())).get(0);
    float[] sum = new float[photo.dimension()];
    engine.embed(crops).forEach(seen -> seen.addTo(sum, 1));
    cohort.add(photo, Embedding.normalised(sum));
  }
}
