package org.rollcall.face;

import java.nio.file.Path;
import java.util.List;
import org.rollcall.model.Box;

/** A network of the cascade that looks at square crops of one size. Not thread-safe. */
final class CropNetwork implements AutoCloseable {
  /**
   * Batches are filled up to so many sizes: for each size, the engine compiles and keeps code of
   * its own.
   */
  private static final int STEPS = 8;

  private final Network network;
  private final int size;
  private final int batch;
  private final int step;
  private final float[] input;

  /**
   * Loads the network.
   *
   * @param channels how many numbers it gives for a crop
   * @param size width and height of the crops it takes, in pixels
   * @param batch so many crops at once (a multiple of 8)
   */
  CropNetwork(Path folder, String name, int channels, int size, int batch) {
    this.network = Network.load(folder, name, channels);
    this.size = size;
    this.batch = batch;
    this.step = batch / STEPS;
    this.input = new float[batch * 3 * size * size];
  }

  /** Takes what the network says of one crop. */
  interface Answers {
    /**
     * One answer.
     *
     * @param square the part of the image that the network saw
     * @param output numbers of several crops
     * @param at where those of this one begin
     */
    void take(Box square, float[] output, int at);
  }

  /** Shows parts of an image to the network, made square, but for those without an area. */
  void look(List<Box> boxes, CropSource crops, Answers answers) {
    List<Box> squares =
        boxes.stream().map(Candidate::square).filter(box -> box.width() >= 1).toList();
    for (int from = 0; from < squares.size(); from += batch) {
      List<Box> some = squares.subList(from, Math.min(squares.size(), from + batch));
      Tensor output = network.run(input(some, crops));
      for (int i = 0; i < some.size(); i++) {
        answers.take(some.get(i), output.values(), i * output.size(1));
      }
    }
  }

  private Tensor input(List<Box> boxes, CropSource crops) {
    int each = 3 * size * size;
    for (int i = 0; i < boxes.size(); i++) {
      crops.crop(boxes.get(i), size, input, i * each);
    }
    MtcnnNumbers.normalize(input, input, boxes.size() * each);
    int filled = (boxes.size() + step - 1) / step * step;
    return new Tensor(input, filled, 3, size, size);
  }

  @Override
  public void close() {
    network.close();
  }
}
