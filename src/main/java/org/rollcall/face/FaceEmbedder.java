package org.rollcall.face;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.rollcall.face.pack.Alignment;
import org.rollcall.face.pack.EmbeddingInput;
import org.rollcall.face.pack.EmbeddingSpace;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.FaceCrop;

/**
 * Embeds faces with one network, or with several whose unit vectors are weighted and concatenated.
 * Not thread-safe.
 */
final class FaceEmbedder implements AutoCloseable {
  /**
   * Larger batches need more memory and are hardly faster. Smaller ones are powers of two: the
   * engine keeps memory for each size that it ever ran.
   */
  private static final int BATCH = 16;

  private final List<WeightedNetwork> parts = new ArrayList<>();
  private final String fastest;
  private final int dimension;

  /** Loads the networks of a space. */
  FaceEmbedder(EmbeddingSpace space) {
    this.dimension = space.dimension();
    this.fastest = space.fastest().id();
    for (EmbeddingSpace.SpacePart part : space.parts()) {
      EmbeddingInput input = part.pack().embeddingInput();
      Network network = Network.load(part.pack().folder(), "embed", input.dimension());
      parts.add(
          new WeightedNetwork(
              part.pack().id(), network, input, part.length(), new float[BATCH * area(input) * 3]));
    }
  }

  /** {@return an embedding for each face, in the same order} */
  List<Embedding> embed(List<FaceCrop> crops) {
    float[][] joined = new float[crops.size()][dimension];
    int offset = 0;
    for (WeightedNetwork part : parts) {
      part.embed(crops, joined, offset);
      offset += part.input.dimension();
    }
    return Arrays.stream(joined).map(Embedding::normalised).toList();
  }

  /** {@return an embedding for each face by the fastest network alone, in the same order} */
  List<Embedding> glance(List<FaceCrop> crops) {
    WeightedNetwork part =
        parts.stream().filter(one -> one.pack.equals(fastest)).findFirst().orElseThrow();
    float[][] embeddings = new float[crops.size()][part.input.dimension()];
    part.embed(crops, embeddings, 0);
    return Arrays.stream(embeddings).map(Embedding::normalised).toList();
  }

  @Override
  public void close() {
    parts.forEach(part -> part.network.close());
  }

  private static int area(EmbeddingInput input) {
    return input.alignment().sizePixels() * input.alignment().sizePixels();
  }

  /**
   * One of the networks.
   *
   * @param pack id of its pack
   * @param length of its share of an embedding
   * @param pixels buffer for the faces of a batch
   */
  @SuppressWarnings("ArrayRecordComponent") // a buffer, never compared
  private record WeightedNetwork(
      String pack, Network network, EmbeddingInput input, float length, float[] pixels) {
    void embed(List<FaceCrop> crops, float[][] joined, int offset) {
      int count;
      for (int from = 0; from < crops.size(); from += count) {
        count = Math.min(BATCH, Integer.highestOneBit(crops.size() - from));
        Tensor output = network.run(pixels(crops.subList(from, from + count)));
        for (int i = 0; i < count; i++) {
          int start = i * input.dimension();
          float[] values = Arrays.copyOfRange(output.values(), start, start + input.dimension());
          Embedding.normalised(values).copyTo(joined[from + i], offset, length);
        }
      }
    }

    private Tensor pixels(List<FaceCrop> crops) {
      int size = input.alignment().sizePixels();
      int each = 3 * area(input);
      // Pixels outside a crop stay black.
      Arrays.fill(pixels, 0, crops.size() * each, 0);
      for (int i = 0; i < crops.size(); i++) {
        Plane face = new Plane(size, size, pixels, i * each);
        if (input.alignment() == Alignment.LANDMARKS_112) {
          Aligner.align112(crops.get(i), face);
        } else {
          Aligner.margin(crops.get(i), face);
        }
        LowLightGain.brighten(face);
      }
      for (int i = 0; i < crops.size() * each; i++) {
        pixels[i] = (pixels[i] - input.mean()) * input.scale();
      }
      return new Tensor(pixels, crops.size(), 3, size, size);
    }
  }
}
