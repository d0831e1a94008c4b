package org.rollcall.face;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.LinkedBlockingQueue;
import org.rollcall.face.pack.EmbeddingSpace;
import org.rollcall.face.pack.ModelPack;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.face.pack.PackTask;
import org.rollcall.model.RollcallException;
import org.rollcall.model.picture.Embedding;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.FaceCrop;
import org.rollcall.model.picture.Quality;

/**
 * Runs MTCNN and embedding networks on MXNet through DJL, and YuNet and Haar cascades on OpenCV.
 *
 * <p>MXNet keeps memory for every thread that ever called it, so a few long-lived threads do all
 * the work. The small networks of the detector hardly gain from a second processor, so pictures are
 * searched in parallel, each in a lane with its own networks. The embedding networks use all
 * processors themselves, one batch after the other: two copies of FaceNet that run at the same time
 * corrupt each other's results.
 */
public final class MxnetFaceEngine implements FaceEngine {
  private final String detectorId;
  private final String detectorEdition;
  private final String spaceId;
  private final String spaceEdition;
  private final String glanceSpaceId;
  private final WorkerThreads detection;
  private final WorkerThreads embedding;
  private final BlockingQueue<FaceDetector> lanes = new LinkedBlockingQueue<>();
  private final FaceEmbedder embedder;

  private MxnetFaceEngine(
      ModelPack detector, ModelPack aligner, EmbeddingSpace space, int smallestFacePixels) {
    this.detectorId = detector.id();
    this.detectorEdition =
        detector.needsLandmarks()
            ? detector.edition() + "+" + aligner.edition()
            : detector.edition();
    this.spaceId = space.id();
    this.spaceEdition = space.edition();
    this.glanceSpaceId = space.fastest().id();
    this.detection = new WorkerThreads("detection", EngineEnvironment.LANES, () -> {});
    this.embedding = new WorkerThreads("embedding", 1, EngineEnvironment::useAllProcessors);
    for (int i = 0; i < EngineEnvironment.LANES; i++) {
      lanes.add(lane(detector, aligner, smallestFacePixels));
    }
    this.embedder = new FaceEmbedder(space);
  }

  private static FaceDetector lane(ModelPack detector, ModelPack aligner, int smallest) {
    Path folder = detector.folder();
    if (detector.serves(PackTask.SINGLE_SHOT_DETECTION)) {
      return new ProposalDetector(new YuNet(folder, smallest), aligner.folder());
    }
    return detector.serves(PackTask.HAAR_DETECTION)
        ? new ProposalDetector(new HaarCascade(folder, smallest), aligner.folder())
        : new MtcnnDetector(folder, smallest);
  }

  /**
   * Loads the packs that the settings name.
   *
   * @param packs the installed packs
   * @param settings which of them to use, and the smallest face to detect
   * @return the engine; the caller closes it
   * @throws RollcallException if a pack is unknown, not installed or damaged
   */
  public static MxnetFaceEngine open(PackLibrary packs, FaceSettings settings) {
    return new MxnetFaceEngine(
        packs.detector(settings.detector()),
        packs.aligner(),
        packs.embedder(settings.embedder()),
        settings.smallestFacePixels());
  }

  @Override
  public List<List<Face>> detect(List<FaceSearch> searches) {
    return detection.runAll(
        searches.stream().<Callable<List<Face>>>map(search -> () -> inLane(search)).toList());
  }

  private List<Face> inLane(FaceSearch search) throws InterruptedException {
    FaceDetector detector = lanes.take();
    try {
      return detector.detect(search);
    } finally {
      lanes.add(detector);
    }
  }

  @Override
  public Quality quality(FaceCrop crop) {
    return QualityMeter.measure(crop);
  }

  @Override
  public List<Embedding> embed(List<FaceCrop> crops) {
    return embedding.runAll(List.<Callable<List<Embedding>>>of(() -> embedder.embed(crops))).get(0);
  }

  @Override
  public List<Embedding> glance(List<FaceCrop> crops) {
    return embedding
        .runAll(List.<Callable<List<Embedding>>>of(() -> embedder.glance(crops)))
        .get(0);
  }

  @Override
  public String glanceSpace() {
    return glanceSpaceId;
  }

  @Override
  public float[][] trainSoftmax(float[][] examples, int[] classes) {
    return embedding
        .runAll(List.<Callable<float[][]>>of(() -> SoftmaxTrainer.train(examples, classes)))
        .get(0);
  }

  @Override
  public int lanes() {
    return EngineEnvironment.LANES;
  }

  @Override
  public String detector() {
    return detectorId;
  }

  @Override
  public String embeddingSpace() {
    return spaceId;
  }

  @Override
  public String detectorEdition() {
    return detectorEdition;
  }

  @Override
  public String embeddingEdition() {
    return spaceEdition;
  }

  @Override
  public void close() {
    detection.close();
    embedding.close();
    lanes.forEach(FaceDetector::close);
    embedder.close();
  }
}
