package org.rollcall.tools.compare;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.rollcall.face.FaceEngine;
import org.rollcall.face.FaceSettings;
import org.rollcall.face.MxnetFaceEngine;
import org.rollcall.face.NetworkTimes;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.face.pack.PublishedMtcnn;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.VideoFrame;
import org.rollcall.tools.MarkdownTable;
import org.rollcall.tools.MarkedPhotos;
import org.rollcall.video.FfmpegFrames;
import org.rollcall.video.Photos;
import org.rollcall.video.SamplingSettings;

/**
 * Puts the detectors side by side: on photos with marked faces, on the frames of recordings, and
 * the time they take. Prints tables in Markdown.
 *
 * <p>{@code CompareDetectors MODELS PUBLISHED PHOTOS CLASS...}
 */
public final class CompareDetectors {
  private static final List<Integer> SMALLEST_FACES = List.of(20, 24);
  private static final SamplingSettings SAMPLING = new SamplingSettings(Duration.ofSeconds(2));

  /** The marks are tighter than what the detectors were taught. */
  private static final float SAME_AS_MARKED = 0.35f;

  private final PackLibrary packs;

  private CompareDetectors(PackLibrary packs) {
    this.packs = packs;
  }

  /**
   * Compares them.
   *
   * @param args folder of installed packs, folder of published packs, folder of marked photos,
   *     folders with a recording each
   * @throws IOException if a file cannot be read
   */
  public static void main(String[] args) throws IOException {
    CompareDetectors comparison = new CompareDetectors(new PackLibrary(Path.of(args[0])));
    comparison.findMarked(MarkedPhotos.read(Path.of(args[2])));
    for (String folder : Arrays.asList(args).subList(3, args.length)) {
      for (int smallest : SMALLEST_FACES) {
        comparison.watch(recording(Path.of(folder)), smallest, "compact");
        comparison.watch(recording(Path.of(folder)), smallest, "yunet");
        comparison.watch(recording(Path.of(folder)), smallest, "haar");
      }
    }
    comparison.timeNetworks(Path.of(args[1]));
  }

  private static Path recording(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".mp4"))
          .findFirst()
          .orElseThrow(() -> new IOException("'%s' holds no recording (*.mp4)".formatted(folder)));
    }
  }

  private void findMarked(Map<Path, List<Box>> marked) {
    int smallest = SMALLEST_FACES.get(0);
    MarkdownTable.begin(
        "Photos with marked faces, from %d px".formatted(smallest), "pack", "found", "elsewhere");
    for (String pack : List.of("mtcnn", "compact", "yunet", "haar")) {
      Agreement found = new Agreement(SAME_AS_MARKED);
      Agreement right = new Agreement(SAME_AS_MARKED);
      try (FaceEngine detector = open(pack, smallest)) {
        for (Map.Entry<Path, List<Box>> photo : marked.entrySet()) {
          List<Box> faces = SideBySide.boxes(detector, Photos.read(photo.getKey()));
          found.add(photo.getValue(), faces);
          right.add(faces, photo.getValue());
        }
      }
      int elsewhere = right.all().boxes() - right.all().found();
      MarkdownTable.row(pack, found.all().share(), elsewhere);
    }
  }

  private void watch(Path recording, int smallest, String pack) {
    try (FaceEngine mtcnn = open("mtcnn", smallest);
        FaceEngine other = open(pack, smallest);
        FfmpegFrames frames = FfmpegFrames.open(recording, SAMPLING)) {
      SideBySide pair = new SideBySide(mtcnn, other);
      for (Optional<VideoFrame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
        pair.look(frame.get().picture());
      }
      pair.print("Frames of %s, from %d px".formatted(recording.getFileName(), smallest));
    }
  }

  private void timeNetworks(Path published) throws IOException {
    Path plain = runnable(published);
    MarkdownTable.begin(
        "Networks by themselves, in milliseconds", "network", "published", "mtcnn", "compact");
    int smallest = FaceSettings.DEFAULT.smallestFacePixels();
    try (NetworkTimes onFrame = NetworkTimes.onFrame(1920, 1080, smallest);
        NetworkTimes onPlaces = NetworkTimes.onPlaces();
        NetworkTimes onRefined = NetworkTimes.onRefinedPlaces()) {
      onFrame.add(plain, "det1");
      onPlaces.add(plain, "det2");
      onRefined.add(plain, "det3");
      time("P-Net, 1920×1080 from %d px".formatted(smallest), onFrame, "pnet");
      time("R-Net, 128 places", onPlaces, "rnet");
      time("O-Net, 32 places", onRefined, "onet");
    }
  }

  /** {@return a folder with the published networks, deleted at the end} */
  private static Path runnable(Path published) throws IOException {
    Path folder = Files.createTempDirectory("published-mtcnn-");
    PublishedMtcnn.copy(published, folder);
    try (Stream<Path> files = Files.walk(folder)) {
      // Deleted in the reverse order: the files before their folder.
      files.map(Path::toFile).forEach(File::deleteOnExit);
    }
    return folder;
  }

  private void time(String what, NetworkTimes times, String name) {
    times.add(packs.detector("mtcnn").folder(), name);
    times.add(packs.detector("compact").folder(), name);
    List<Double> measured = times.measure();
    MarkdownTable.row(what, measured.get(0), measured.get(1), measured.get(2));
  }

  private FaceEngine open(String pack, int smallestFacePixels) {
    return MxnetFaceEngine.open(packs, new FaceSettings(pack, "compact", smallestFacePixels));
  }
}
