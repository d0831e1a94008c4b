package org.rollcall.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.rollcall.face.FaceEngine;
import org.rollcall.face.FaceSearch;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Quality;

/** Finds no face, and does what a test wants meanwhile. */
public class BlindEngine implements FaceEngine {
  private Runnable looking = () -> {};

  /** Does something each time that it looks for faces. */
  public void whileLooking(Runnable work) {
    looking = work;
  }

  @Override
  public List<List<Face>> detect(List<FaceSearch> searches) {
    looking.run();
    return searches.stream().map(search -> List.<Face>of()).toList();
  }

  @Override
  public int lanes() {
    return 1;
  }

  @Override
  public Quality quality(FaceCrop crop) {
    return Quality.NONE;
  }

  @Override
  public List<Embedding> embed(List<FaceCrop> crops) {
    assertThat(crops).isEmpty();
    return List.of();
  }

  @Override
  public float[][] trainSoftmax(float[][] examples, int[] classes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String detector() {
    return "blind";
  }

  @Override
  public String embeddingSpace() {
    return "compact";
  }

  @Override
  public String detectorEdition() {
    return "1";
  }

  @Override
  public String embeddingEdition() {
    return "1";
  }

  @Override
  public void close() {}
}
