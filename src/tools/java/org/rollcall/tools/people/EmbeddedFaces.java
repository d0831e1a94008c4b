package org.rollcall.tools.people;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.face.FaceEngine;
import org.rollcall.face.FaceSettings;
import org.rollcall.face.MxnetFaceEngine;
import org.rollcall.face.PhotoEmbedder;
import org.rollcall.face.pack.EmbeddingSpace;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.model.RollcallException;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.FaceCrop;

/**
 * Embeds faces once by each pack, and keeps the embeddings in a folder for the next time. Delete
 * the folder after a change of the packs, of the detector or of the faces.
 *
 * @param library the installed packs
 * @param folder where the embeddings are kept
 */
public record EmbeddedFaces(PackLibrary library, Path folder) {
  /**
   * Faces of one person.
   *
   * @param photos enrolment photos, embedded as such
   * @param seen faces from recordings
   */
  public record Faces(List<FaceCrop> photos, List<FaceCrop> seen) {}

  /**
   * Embeds faces in one space.
   *
   * @param people the faces of everybody; the same ones in the same order every time
   * @param spaceId the embedding space
   * @return the embedding of each face
   * @throws IOException if a file cannot be read or written
   */
  public Map<FaceCrop, Embedding> in(String spaceId, List<Faces> people) throws IOException {
    EmbeddingSpace space = library.embedder(spaceId);
    List<FaceCrop> crops = new ArrayList<>();
    for (Faces faces : people) {
      crops.addAll(faces.photos());
      crops.addAll(faces.seen());
    }
    float[][] joined = new float[crops.size()][space.dimension()];
    int offset = 0;
    for (EmbeddingSpace.SpacePart part : space.parts()) {
      List<Embedding> embeddings = kept(part.pack().id(), people, crops.size());
      for (int i = 0; i < joined.length; i++) {
        embeddings.get(i).copyTo(joined[i], offset, part.length());
      }
      offset += embeddings.get(0).dimension();
    }
    Map<FaceCrop, Embedding> embeddings = new HashMap<>();
    for (int i = 0; i < joined.length; i++) {
      embeddings.put(crops.get(i), Embedding.normalised(joined[i]));
    }
    return embeddings;
  }

  private List<Embedding> kept(String pack, List<Faces> people, int faces) throws IOException {
    Path file = folder.resolve(pack + ".bin");
    if (!Files.exists(file)) {
      FaceFile.writeEmbeddings(file, embedded(pack, people));
    }
    List<Embedding> embeddings = FaceFile.readEmbeddings(file);
    if (embeddings.size() != faces) {
      throw new RollcallException(
          "%s holds %d embeddings for %d faces. Delete %s and run again."
              .formatted(file, embeddings.size(), faces, folder));
    }
    return embeddings;
  }

  private List<Embedding> embedded(String pack, List<Faces> people) {
    List<Embedding> embeddings = new ArrayList<>();
    FaceSettings settings =
        new FaceSettings(FaceSettings.AUTO, pack, FaceSettings.DEFAULT.smallestFacePixels());
    try (FaceEngine engine = MxnetFaceEngine.open(library, settings)) {
      for (Faces faces : people) {
        embeddings.addAll(PhotoEmbedder.embed(engine, faces.photos()));
        embeddings.addAll(engine.embed(faces.seen()));
      }
    }
    return embeddings;
  }
}
