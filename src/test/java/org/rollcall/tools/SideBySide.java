package org.rollcall.tools;

import java.util.List;
import org.rollcall.face.FaceEngine;
import org.rollcall.model.Box;
import org.rollcall.model.Face;
import org.rollcall.model.Picture;

/** What MTCNN and the compact detector find in the same pictures, and how long each takes. */
final class SideBySide {
  private static final float SAME_PLACE = 0.4f;

  private final FaceEngine mtcnn;
  private final FaceEngine compact;
  private final Agreement compactHas = new Agreement(SAME_PLACE);
  private final Agreement mtcnnHas = new Agreement(SAME_PLACE);
  private final Stopwatch mtcnnTime = new Stopwatch();
  private final Stopwatch compactTime = new Stopwatch();

  SideBySide(FaceEngine mtcnn, FaceEngine compact) {
    this.mtcnn = mtcnn;
    this.compact = compact;
  }

  void look(Picture picture) {
    List<Box> ofMtcnn = mtcnnTime.time(() -> boxes(mtcnn, picture));
    List<Box> ofCompact = compactTime.time(() -> boxes(compact, picture));
    compactHas.add(ofMtcnn, ofCompact);
    mtcnnHas.add(ofCompact, ofMtcnn);
  }

  /** {@return around each face, surest first} */
  static List<Box> boxes(FaceEngine detector, Picture picture) {
    return detector.detect(picture).stream().map(Face::box).toList();
  }

  void print(String title) {
    MarkdownTable.begin(
        title, "width", "of mtcnn's boxes compact has", "of compact's boxes mtcnn has");
    List<String> widths = Agreement.widths();
    for (int i = 0; i < widths.size(); i++) {
      MarkdownTable.row(widths.get(i), compactHas.shares().get(i), mtcnnHas.shares().get(i));
    }
    MarkdownTable.row("all", compactHas.all().share(), mtcnnHas.all().share());
    System.out.printf(
        "%nOne frame in one thread: mtcnn %.0f ms, compact %.0f ms, %.2f times as fast.%n",
        mtcnnTime.milliseconds(),
        compactTime.milliseconds(),
        mtcnnTime.milliseconds() / compactTime.milliseconds());
  }
}
