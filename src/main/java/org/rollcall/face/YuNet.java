package org.rollcall.face;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.indexer.FloatIndexer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.FaceDetectorYN;
import org.rollcall.face.pack.ModelPack;
import org.rollcall.model.Box;
import org.rollcall.model.Picture;
import org.rollcall.model.RollcallException;

/**
 * YuNet, which finds faces of all sizes in one look, on OpenCV: Wu et al., "YuNet: A Tiny
 * Millisecond-level Face Detector" (Machine Intelligence Research, 2023). Not thread-safe.
 */
final class YuNet implements AutoCloseable {
  /** Width of the smallest face that it finds well, in pixels of the image it gets. */
  private static final double SMALLEST = 12;

  private static final float PROBABILITY = 0.6f;
  private static final float SAME = 0.3f;
  private static final int MOST_FACES = 5000;

  static {
    // The pictures are searched side by side already.
    opencv_core.setNumThreads(1);
  }

  private final FaceDetectorYN network;
  private final double scale;

  /**
   * Loads the network.
   *
   * @param smallestFacePixels width of the smallest face looked for
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

  /** {@return places of faces, in pixels of the picture} */
  List<Box> propose(Picture picture) {
    int width = Math.max(1, (int) Math.round(picture.width() * scale));
    int height = Math.max(1, (int) Math.round(picture.height() * scale));
    try (BytePointer pixels = new BytePointer(picture.bgr());
        Mat source = new Mat(picture.height(), picture.width(), opencv_core.CV_8UC3, pixels);
        Size size = new Size(width, height);
        Mat input = new Mat();
        Mat found = new Mat()) {
      opencv_imgproc.resize(source, input, size, 0, 0, opencv_imgproc.INTER_AREA);
      network.setInputSize(size);
      network.detect(input, found);
      return boxes(found, (float) picture.width() / width, (float) picture.height() / height);
    }
  }

  private static List<Box> boxes(Mat found, float zoomX, float zoomY) {
    List<Box> boxes = new ArrayList<>();
    if (found.empty()) {
      return boxes;
    }
    try (FloatIndexer rows = found.createIndexer()) {
      for (int i = 0; i < found.rows(); i++) {
        float left = rows.get(i, 0) * zoomX;
        float top = rows.get(i, 1) * zoomY;
        boxes.add(new Box(left, top, left + rows.get(i, 2) * zoomX, top + rows.get(i, 3) * zoomY));
      }
    }
    return boxes;
  }

  @Override
  public void close() {
    network.close();
  }
}
