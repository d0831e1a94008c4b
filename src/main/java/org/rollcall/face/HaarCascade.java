package org.rollcall.face;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import org.rollcall.face.pack.ModelPack;
import org.rollcall.model.RollcallException;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Picture;

/**
 * Runs OpenCV's boosted cascade of Haar features for frontal faces: Viola and Jones, "Rapid object
 * detection using a boosted cascade of simple features" (CVPR 2001). Not thread-safe.
 */
final class HaarCascade implements FaceProposals {
  private static final double STEP = 1.1;
  private static final int NEIGHBOURS = 3;

  /** The cascade's window, in pixels: no smaller face can be found. */
  private static final int WINDOW = 24;

  /** Width and height of the part that is searched around a place, in widths of the place. */
  private static final float SURROUNDINGS = 1;

  private final CascadeClassifier cascade;
  private final int smallest;

  /**
   * Loads the cascade.
   *
   * @param folder of the pack
   * @param smallestFacePixels width of the smallest face to detect (pixels); 24 at least are needed
   * @throws RollcallException if OpenCV cannot read it
   */
  HaarCascade(Path folder, int smallestFacePixels) {
    Path file = folder.resolve(ModelPack.HAAR);
    this.smallest = Math.max(WINDOW, smallestFacePixels);
    try {
      this.cascade = new CascadeClassifier(file.toString());
    } catch (RuntimeException e) {
      throw unreadable(file, e.getMessage());
    }
    if (cascade.empty()) {
      throw unreadable(file, "it holds no cascade");
    }
  }

  private static RollcallException unreadable(Path file, String reason) {
    return new RollcallException(
        "Cannot load the cascade %s: %s. Delete its folder; it will be unpacked again."
            .formatted(file, reason));
  }

  @Override
  public List<Box> propose(Picture picture) {
    return search(picture, List.of(new Box(0, 0, picture.width(), picture.height())));
  }

  @Override
  public List<Box> proposeAround(Picture picture, List<Box> places) {
    return search(picture, places.stream().map(place -> place.grown(SURROUNDINGS)).toList());
  }

  private List<Box> search(Picture picture, List<Box> parts) {
    List<Box> boxes = new ArrayList<>();
    try (BytePointer pixels = new BytePointer(picture.bgr());
        Mat colour = new Mat(picture.height(), picture.width(), opencv_core.CV_8UC3, pixels);
        Mat grey = new Mat()) {
      opencv_imgproc.cvtColor(colour, grey, opencv_imgproc.COLOR_BGR2GRAY);
      for (Box part : parts) {
        search(grey, part, boxes);
      }
    }
    return boxes;
  }

  private void search(Mat grey, Box part, List<Box> boxes) {
    int left = Math.max(0, (int) part.left());
    int top = Math.max(0, (int) part.top());
    int width = Math.min(grey.cols(), (int) part.right()) - left;
    int height = Math.min(grey.rows(), (int) part.bottom()) - top;
    if (Math.min(width, height) < smallest) {
      return;
    }
    try (Rect area = new Rect(left, top, width, height);
        Mat view = grey.apply(area);
        Mat even = new Mat();
        RectVector found = new RectVector();
        Size least = new Size(smallest, smallest);
        Size most = new Size()) {
      opencv_imgproc.equalizeHist(view, even);
      cascade.detectMultiScale(even, found, STEP, NEIGHBOURS, 0, least, most);
      for (Rect rect : found.get()) {
        float x = left + rect.x();
        float y = top + rect.y();
        boxes.add(new Box(x, y, x + rect.width(), y + rect.height()));
      }
    }
  }

  @Override
  public void close() {
    cascade.close();
  }
}
