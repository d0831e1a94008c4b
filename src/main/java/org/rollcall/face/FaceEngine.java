package org.rollcall.face;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Picture;
import org.rollcall.model.picture.Quality;

/**
 * Detects and embeds faces.
 *
 * <p>It uses all processors by itself. Call it from one thread.
 */
public interface FaceEngine extends AutoCloseable {
  /**
   * Detects the faces in pictures. Up to {@link #lanes} pictures at once are faster than one after
   * the other.
   *
   * @param searches the pictures, and where to look in each
   * @return the faces of each search, best score first; their centres are inside the picture, their
   *     edges may not be
   */
  List<List<Face>> detect(List<FaceSearch> searches);

  /**
   * Detects all faces in a picture.
   *
   * @param picture the picture, upright
   * @return its faces, best score first
   */
  default List<Face> detect(Picture picture) {
    return detect(List.of(FaceSearch.whole(picture))).get(0);
  }

  /** {@return how many pictures it searches in parallel} */
  int lanes();

  /**
   * Measures how suitable a crop is for recognising the person.
   *
   * @param crop a face with its surroundings
   * @return its quality
   */
  Quality quality(FaceCrop crop);

  /**
   * Embeds faces. Many at once are faster than one after the other.
   *
   * @param crops the faces
   * @return an embedding for each, in the same order
   */
  List<Embedding> embed(List<FaceCrop> crops);

  /**
   * Embeds faces with the fastest network of the space alone.
   *
   * @param crops the faces
   * @return an embedding for each in {@link #glanceSpace}, in the same order
   */
  default List<Embedding> glance(List<FaceCrop> crops) {
    return embed(crops);
  }

  /** {@return id of the space of glances: the embedding space itself if it has only one network} */
  default String glanceSpace() {
    return embeddingSpace();
  }

  /**
   * Trains a softmax classifier with one linear layer on existing embeddings. Deterministic: the
   * same examples give the same layer.
   *
   * @param examples coordinates of each example (all of one length; not empty)
   * @param classes the class of each example (≥ 0, without gaps)
   * @return for each class its weights, followed by its bias
   */
  float[][] trainSoftmax(float[][] examples, int[] classes);

  /** {@return id of the pack that detects faces} */
  String detector();

  /** {@return id of the embedding space; only embeddings of one space can be compared} */
  String embeddingSpace();

  /** {@return edition of the pack that detects faces; another edition has other networks} */
  String detectorEdition();

  /**
   * The edition of the packs that embed faces. Embeddings of different editions cannot be compared,
   * even in the same space.
   *
   * @return the edition
   */
  String embeddingEdition();

  /** {@return the packs and their editions, as results name them} */
  default Map<String, String> models() {
    Map<String, String> models = new LinkedHashMap<>();
    models.put("detection", detector());
    models.put("detectionEdition", detectorEdition());
    models.put("recognition", embeddingSpace());
    models.put("recognitionEdition", embeddingEdition());
    return models;
  }

  @Override
  void close();
}
