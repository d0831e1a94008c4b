package org.rollcall.face;

import ai.djl.Device;
import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.EngineException;
import ai.djl.inference.Predictor;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.translate.Batchifier;
import ai.djl.translate.TranslateException;
import ai.djl.translate.Translator;
import ai.djl.translate.TranslatorContext;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import org.rollcall.model.RollcallException;

/**
 * A loaded MXNet graph. No tensor of the engine leaves this class.
 *
 * <p>Not thread-safe, and the engine keeps memory for every thread that ever called it: use a
 * network from one long-lived thread.
 */
final class Network implements AutoCloseable {
  private static final String ENGINE = "MXNet";

  static {
    EngineEnvironment.apply();
    EngineEnvironment.quietly(Network::startEngine);
  }

  private static final AtomicLong BUFFERED = new AtomicLong();
  private static final long MOST_BUFFERED = 128L << 20;

  private final String name;
  private final Model model;
  private final Predictor<Tensor, Tensor> predictor;

  private Network(String name, Model model, int channels) {
    this.name = name;
    this.model = model;
    this.predictor = model.newPredictor(new PlainNumbers(channels));
  }

  /**
   * Loads {@code <name>-symbol.json} and {@code <name>-0000.params}.
   *
   * @param channels how many channels of the output to return: the first ones of its second
   *     dimension
   * @throws RollcallException if the engine cannot read them
   */
  static Network load(Path folder, String name, int channels) {
    Model model = newModel(name);
    try {
      model.load(folder, name);
      return new Network(name, model, channels);
    } catch (IOException | MalformedModelException | EngineException e) {
      model.close();
      throw new RollcallException(
          "Cannot load the network '%s' from %s: %s. Install the model pack again."
              .formatted(name, folder, e.getMessage()),
          e);
    }
  }

  /** {@return an empty model of the engine; the caller closes it} */
  private static Model newModel(String name) {
    return Model.newInstance(name, ENGINE);
  }

  private static void startEngine() {
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), ENGINE)) {
      manager.zeros(new Shape(1)).close();
    }
  }

  /**
   * Runs the network.
   *
   * @return the first channels of the output; the next run overwrites them
   * @throws RollcallException if the engine fails
   */
  Tensor run(Tensor input) {
    try {
      Tensor output = predictor.predict(input);
      collectBuffers(output);
      return output;
    } catch (TranslateException | EngineException e) {
      throw new RollcallException(
          "The network '%s' failed on an input of shape %s: %s"
              .formatted(name, new Shape(input.shape()), e.getMessage()),
          e);
    }
  }

  /**
   * Collects garbage once outputs add up to 128 MiB. DJL copies every output to an off-heap buffer
   * that only garbage collection frees, while the collector watches the heap alone and would let
   * gigabytes pile up.
   */
  private static void collectBuffers(Tensor output) {
    long bytes = (long) Float.BYTES * output.count();
    if (BUFFERED.addAndGet(bytes) > MOST_BUFFERED) {
      BUFFERED.set(0);
      System.gc();
    }
  }

  @Override
  public void close() {
    predictor.close();
    model.close();
  }

  /** Copies numbers to and from the engine. */
  private static final class PlainNumbers implements Translator<Tensor, Tensor> {
    private final int channels;
    private ByteBuffer buffer = ByteBuffer.allocateDirect(0);
    private float[] result = new float[0];

    PlainNumbers(int channels) {
      this.channels = channels;
    }

    @Override
    public NDList processInput(TranslatorContext context, Tensor input) {
      NDArray array = context.getNDManager().create(new Shape(input.shape()), DataType.FLOAT32);
      array.set(direct(input));
      return new NDList(array);
    }

    /** {@return the input in an off-heap buffer, which the engine need not copy once more} */
    private ByteBuffer direct(Tensor input) {
      int bytes = Float.BYTES * input.count();
      if (buffer.capacity() < bytes) {
        buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
      }
      buffer.clear().limit(bytes);
      buffer.asFloatBuffer().put(input.values(), 0, input.count());
      return buffer;
    }

    /**
     * Cuts the channels out here rather than in the engine: where the engine stores channels in
     * blocks of eight, as on processors with AVX2, it crashes if asked for less than a block.
     */
    @Override
    public Tensor processOutput(TranslatorContext context, NDList outputs) {
      NDArray output = outputs.head();
      long[] shape = output.getShape().getShape().clone();
      int all = (int) shape[1];
      shape[1] = Math.min(all, channels);
      return new Tensor(firstChannels(output, (int) shape[0], (int) shape[1], all), shape);
    }

    private float[] firstChannels(NDArray output, int items, int wanted, int all) {
      FloatBuffer numbers = output.toByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
      int channel = numbers.remaining() / (items * all);
      int count = items * wanted * channel;
      if (result.length < count) {
        result = new float[count];
      }
      for (int item = 0; item < items; item++) {
        numbers.position(item * all * channel);
        numbers.get(result, item * wanted * channel, wanted * channel);
      }
      return result;
    }

    @Override
    public Batchifier getBatchifier() {
      return null;
    }
  }
}
