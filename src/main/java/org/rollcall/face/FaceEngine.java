package org.rollcall.face;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.rollcall.model.Embedding;
import org.rollcall.model.Face;
import org.rollcall.model.FaceCrop;
import org.rollcall.model.Picture;
import org.rollcall.model.Quality;

/**
 * Finds and describes faces.
 *
 * <p>It spreads its work over the processors by itself. Use it from one thread.
 */
public interface FaceEngine extends AutoCloseable {
  /**
   * Finds the faces in pictures. Several at once, up to {@link #lanes}, are faster than one after
   * the other.
   *
   * @param searches the pictures, and where to look in each
   * @return for each search its faces, surest first; their middles lie inside the picture, their
   *     edges may not
   */
  List<List<Face>> detect(List<Search> searches);

  /**
   * Finds all faces in a picture.
   *
   * @param picture the picture, upright
   * @return its faces, surest first
   */
  default List<Face> detect(Picture picture) {
    return detect(List.of(Search.whole(picture))).get(0);
  }

  /** {@return how many pictures it works on at once} */
  int lanes();

  /**
   * Says how much a crop tells about who it is.
   *
   * @param crop a face with its surroundings
   * @return its quality
   */
  Quality quality(FaceCrop crop);

  /**
   * Describes faces. Many at once are faster than one after the other.
   *
   * @param crops the faces
   * @return an embedding for each, in the same order
   */
  List<Embedding> embed(List<FaceCrop> crops);

  /**
   * Trains a linear layer under a softmax, the last layer of a network that names people, on
   * embeddings that are there already. The same examples give the same layer.
   *
   * @param examples coordinates of each example (all of one length; not empty)
   * @param classes the class of each example (0 or more, without gaps)
   * @return for each class its weights, and the constant behind them
   */
  float[][] trainSoftmax(float[][] examples, int[] classes);

  /** {@return id of the pack that finds faces} */
  String detector();

  /** {@return id of the space of the embeddings; only those of one space can be compared} */
  String embeddingSpace();

  /** {@return edition of the pack that finds faces: another one has other networks} */
  String detectorEdition();

  /**
   * The edition of the packs that describe faces. Embeddings of different editions cannot be
   * compared, even if they are of one space.
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
