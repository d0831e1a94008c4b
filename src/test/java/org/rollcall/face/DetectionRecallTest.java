package org.rollcall.face;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rollcall.face.pack.PackInstaller;
import org.rollcall.face.pack.PackLibrary;
import org.rollcall.face.pack.PackSource;
import org.rollcall.model.Box;
import org.rollcall.model.Face;
import org.rollcall.video.Photos;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Photos of groups of people, on which somebody marked every face by hand. */
@Tag("packs")
class DetectionRecallTest {
  /** The marks are tighter than what the detectors were taught. */
  private static final float SAME_PLACE = 0.35f;

  private static final int LEAST_FOUND = 41;
  private static final int MOST_ELSEWHERE = 2;

  @TempDir static Path models;
  private static final Map<Path, List<Box>> MARKED = new TreeMap<>();

  @BeforeAll
  static void readMarks() throws Exception {
    Path photos = folder("ROLLCALL_DETECTION", "../shared/data/detection", "marked photos");
    for (String list : List.of("training.xml", "testing.xml")) {
      NodeList images =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(photos.resolve(list).toFile())
              .getElementsByTagName("image");
      for (int i = 0; i < images.getLength(); i++) {
        Element image = (Element) images.item(i);
        MARKED.put(photos.resolve(image.getAttribute("file")), boxes(image));
      }
    }
  }

  @Test
  void detect_mtcnn_findsNearlyAllAndLittleElse() {
    Path published = folder("ROLLCALL_MODELS_FROM", "../shared/models", "published model packs");
    new PackInstaller(models)
        .install(List.of("mtcnn"), PackSource.folder(published), fetched -> {});

    assertThatFindsNearlyAll("mtcnn");
  }

  @Test
  void detect_compact_findsNearlyAllAndLittleElse() {
    assertThatFindsNearlyAll("compact");
  }

  private static void assertThatFindsNearlyAll(String pack) {
    int marked = 0;
    int found = 0;
    int elsewhere = 0;
    try (MtcnnDetector detector =
        new MtcnnDetector(new PackLibrary(models).detector(pack).folder(), 24)) {
      for (Map.Entry<Path, List<Box>> photo : MARKED.entrySet()) {
        List<Box> faces =
            detector.detect(Photos.read(photo.getKey())).stream().map(Face::box).toList();
        int here = (int) photo.getValue().stream().filter(box -> isAmong(faces, box)).count();
        marked += photo.getValue().size();
        found += here;
        elsewhere += faces.size() - here;
      }
    }
    assertThat(marked).isEqualTo(43);
    assertThat(found).isGreaterThanOrEqualTo(LEAST_FOUND);
    assertThat(elsewhere).isLessThanOrEqualTo(MOST_ELSEWHERE);
  }

  private static boolean isAmong(List<Box> faces, Box marked) {
    return faces.stream().anyMatch(face -> face.iou(marked) >= SAME_PLACE);
  }

  private static List<Box> boxes(Element image) {
    NodeList marks = image.getElementsByTagName("box");
    List<Box> boxes = new ArrayList<>();
    for (int i = 0; i < marks.getLength(); i++) {
      Element mark = (Element) marks.item(i);
      float left = Float.parseFloat(mark.getAttribute("left"));
      float top = Float.parseFloat(mark.getAttribute("top"));
      boxes.add(
          new Box(
              left,
              top,
              left + Float.parseFloat(mark.getAttribute("width")),
              top + Float.parseFloat(mark.getAttribute("height"))));
    }
    return boxes;
  }

  /** {@return a folder that is no part of the project; the test is skipped without it} */
  private static Path folder(String variable, String usual, String what) {
    Path folder = Path.of(System.getenv().getOrDefault(variable, usual));
    boolean there = Files.isDirectory(folder);
    if (!there) {
      System.err.printf(
          "SKIPPED: no %s in '%s'; set %s%n", what, folder.toAbsolutePath(), variable);
    }
    assumeTrue(there, "no " + what + " in '" + folder + "'");
    return folder;
  }
}
