package org.rollcall.face;

import java.nio.file.Path;
import java.util.List;
import org.rollcall.model.picture.Box;

/** Runs a network of the cascade that takes square crops of one size. Not thread-safe. */
final class CropNetwork implements AutoCloseable {
  /**
   * Batches are padded to one of this many sizes: the engine compiles and caches code for each
   * size.
   */
  private static final int BATCH_SIZES = 8;

  private final Network network;
  private final Spec spec;
  private final float[] input;

  /**
   * What a network takes and gives.
   *
   * @param name of its files
   * @param size width and height of the crops it takes, in pixels
   * @param outputs how many numbers it gives for a crop
   * @param batch most crops to run at once (a multiple of 8)
   */
  record Spec(String name, int size, int outputs, int batch) {}

  /**
   * Loads the network.
   *
   * @param folder of a detector pack
   */
  CropNetwork(Path folder, Spec spec) {
    this.network = Network.load(folder, spec.name(), spec.outputs());
    this.spec = spec;
    this.input = new float[spec.batch() * cropLength()];
  }

  private int cropLength() {
    return 3 * spec.size() * spec.size();
  }

  /** Receives the outputs of a network, crop by crop. */
  interface OutputReader {
    /**
     * Reads the output for one crop.
     *
     * @param square the part of the image that the network was given
     * @param output numbers of several crops
     * @param offset where those of this one start
     */
    void read(Box square, float[] output, int offset);
  }

  /** Runs the network on parts of an image, extended to squares; parts without area are skipped. */
  void run(List<Box> boxes, CropSource crops, OutputReader reader) {
    List<Box> squares =
        boxes.stream().map(FaceCandidate::square).filter(box -> box.width() >= 1).toList();
    for (int from = 0; from < squares.size(); from += spec.batch()) {
      List<Box> batch = squares.subList(from, Math.min(squares.size(), from + spec.batch()));
      Tensor output = network.run(input(batch, crops));
      for (int i = 0; i < batch.size(); i++) {
        reader.read(batch.get(i), output.values(), i * output.size(1));
      }
    }
  }

  private Tensor input(List<Box> squares, CropSource crops) {
    int size = spec.size();
    for (int i = 0; i < squares.size(); i++) {
      crops.crop(squares.get(i), new Plane(size, size, input, i * cropLength()));
    }
    MtcnnNumbers.normalise(input, input, squares.size() * cropLength());
    int step = spec.batch() / BATCH_SIZES;
    int padded = (squares.size() + step - 1) / step * step;
    return new Tensor(input, padded, 3, size, size);
  }

  @Override
  public void close() {
    network.close();
  }
}
