package org.rollcall.face;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.FaceDetectorYN;
import org.rollcall.face.pack.ModelPack;
import org.rollcall.model.RollcallException;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Picture;

/**
 * Runs YuNet, a single-shot face detector, on OpenCV: Wu et al., "YuNet: A Tiny Millisecond-level
 * Face Detector" (Machine Intelligence Research, 2023). Not thread-safe.
 */
final class YuNet implements FaceProposals {
  /** Width of the smallest face that it detects well, in pixels of its input. */
  private static final double SMALLEST = 12;

  private static final float PROBABILITY = 0.6f;

  /** IoU above which OpenCV suppresses the weaker of two faces. */
  private static final float SAME = 0.3f;

  private static final int MOST_FACES = 5000;

  /**
   * Least width and height of the network's input. In narrower ones, OpenCV's convolutions now and
   * then return what happened to be in memory.
   */
  private static final int LEAST_SIDE = 64;

  /** An atlas with more than this share of the scaled picture's pixels hardly saves anything. */
  private static final double WORTHWHILE = 0.7;

  static {
    // Pictures are searched in parallel already.
    opencv_core.setNumThreads(1);
  }

  private final FaceDetectorYN network;
  private final double scale;

  /**
   * Loads the network.
   *
   * @param smallestFacePixels width of the smallest face to detect (pixels; ≥ 12)
   * @throws RollcallException if OpenCV cannot read it
   */
  YuNet(Path folder, int smallestFacePixels) {
    this.scale = Math.min(1, SMALLEST / smallestFacePixels);
    Path file = folder.resolve(ModelPack.YUNET);
    try (Size anySize = new Size(320, 320)) {
      this.network =
          FaceDetectorYN.create(file.toString(), "", anySize, PROBABILITY, SAME, MOST_FACES, 0, 0);
    } catch (RuntimeException e) {
      throw new RollcallException(
          "Cannot load the network %s: %s. Install the model pack again."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  @Override
  public List<Box> propose(Picture picture) {
    int width = Math.max(1, (int) Math.round(picture.width() * scale));
    int height = Math.max(1, (int) Math.round(picture.height() * scale));
    float zoomX = (float) picture.width() / width;
    float zoomY = (float) picture.height() / height;
    try (BytePointer pixels = new BytePointer(picture.bgr());
        Mat source = mat(picture, pixels);
        Mat input = new Mat()) {
      resize(source, input, width, height);
      return detect(input).stream()
          .map(
              box ->
                  new Box(
                      zoomX * box.left(),
                      zoomY * box.top(),
                      zoomX * box.right(),
                      zoomY * box.bottom()))
          .toList();
    }
  }

  @Override
  public List<Box> proposeAround(Picture picture, List<Box> places) {
    CropAtlas atlas = CropAtlas.around(places, picture.width(), picture.height(), scale);
    if (atlas.tiles().isEmpty()) {
      return List.of();
    }
    if (atlas.area() > WORTHWHILE * scale * scale * picture.width() * picture.height()) {
      return propose(picture);
    }
    try (BytePointer pixels = new BytePointer(picture.bgr());
        Mat source = mat(picture, pixels);
        Mat input = new Mat(atlas.height(), atlas.width(), opencv_core.CV_8UC3, Scalar.BLACK)) {
      for (CropAtlas.Tile tile : atlas.tiles()) {
        place(tile, source, input);
      }
      return detect(input).stream().flatMap(box -> atlas.toPicture(box).stream()).toList();
    }
  }

  private static void place(CropAtlas.Tile tile, Mat source, Mat input) {
    try (Rect from = new Rect(tile.left(), tile.top(), tile.width(), tile.height());
        Rect to = new Rect(tile.x(), tile.y(), tile.scaledWidth(), tile.scaledHeight());
        Mat part = source.apply(from);
        Mat place = input.apply(to)) {
      resize(part, place, tile.scaledWidth(), tile.scaledHeight());
    }
  }

  private static Mat mat(Picture picture, BytePointer pixels) {
    return new Mat(picture.height(), picture.width(), opencv_core.CV_8UC3, pixels);
  }

  private static void resize(Mat source, Mat target, int width, int height) {
    try (Size size = new Size(width, height)) {
      opencv_imgproc.resize(source, target, size, 0, 0, opencv_imgproc.INTER_AREA);
    }
  }

  private List<Box> detect(Mat input) {
    int right = Math.max(0, LEAST_SIDE - input.cols());
    int below = Math.max(0, LEAST_SIDE - input.rows());
    try (Size size = new Size(input.cols() + right, input.rows() + below);
        Mat padded = new Mat();
        Mat found = new Mat()) {
      opencv_core.copyMakeBorder(
          input, padded, 0, below, 0, right, opencv_core.BORDER_CONSTANT, Scalar.BLACK);
      network.setInputSize(size);
      network.detect(padded, found);
      return boxes(found);
    }
  }

  private static List<Box> boxes(Mat found) {
    List<Box> boxes = new ArrayList<>();
    if (found.empty()) {
      return boxes;
    }
    try (FloatIndexer rows = found.createIndexer()) {
      for (int i = 0; i < found.rows(); i++) {
        float left = rows.get(i, 0);
        float top = rows.get(i, 1);
        boxes.add(new Box(left, top, left + rows.get(i, 2), top + rows.get(i, 3)));
      }
    }
    return boxes;
  }

  @Override
  public void close() {
    network.close();
  }
}
