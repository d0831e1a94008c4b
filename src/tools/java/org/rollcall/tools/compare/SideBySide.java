package org.rollcall.tools.compare;

import java.util.List;
import org.rollcall.face.FaceEngine;
import org.rollcall.model.picture.Box;
import org.rollcall.model.picture.Face;
import org.rollcall.model.picture.Picture;
import org.rollcall.tools.MarkdownTable;

/** What MTCNN and another detector find in the same pictures, and how long each takes. */
final class SideBySide {
  private static final float SAME_PLACE = 0.4f;

  private final FaceEngine mtcnn;
  private final FaceEngine other;
  private final Agreement otherHas = new Agreement(SAME_PLACE);
  private final Agreement mtcnnHas = new Agreement(SAME_PLACE);
  private final MedianTimer mtcnnTime = new MedianTimer();
  private final MedianTimer otherTime = new MedianTimer();

  SideBySide(FaceEngine mtcnn, FaceEngine other) {
    this.mtcnn = mtcnn;
    this.other = other;
  }

  void look(Picture picture) {
    List<Box> ofMtcnn = mtcnnTime.time(() -> boxes(mtcnn, picture));
    List<Box> ofOther = otherTime.time(() -> boxes(other, picture));
    otherHas.add(ofMtcnn, ofOther);
    mtcnnHas.add(ofOther, ofMtcnn);
  }

  /** {@return around each face, surest first} */
  static List<Box> boxes(FaceEngine detector, Picture picture) {
    return detector.detect(picture).stream().map(Face::box).toList();
  }

  void print(String title) {
    MarkdownTable.begin(
        title,
        "width",
        "of mtcnn's boxes %s has".formatted(other.detector()),
        "of %s's boxes mtcnn has".formatted(other.detector()));
    List<String> widths = Agreement.widths();
    for (int i = 0; i < widths.size(); i++) {
      MarkdownTable.row(widths.get(i), otherHas.shares().get(i), mtcnnHas.shares().get(i));
    }
    MarkdownTable.row("all", otherHas.all().share(), mtcnnHas.all().share());
    System.out.printf(
        "%nOne frame in one thread: mtcnn %.0f ms, %s %.0f ms, %.2f times as fast.%n",
        mtcnnTime.milliseconds(),
        other.detector(),
        otherTime.milliseconds(),
        mtcnnTime.milliseconds() / otherTime.milliseconds());
  }
}
