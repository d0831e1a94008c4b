package org.rollcall.face;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Landmarks;
import org.rollcall.model.picture.Picture;
import org.rollcall.model.picture.Point;

/** Times the steps of detecting and embedding faces, with the packs of {@code config/models}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 3)
@Measurement(iterations = 5, time = 3)
public class FaceBenchmarks {
  private static final int WIDTH = 1920;
  private static final int HEIGHT = 1080;
  private static final double HALF = 0.5;
  private static final int PNET_CELL = 12;
  private static final int RNET_SIZE = 24;
  private static final int RNET_BATCH = 128;
  private static final int ONET_SIZE = 48;
  private static final int ONET_BATCH = 32;
  private static final int CHANNELS = 5;
  private static final int EMBEDDING_BATCH = 16;
  private static final int CROP_PIXELS = 120;

  private final Picture frame = noise(WIDTH, HEIGHT);
  private final Plane image = Plane.of(frame);
  private final Plane half = Plane.empty(WIDTH / 2, HEIGHT / 2);
  private final Pyramid pyramid = new Pyramid(WIDTH, HEIGHT, HALF, PNET_CELL);
  private final Tensor places = input(RNET_BATCH, RNET_SIZE);
  private final Tensor refinedPlaces = input(ONET_BATCH, ONET_SIZE);
  private final List<FaceCrop> crops =
      Stream.generate(FaceBenchmarks::crop).limit(EMBEDDING_BATCH).toList();

  private Network pnet;
  private Network rnet;
  private Network onet;
  private FaceEmbedder embedder;

  /** Loads the best packs that are installed. */
  @Setup
  public void load() {
    PackLibrary packs = new PackLibrary(Path.of("config/models"));
    Path detector = packs.detector(PackLibrary.AUTO).folder();
    pnet = Network.load(detector, "pnet", CHANNELS);
    rnet = Network.load(detector, "rnet", CHANNELS);
    onet = Network.load(detector, "onet", CHANNELS);
    embedder = new FaceEmbedder(packs.embedder(PackLibrary.AUTO));
  }

  /** Closes the networks. */
  @TearDown
  public void close() {
    pnet.close();
    rnet.close();
    onet.close();
    embedder.close();
  }

  /** {@return a 1080p image at half its size} */
  @Benchmark
  public Object resampling() {
    Resampler.resize(image, half);
    return half;
  }

  /**
   * {@return the last output of P-Net over the pyramid of a 1080p frame, for faces from 24 pixels}
   */
  @Benchmark
  public Object pyramidAndPnet() {
    pyramid.load(frame);
    Tensor output = null;
    for (Pyramid.Level level : pyramid.levels()) {
      Plane plane = level.plane();
      output = pnet.run(new Tensor(plane.values(), 1, 3, plane.height(), plane.width()));
    }
    return output;
  }

  /** {@return the output of R-Net for 128 places} */
  @Benchmark
  public Object rnetBatch() {
    return rnet.run(places);
  }

  /** {@return the output of O-Net for 32 places} */
  @Benchmark
  public Object onetBatch() {
    return onet.run(refinedPlaces);
  }

  /** {@return embeddings of 16 faces, from their crops} */
  @Benchmark
  public List<Embedding> embeddingBatch() {
    return embedder.embed(crops);
  }

  private static Tensor input(int count, int size) {
    return new Tensor(new float[count * 3 * size * size], count, 3, size, size);
  }

  private static FaceCrop crop() {
    Landmarks landmarks =
        new Landmarks(
            new Point(45, 50),
            new Point(75, 50),
            new Point(60, 65),
            new Point(48, 80),
            new Point(72, 80));
    Face face = new Face(new Box(30, 25, 90, 100), landmarks, 1);
    return new FaceCrop(noise(CROP_PIXELS, CROP_PIXELS), face);
  }

  private static Picture noise(int width, int height) {
    byte[] bgr = new byte[3 * width * height];
    new Random(1).nextBytes(bgr);
    return new Picture(width, height, bgr);
  }
}
